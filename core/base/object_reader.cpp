#include "core/base/object_reader.h"

#include "core/base/json_document.h"
#include "core/base/visible_text.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace memwall::core
{

using nlohmann::json;

namespace
{

constexpr std::size_t kMostOfWord = 60; ///< bytes of a value or name that a message repeats

std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t { 0 });
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({ row[j] + 1, row[j - 1] + 1, change });
        }
    }
    return row.back();
}

std::string shown(double value)
{
    const bool whole = std::floor(value) == value && std::abs(value) < 1e15;
    return whole ? std::to_string(static_cast<long long>(value)) : json(value).dump();
}

/// What a value is, for people: "the text \"x\"", "a list".
std::string typeOf(const json& value)
{
    if (value.is_string())
        return "the text \"" + shortened(value.get_ref<const std::string&>(), kMostOfWord) + '"';
    if (value.is_array())
        return "a list";
    if (value.is_object())
        return "an object";
    return value.dump();
}

/// Values that were set by a program, not parsed, may hold any bytes; writing them would throw.
bool isUtf8(const json& text)
{
    const auto& bytes = text.get_ref<const std::string&>();
    if (std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<signed char>(c) >= 0; }))
        return true;
    return text.dump(-1, ' ', false, json::error_handler_t::ignore).size()
        == text.dump(-1, ' ', false, json::error_handler_t::replace).size();
}

/// Null counts as absent, and so does every field of what is no object.
const json* fieldOf(const json& value, std::string_view key)
{
    if (!value.is_object())
        return nullptr;
    const auto found = value.find(key);
    return found != value.end() && !found->is_null() ? &*found : nullptr;
}

} // namespace

ObjectReader::ObjectReader(ReadContext& context, const json& value, std::string pointer)
    : m_context(context)
    , m_value(value)
    , m_pointer(std::move(pointer))
{
    if (!value.is_object())
        m_context.report(m_pointer, "must be an object, is " + typeOf(value), "write { … }");
}

std::string ObjectReader::at(std::string_view key) const
{
    return m_pointer + '/' + pointerToken(key);
}

bool ObjectReader::has(std::string_view key) const
{
    return fieldOf(m_value, key) != nullptr;
}

const json* ObjectReader::find(std::string_view key)
{
    m_known.emplace_back(key);
    return fieldOf(m_value, key);
}

const json* ObjectReader::array(std::string_view key)
{
    const json* value = find(key);
    if (value == nullptr || value->is_array())
        return value;
    m_context.report(at(key), "must be a list, is " + typeOf(*value), "write [ … ]");
    return nullptr;
}

const json* ObjectReader::object(std::string_view key)
{
    const json* value = find(key);
    if (value == nullptr || value->is_object())
        return value;
    m_context.report(at(key), "must be an object, is " + typeOf(*value), "write { … }");
    return nullptr;
}

std::optional<double> ObjectReader::number(std::string_view key, Range range)
{
    const json* value = find(key);
    if (value == nullptr)
        return std::nullopt;
    if (!value->is_number() || !std::isfinite(value->get<double>())) {
        m_context.report(at(key), "must be a number, is " + typeOf(*value), "write a number without quotes");
        return std::nullopt;
    }
    const double number = value->get<double>();
    if (number < range.min || number > range.max) {
        m_context.report(at(key), "is " + shown(number) + ", out of range",
            "must be between " + shown(range.min) + " and " + shown(range.max));
        return std::nullopt;
    }
    return number;
}

std::optional<std::int64_t> ObjectReader::integer(std::string_view key, Range range)
{
    range.min = std::max(range.min, -9e15);
    range.max = std::min(range.max, 9e15);
    const std::optional<double> value = number(key, range);
    if (!value)
        return std::nullopt;
    if (std::floor(*value) != *value) {
        m_context.report(
            at(key), "must be a whole number, is " + shown(*value), "write " + shown(std::round(*value)));
        return std::nullopt;
    }
    return static_cast<std::int64_t>(*value);
}

std::optional<std::string> ObjectReader::text(std::string_view key)
{
    return rawText(key).transform(visibleText);
}

std::optional<std::string> ObjectReader::lines(std::string_view key)
{
    return rawText(key).transform(visibleLines);
}

std::optional<std::string> ObjectReader::rawText(std::string_view key)
{
    const json* value = find(key);
    if (value == nullptr)
        return std::nullopt;
    if (value->is_string() && isUtf8(*value))
        return value->get<std::string>();
    if (value->is_string())
        m_context.report(at(key), "is not UTF-8 text", "save or type it as UTF-8");
    else
        m_context.report(at(key), "must be text, is " + typeOf(*value), "write it in quotes");
    return std::nullopt;
}

std::optional<bool> ObjectReader::flag(std::string_view key)
{
    const json* value = find(key);
    if (value == nullptr)
        return std::nullopt;
    if (value->is_boolean())
        return value->get<bool>();
    m_context.report(
        at(key), "must be true or false, is " + typeOf(*value), "write true or false without quotes");
    return std::nullopt;
}

std::optional<std::size_t> ObjectReader::choice(std::string_view key, const std::vector<std::string>& words)
{
    const std::optional<std::string> word = text(key);
    if (!word)
        return std::nullopt;
    const auto found = std::find(words.begin(), words.end(), *word);
    if (found != words.end())
        return static_cast<std::size_t>(found - words.begin());
    m_context.report(at(key), "\"" + *word + "\" is not known here", suggestion(*word, words));
    return std::nullopt;
}

void ObjectReader::require(std::string_view key, std::string_view what)
{
    if (m_value.is_object() && !has(key))
        m_context.report(at(key), "is missing", "give " + std::string(what));
}

void ObjectReader::allow(std::initializer_list<std::string_view> keys)
{
    for (const std::string_view key : keys)
        m_known.emplace_back(key);
}

void ObjectReader::finish()
{
    if (!m_value.is_object())
        return;
    for (const auto& [key, value] : m_value.items())
        if (std::find(m_known.begin(), m_known.end(), key) == m_known.end())
            m_context.report(at(key), "unknown field \"" + shortened(key, kMostOfWord) + '"',
                suggestion(key, { m_known.begin(), m_known.end() }));
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates)
{
    std::string best;
    if (word.size() > kMostOfWord)
        return best;
    std::size_t distance = std::max<std::size_t>(3, word.size() / 2 + 1);
    for (const std::string& candidate : candidates) {
        const std::size_t here
            = candidate.starts_with(word) || word.starts_with(candidate) ? 1 : editDistance(word, candidate);
        if (!candidate.empty() && here < distance) {
            distance = here;
            best = candidate;
        }
    }
    return best;
}

std::string suggestion(std::string_view word, const std::vector<std::string>& candidates)
{
    if (const std::string near = nearest(word, candidates); !near.empty())
        return "did you mean \"" + near + "\"?";
    std::string text = "known here are ";
    constexpr std::size_t kMost = 12;
    for (std::size_t i = 0; i < candidates.size() && i < kMost; ++i)
        text += (i == 0 ? "" : ", ") + candidates[i];
    return text + (candidates.size() > kMost ? " …" : "");
}

} // namespace memwall::core
