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

std::string numberText(double value)
{
    const bool whole = std::floor(value) == value && std::abs(value) < 1e15;
    return whole ? std::to_string(static_cast<long long>(value)) : json(value).dump();
}

/// What a value is: "the text \"x\"", "a list".
Sayings typeOf(const json& value)
{
    if (value.is_string())
        return { { "value.text", { shortened(value.get_ref<const std::string&>(), kMostOfWord) } } };
    if (value.is_array())
        return { { "value.list" } };
    if (value.is_object())
        return { { "value.object" } };
    return { { "named", { value.dump() } } };
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
        m_context.report(m_pointer, { "wrong.no_object", { typeOf(value) } }, { "right.object" });
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
    m_context.report(at(key), { "wrong.no_list", { typeOf(*value) } }, { "right.list" });
    return nullptr;
}

const json* ObjectReader::object(std::string_view key)
{
    const json* value = find(key);
    if (value == nullptr || value->is_object())
        return value;
    m_context.report(at(key), { "wrong.no_object", { typeOf(*value) } }, { "right.object" });
    return nullptr;
}

std::optional<double> ObjectReader::number(std::string_view key, Range range)
{
    const json* value = find(key);
    if (value == nullptr)
        return std::nullopt;
    if (!value->is_number() || !std::isfinite(value->get<double>())) {
        m_context.report(at(key), { "wrong.no_number", { typeOf(*value) } }, { "right.number" });
        return std::nullopt;
    }
    const double number = value->get<double>();
    if (number < range.min || number > range.max) {
        m_context.report(at(key), { "wrong.range", { numberText(number) } },
            { "right.range", { numberText(range.min), numberText(range.max) } });
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
        m_context.report(at(key), { "wrong.no_whole_number", { numberText(*value) } },
            { "right.write", { numberText(std::round(*value)) } });
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
        m_context.report(at(key), { "wrong.no_utf8" }, { "right.utf8" });
    else
        m_context.report(at(key), { "wrong.no_text", { typeOf(*value) } }, { "right.text" });
    return std::nullopt;
}

std::optional<bool> ObjectReader::flag(std::string_view key)
{
    const json* value = find(key);
    if (value == nullptr)
        return std::nullopt;
    if (value->is_boolean())
        return value->get<bool>();
    m_context.report(at(key), { "wrong.no_flag", { typeOf(*value) } }, { "right.flag" });
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
    m_context.report(at(key), { "wrong.no_choice", { *word } }, suggestion(*word, words));
    return std::nullopt;
}

void ObjectReader::require(std::string_view key, Saying remedy)
{
    if (m_value.is_object() && !has(key))
        m_context.report(at(key), { "wrong.missing" }, std::move(remedy));
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
            m_context.report(at(key), { "wrong.field", { shortened(key, kMostOfWord) } },
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

Saying suggestion(std::string_view word, const std::vector<std::string>& candidates)
{
    if (const std::string near = nearest(word, candidates); !near.empty())
        return { "right.meant", { near } };
    std::string list;
    constexpr std::size_t kMost = 12;
    for (std::size_t i = 0; i < candidates.size() && i < kMost; ++i)
        list += (i == 0 ? "" : ", ") + candidates[i];
    return { "right.known", { list + (candidates.size() > kMost ? " …" : "") } };
}

} // namespace memwall::core
