// Reads the question of a lesson's step.
#include "core/base/visible_text.h"
#include "core/scenario/read_parts.h"

namespace memwall::core
{

using nlohmann::json;

namespace
{

const std::vector<std::string> kQuestionKinds { "choice", "number", "poll" };

class QuestionReader
{
public:
    explicit QuestionReader(ReadContext& context)
        : m_context(context)
    {
    }

    LessonQuestion question(const json& value, const std::string& pointer)
    {
        ObjectReader fields(m_context, value, pointer);
        LessonQuestion ask;
        fields.require("question", { "give.question" });
        if (const auto kind = fields.choice("kind", kQuestionKinds))
            ask.kind = static_cast<LessonQuestion::Kind>(*kind);
        ask.question = fields.text("question").value_or("");
        ask.because = fields.lines("because").value_or("");
        if (ask.kind == LessonQuestion::Kind::Number)
            readNumber(fields, ask);
        else
            readChoices(fields, ask);
        fields.finish();
        return ask;
    }

private:
    void readNumber(ObjectReader& fields, LessonQuestion& ask)
    {
        for (const char* key : { "rule", "from", "to" })
            fields.require(key, { "give.number_rule" });
        ask.rule = fields.text("rule").value_or("");
        ask.unit = fields.text("unit").value_or("");
        ask.from = fields.number("from", { -1e300 }).value_or(0);
        ask.to = fields.number("to", { -1e300 }).value_or(1);
        ask.within = fields.number("within", { 1, 1e6 });
        ask.offBy = fields.number("off_by");
        if (ask.from >= ask.to)
            m_context.report(fields.at("to"), { "wrong.below_min" }, { "right.exchange" });
    }

    /// A choice is an object, or, as in older files, a text with the number of the right one beside the list.
    void readChoices(ObjectReader& fields, LessonQuestion& ask)
    {
        fields.require("choices", { "give.choices" });
        const json* choices = fields.array("choices");
        if (choices == nullptr)
            return;
        if (choices->empty())
            m_context.report(fields.at("choices"), { "wrong.empty" }, { "give.answers" });
        const auto answer = fields.integer("answer", { 0, static_cast<double>(choices->size()) - 1 });
        for (std::size_t i = 0; i < choices->size(); ++i) {
            const json& choice = choices->at(i);
            if (choice.is_string()) {
                const bool right = answer && static_cast<std::size_t>(*answer) == i;
                ask.choices.push_back(
                    { visibleText(choice.get_ref<const std::string&>()), right ? "1" : "0" });
                continue;
            }
            ObjectReader in(m_context, choice, fields.at("choices") + '/' + std::to_string(i));
            in.require("text", { "give.answers" });
            if (ask.kind == LessonQuestion::Kind::Choice)
                in.require("when", { "give.condition" });
            ask.choices.push_back({ in.text("text").value_or(""), in.text("when").value_or("") });
            in.finish();
        }
    }

    ReadContext& m_context;
};

} // namespace

LessonQuestion readQuestion(ReadContext& context, const json& value, const std::string& pointer)
{
    return QuestionReader(context).question(value, pointer);
}

} // namespace memwall::core
