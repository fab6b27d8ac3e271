// What people read of a lesson, as it may be shown.
#include "core/base/visible_text.h"
#include "core/scenario/read_parts.h"

namespace memwall::core
{

using nlohmann::json;

namespace
{

/// What a step sets and asks of results is no text for people.
bool isForPeople(const std::string& key)
{
    return key != "set" && key != "compare" && key != "pin" && key != "solution" && key != "sweep"
        && key != "solve";
}

} // namespace

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
        if (isForPeople(part.key()))
            *part = withVisibleWords(std::move(*part));
        ++part;
    }
    return lesson;
}

} // namespace memwall::core
