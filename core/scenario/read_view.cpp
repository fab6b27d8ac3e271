#include "core/base/visible_text.h"
#include "core/catalog/read_parts.h"
#include "core/scenario/read_parts.h"

#include <algorithm>

namespace memwall::core
{

using nlohmann::json;

const std::vector<std::string> kPanelNames { "bottleneck", "figures", "roofline", "breakdown", "kv" };
const std::vector<std::string> kThemeNames { "dark", "light" };
const std::vector<std::string> kWidthNames { "log", "true" };

namespace
{

void readPanels(ScenarioContext& context, ObjectReader& fields, View& view)
{
    const json* panels = fields.array("panels");
    if (panels == nullptr)
        return;
    for (std::size_t i = 0; i < panels->size(); ++i) {
        const std::string at = fields.at("panels") + '/' + std::to_string(i);
        const json& panel = panels->at(i);
        const std::string name = panel.is_string() ? panel.get<std::string>() : std::string {};
        if (std::find(kPanelNames.begin(), kPanelNames.end(), name) == kPanelNames.end())
            context.report(at, { "wrong.panel", { name } }, suggestion(name, kPanelNames));
        else
            view.panels.push_back(name);
    }
}

/// What people read of a lesson as it may be shown, without fields that are null, which count as absent; what
/// is set stays as it is.
json withVisibleWords(json lesson)
{
    if (lesson.is_string())
        return visibleLines(lesson.get_ref<const std::string&>());
    if (lesson.is_array())
        for (json& part : lesson)
            part = withVisibleWords(std::move(part));
    if (!lesson.is_object())
        return lesson;
    for (auto part = lesson.begin(); part != lesson.end();) {
        if (part->is_null()) {
            part = lesson.erase(part);
            continue;
        }
        if (part.key() != "set")
            *part = withVisibleWords(std::move(*part));
        ++part;
    }
    return lesson;
}

void checkAsk(ScenarioContext& context, const json& value, const std::string& pointer)
{
    ObjectReader fields(context, value, pointer);
    fields.require("question", { "give.question" });
    fields.require("choices", { "give.choices" });
    (void)fields.text("question");
    const json* choices = fields.array("choices");
    const double most = choices == nullptr ? 1e6 : static_cast<double>(choices->size()) - 1;
    if (choices != nullptr && choices->empty())
        context.report(fields.at("choices"), { "wrong.empty" }, { "give.answers" });
    else
        (void)fields.integer("answer", { 0, most });
    if (choices != nullptr)
        (void)readTexts(fields, "choices", context);
    (void)fields.text("because");
    fields.finish();
}

void checkPlay(ScenarioContext& context, const json& value, const std::string& pointer)
{
    ObjectReader fields(context, value, pointer);
    (void)fields.number("from_s", { 0, 1e9 });
    (void)fields.number("to_s", { 0, 1e9 });
    (void)fields.number("time_scale", { 1e-6, 1e12 });
    fields.finish();
}

void checkSet(ScenarioContext& context, const json& value, const std::string& pointer)
{
    for (const auto& [key, ignored] : value.items())
        if (!key.starts_with('/'))
            context.report(pointer, { "wrong.named_pointer", { key } }, { "right.named_pointer" });
}

void checkStep(ScenarioContext& context, const json& value, const std::string& pointer)
{
    ObjectReader fields(context, value, pointer);
    for (const char* key : { "title", "say", "notes", "focus" })
        (void)fields.text(key);
    if (const json* set = fields.object("set"))
        checkSet(context, *set, fields.at("set"));
    if (const json* play = fields.object("play"))
        checkPlay(context, *play, fields.at("play"));
    if (const json* ask = fields.object("ask"))
        checkAsk(context, *ask, fields.at("ask"));
    fields.finish();
}

} // namespace

View readView(ScenarioContext& context, const json& value)
{
    ObjectReader fields(context, value, "/view");
    View view;
    if (const auto word = fields.choice("theme", kThemeNames))
        view.theme = static_cast<ViewTheme>(*word);
    view.timeScale = fields.number("time_scale", { 1e-6, 1e12 });
    if (const json* stage = fields.object("stage")) {
        ObjectReader parts(context, *stage, "/view/stage");
        if (const auto word = parts.choice("widths", kWidthNames))
            view.stageWidths = static_cast<StageWidths>(*word);
        parts.finish();
    }
    readPanels(context, fields, view);
    fields.finish();
    return view;
}

json readLesson(ScenarioContext& context, const json& value)
{
    ObjectReader fields(context, value, "/lesson");
    fields.require("steps", { "give.steps" });
    if (const json* steps = fields.array("steps")) {
        if (steps->empty())
            context.report("/lesson/steps", { "wrong.empty" }, { "give.one_step" });
        for (std::size_t i = 0; i < steps->size(); ++i)
            checkStep(context, steps->at(i), "/lesson/steps/" + std::to_string(i));
    }
    fields.finish();
    return withVisibleWords(value);
}

} // namespace memwall::core
