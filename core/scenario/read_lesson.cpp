#include "core/catalog/read_parts.h"
#include "core/scenario/lesson.h"
#include "core/scenario/read_parts.h"

#include <algorithm>

namespace memwall::core
{

using nlohmann::json;

const std::vector<std::string> kFocusNames { "stage.far", "stage.wall", "stage.near", "stage.compute",
    "stage.link", "stage.hop", "stage.experts", "stage.pool.prefill", "stage.pool.decode", "stage.wafer",
    "stage.circuit", "tape", "timeline", "transport", "insight.bottleneck", "insight.metrics",
    "chart.roofline", "chart.breakdown", "chart.kv", "chart.batch", "chart.itl", "chart.energy",
    "chart.sensitivity", "race", "claims", "bench", "controls" };

namespace
{

const std::vector<std::string> kFindNames { "first", "last", "argmin", "argmax" };
constexpr Range kSeconds { 0, 1e9 };
constexpr double kLongestPlay = 60;

/// Reads the parts of one lesson over one context.
class LessonReader
{
public:
    explicit LessonReader(ReadContext& context)
        : m_context(context)
    {
    }

    Lesson lesson(const json& value)
    {
        ObjectReader fields(m_context, value, "/lesson");
        fields.require("steps", { "give.steps" });
        Lesson lesson;
        lesson.idea = fields.text("idea").value_or("");
        lesson.audience = fields.text("for").value_or("");
        lesson.minutes = fields.number("minutes", { 0, 1000 });
        lesson.everyS = fields.number("every_s", { 0.5, 600 });
        lesson.needs = readTexts(fields, "needs", m_context);
        const json* steps = fields.array("steps");
        if (steps != nullptr && steps->empty())
            m_context.report("/lesson/steps", { "wrong.empty" }, { "give.one_step" });
        for (std::size_t i = 0; steps != nullptr && i < steps->size(); ++i)
            lesson.steps.push_back(step(steps->at(i), "/lesson/steps/" + std::to_string(i)));
        fields.finish();
        return lesson;
    }

private:
    LessonStep step(const json& value, const std::string& pointer)
    {
        ObjectReader fields(m_context, value, pointer);
        LessonStep step;
        step.title = fields.text("title").value_or("");
        step.say = fields.lines("say").value_or("");
        step.notes = fields.lines("notes").value_or("");
        step.set = settings(fields, "set");
        step.focus = name(fields.text("focus"), fields.at("focus"));
        for (const std::string& hidden : readTexts(fields, "hide", m_context))
            step.hide.push_back(name(hidden, fields.at("hide")));
        step.hints = readTexts(fields, "hints", m_context);
        step.unlock = pointers(fields, "unlock");
        step.edge = fields.flag("edge").value_or(false);
        readClaims(fields, step);
        if (const json* part = fields.object("play"))
            step.play = play(*part, fields.at("play"));
        if (const json* part = fields.object("pin"))
            step.pin = pin(*part, fields.at("pin"));
        readVariants(fields, step);
        readNamed(fields, step);
        if (const json* part = fields.object("ask"))
            step.ask = readQuestion(m_context, *part, fields.at("ask"));
        readGoals(fields, step);
        fields.finish();
        return step;
    }

    void readVariants(ObjectReader& fields, LessonStep& step)
    {
        if (const json* part = fields.object("compare"))
            for (const auto& [key, set] : part->items())
                step.compare.push_back({ key, settingsIn(set, fields.at("compare") + '/' + key) });
        if (const json* part = fields.object("sweep"))
            step.sweep = sweep(*part, fields.at("sweep"));
        if (const json* part = fields.object("solve"))
            step.solve = solve(*part, fields.at("solve"));
    }

    void readNamed(ObjectReader& fields, LessonStep& step)
    {
        if (const json* part = fields.object("find"))
            for (const auto& [key, value] : part->items()) {
                ObjectReader in(m_context, value, fields.at("find") + '/' + key);
                in.require("in", { "give.list_of_results" });
                in.require("where", { "give.condition" });
                step.find.push_back({ key, in.text("in").value_or(""), in.text("where").value_or("") });
                in.finish();
            }
        if (const json* part = fields.object("let")) {
            ObjectReader in(m_context, *part, fields.at("let"));
            for (const auto& [key, value] : part->items())
                step.let.emplace_back(key, in.text(key).value_or(""));
        }
    }

    void readClaims(ObjectReader& fields, LessonStep& step)
    {
        const json* claims = fields.array("claims");
        for (std::size_t i = 0; claims != nullptr && i < claims->size(); ++i) {
            const json& claim = claims->at(i);
            if (claim.is_number_unsigned() && claim.get<std::uint64_t>() <= 1000)
                step.claims.push_back(claim.get<int>());
            else
                m_context.report(
                    fields.at("claims") + '/' + std::to_string(i), { "wrong.claim" }, { "right.claim" });
        }
    }

    void readGoals(ObjectReader& fields, LessonStep& step)
    {
        const json* goals = fields.array("goals");
        for (std::size_t i = 0; goals != nullptr && i < goals->size(); ++i) {
            ObjectReader in(m_context, goals->at(i), fields.at("goals") + '/' + std::to_string(i));
            in.require("when", { "give.condition" });
            step.goals.push_back(
                { in.text("text").value_or(""), in.text("when").value_or(""), settings(in, "solution") });
            in.finish();
        }
    }

    LessonPlay play(const json& value, const std::string& pointer)
    {
        ObjectReader fields(m_context, value, pointer);
        LessonPlay play;
        play.what = fields.text("what").value_or("");
        play.until = fields.text("until");
        play.forS = fields.number("for_s", kSeconds);
        play.inS = fields.number("in_s", { 0.1, kLongestPlay });
        play.fromS = fields.number("from_s", kSeconds);
        play.toS = fields.number("to_s", kSeconds);
        play.timeScale = fields.number("time_scale", { 1e-6, 1e12 });
        if (const json* layers = fields.array("layers")) {
            const bool two = layers->size() == 2 && layers->at(0).is_number_unsigned()
                && layers->at(1).is_number_unsigned() && layers->at(0) >= 1 && layers->at(1) >= layers->at(0)
                && layers->at(1) <= 10'000;
            if (two)
                play.layers = { layers->at(0).get<int>(), layers->at(1).get<int>() };
            else
                m_context.report(fields.at("layers"), { "wrong.layer_pair" }, { "right.layer_pair" });
        }
        fields.finish();
        return play;
    }

    LessonVariant pin(const json& value, const std::string& pointer)
    {
        ObjectReader fields(m_context, value, pointer);
        fields.require("name", { "give.pin_name" });
        LessonVariant pin { fields.text("name").value_or(""), settings(fields, "set") };
        fields.finish();
        return pin;
    }

    LessonSweep sweep(const json& value, const std::string& pointer)
    {
        ObjectReader fields(m_context, value, pointer);
        LessonSweep sweep;
        fields.require("pointer", { "right.pointer" });
        fields.require("values", { "give.values" });
        if (const json* one = fields.find("pointer"); one != nullptr && one->is_string())
            sweep.pointers = { pointerOf(*one, fields.at("pointer")) };
        else
            sweep.pointers = pointers(fields, "pointer");
        if (const json* values = fields.array("values"))
            sweep.values.assign(values->begin(), values->end());
        if (const json* wanted = fields.object("find"))
            for (const auto& [key, what] : wanted->items())
                readWanted(key, what, fields.at("find") + '/' + key, sweep);
        fields.finish();
        return sweep;
    }

    void readWanted(
        const std::string& name, const json& value, const std::string& pointer, LessonSweep& sweep)
    {
        ObjectReader fields(m_context, value, pointer);
        for (std::size_t i = 0; i < kFindNames.size(); ++i)
            if (const auto of = fields.text(kFindNames[i]))
                sweep.wanted.push_back({ name, static_cast<LessonSweep::Find>(i), *of });
        fields.finish();
    }

    LessonSolve solve(const json& value, const std::string& pointer)
    {
        ObjectReader fields(m_context, value, pointer);
        LessonSolve solve;
        fields.require("pointer", { "right.pointer" });
        fields.require("until", { "give.condition" });
        if (const json* one = fields.find("pointer"))
            solve.pointer = pointerOf(*one, fields.at("pointer"));
        solve.until = fields.text("until").value_or("");
        solve.most = fields.number("most", { 1, 1e12 }).value_or(solve.most);
        fields.finish();
        return solve;
    }

    Settings settings(ObjectReader& fields, std::string_view key)
    {
        const json* value = fields.object(key);
        return value == nullptr ? Settings {} : settingsIn(*value, fields.at(key));
    }

    Settings settingsIn(const json& value, const std::string& pointer)
    {
        Settings settings;
        for (const auto& [key, setting] : value.items()) {
            if (!key.starts_with('/'))
                m_context.report(pointer, { "wrong.named_pointer", { key } }, { "right.named_pointer" });
            settings.emplace_back(key, setting);
        }
        return settings;
    }

    std::vector<std::string> pointers(ObjectReader& fields, std::string_view key)
    {
        std::vector<std::string> pointers = readTexts(fields, key, m_context);
        for (const std::string& pointer : pointers)
            (void)pointerOf(pointer, fields.at(key));
        return pointers;
    }

    std::string pointerOf(const json& value, const std::string& at)
    {
        const std::string pointer = value.is_string() ? value.get<std::string>() : std::string {};
        if (!pointer.starts_with('/'))
            m_context.report(at, { "wrong.named_pointer", { pointer } }, { "right.named_pointer" });
        return pointer;
    }

    std::string name(std::optional<std::string> given, const std::string& pointer)
    {
        if (given && std::ranges::find(kFocusNames, *given) == kFocusNames.end())
            m_context.report(pointer, { "wrong.focus", { *given } }, suggestion(*given, kFocusNames));
        return given.value_or("");
    }

    ReadContext& m_context;
};

} // namespace

Lesson readLesson(ReadContext& context, const json& value)
{
    return LessonReader(context).lesson(value);
}

std::optional<Lesson> lessonOf(const Scenario& scenario)
{
    if (!scenario.lesson)
        return std::nullopt;
    ReadContext context;
    return readLesson(context, *scenario.lesson);
}

bool isUnlocked(const std::vector<std::string>& unlocked, const std::string& pointer)
{
    // Whoever sets a whole list of pools sets the chips of one, and the other way round.
    const auto below = [](const std::string& inner, const std::string& outer) {
        return inner == outer || inner.starts_with(outer + '/');
    };
    return unlocked.empty() || std::ranges::any_of(unlocked, [&](const std::string& open) {
        return below(pointer, open) || below(open, pointer);
    });
}

} // namespace memwall::core
