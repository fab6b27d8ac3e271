#include "core/base/json_document.h"

#include <algorithm>
#include <set>

namespace memwall::core
{

namespace
{

using nlohmann::json;

int lineOf(std::string_view text, std::size_t offset)
{
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
    return 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
}

/// Offset of the first bracket that opens too deep; npos when none does. Strings are skipped.
std::size_t tooDeepAt(std::string_view text)
{
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            i += c == '\\' ? 1 : 0;
            inString = c != '"';
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > kMaxJsonDepth)
                return i;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return std::string_view::npos;
}

/// Walks text that is known to be valid JSON and notes the line of every value.
class Lines
{
public:
    Lines(std::string_view text, JsonDocument& document, Problems& problems)
        : m_text(text)
        , m_document(document)
        , m_problems(problems)
    {
    }

    void value(const std::string& pointer)
    {
        skipSpace();
        m_document.lines.emplace(pointer, m_line);
        if (m_text[m_at] == '{')
            object(pointer);
        else if (m_text[m_at] == '[')
            array(pointer);
        else if (m_text[m_at] == '"')
            string();
        else
            while (m_at < m_text.size()
                && std::string_view(",]} \t\r\n").find(m_text[m_at]) == std::string_view::npos)
                ++m_at;
    }

private:
    void skipSpace()
    {
        while (
            m_at < m_text.size() && std::string_view(" \t\r\n").find(m_text[m_at]) != std::string_view::npos)
            m_line += m_text[m_at++] == '\n' ? 1 : 0;
    }

    /// The raw text of a string, quotes included.
    std::string_view string()
    {
        const std::size_t from = m_at++;
        while (m_text[m_at] != '"')
            m_at += m_text[m_at] == '\\' ? 2U : 1U;
        ++m_at;
        return m_text.substr(from, m_at - from);
    }

    void object(const std::string& pointer)
    {
        std::set<std::string> keys;
        ++m_at;
        for (skipSpace(); m_text[m_at] != '}'; skipSpace()) {
            const int line = m_line;
            const auto key = json::parse(string()).get<std::string>();
            const std::string child = pointer + '/' + pointerToken(key);
            if (!keys.insert(key).second)
                m_problems.push_back({ child, line, "the field \"" + key + "\" stands here a second time",
                    "remove one of the two" });
            skipSpace();
            ++m_at; // the colon
            value(child);
            skipSpace();
            if (m_text[m_at] == ',')
                ++m_at;
        }
        ++m_at;
    }

    void array(const std::string& pointer)
    {
        ++m_at;
        int index = 0;
        for (skipSpace(); m_text[m_at] != ']'; skipSpace()) {
            value(pointer + '/' + std::to_string(index++));
            skipSpace();
            if (m_text[m_at] == ',')
                ++m_at;
        }
        ++m_at;
    }

    std::string_view m_text;
    JsonDocument& m_document;
    Problems& m_problems;
    std::size_t m_at = 0;
    int m_line = 1;
};

Problem syntaxProblem(std::string_view text, std::size_t byte, const std::string& what)
{
    const std::size_t offset = byte > 0 ? byte - 1 : 0;
    const bool comment = offset < text.size() && (text[offset] == '/' || text[offset] == '#');
    const std::size_t colon = what.find("column");
    const std::size_t start = colon == std::string::npos ? std::string::npos : what.find(": ", colon);
    const std::string detail = start == std::string::npos ? what : what.substr(start + 2);
    return { {}, lineOf(text, offset), "not valid JSON: " + detail,
        comment ? "JSON has no comments; remove it" : "check quotes, commas and brackets up to here" };
}

} // namespace

std::string pointerToken(std::string_view key)
{
    std::string token;
    for (const char c : key)
        token += c == '~' ? std::string("~0") : c == '/' ? std::string("~1") : std::string(1, c);
    return token;
}

std::expected<JsonDocument, Problems> parseJson(std::string_view text)
{
    if (const std::size_t deep = tooDeepAt(text); deep != std::string_view::npos)
        return std::unexpected(Problems {
            { {}, lineOf(text, deep), "more than " + std::to_string(kMaxJsonDepth) + " levels of brackets",
                "no scenario is nested that deep" } });
    JsonDocument document;
    try {
        document.value = json::parse(text);
    } catch (const json::parse_error& error) {
        return std::unexpected(Problems { syntaxProblem(text, error.byte, error.what()) });
    } catch (const json::exception& error) {
        return std::unexpected(Problems {
            { {}, {}, std::string("not valid JSON: ") + error.what(), "use plain numbers and UTF-8 text" } });
    }
    Problems problems;
    // A byte order mark is allowed by the parser and is no value.
    const std::size_t mark = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    Lines(text.substr(mark), document, problems).value({});
    if (!problems.empty())
        return std::unexpected(std::move(problems));
    return document;
}

} // namespace memwall::core
