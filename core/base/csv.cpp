#include "core/base/csv.h"

#include "core/base/number_text.h"
#include "core/base/visible_text.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Text that is only text to whoever opens the table.
std::string inert(std::string_view text)
{
    std::string shown = visibleText(text);
    const bool formula
        = !shown.empty() && std::string_view("=+-@").find(shown.front()) != std::string_view::npos;
    if (formula && !numberIn(std::string_view(shown).substr(shown.starts_with('+') ? 1 : 0)))
        shown.insert(shown.begin(), '\'');
    return shown;
}

} // namespace

std::string_view withoutByteOrderMark(std::string_view text)
{
    constexpr std::string_view kMark = "\xef\xbb\xbf";
    return text.starts_with(kMark) ? text.substr(kMark.size()) : text;
}

std::string csvQuoted(std::string_view text)
{
    std::string quoted(1, '"');
    for (const char c : inert(text))
        quoted.append(c == '"' ? 2U : 1U, c);
    quoted.push_back('"');
    return quoted;
}

std::string csvField(std::string_view text)
{
    return text.find_first_of(",\"") == std::string_view::npos ? inert(text) : csvQuoted(text);
}

std::string csvNumber(double value)
{
    return significantText(value, 12);
}

CsvReader::CsvReader(std::string_view text)
    : m_text(withoutByteOrderMark(text))
{
}

bool CsvReader::atLineEnd() const
{
    return m_at >= m_text.size() || m_text[m_at] == '\n' || m_text[m_at] == '\r';
}

void CsvReader::passLineEnd()
{
    if (m_at >= m_text.size())
        return;
    m_at += m_text.substr(m_at).starts_with("\r\n") ? 2U : 1U;
    ++m_line;
}

void CsvReader::skipUnused()
{
    while (m_at < m_text.size()) {
        std::size_t first = m_at;
        while (first < m_text.size() && isBlank(m_text[first]))
            ++first;
        const bool empty = first == m_text.size() || m_text[first] == '\n' || m_text[first] == '\r';
        if (!empty && m_text[first] != '#')
            return;
        m_at = std::min(m_text.find_first_of("\r\n", first), m_text.size());
        passLineEnd();
    }
}

void CsvReader::readQuoted(CsvRecord& record, std::string& field)
{
    ++m_at;
    while (m_at < m_text.size()) {
        const char c = m_text[m_at++];
        if (c == '"' && (m_at == m_text.size() || m_text[m_at] != '"'))
            return;
        if (c == '"')
            ++m_at;
        m_line += c == '\n' ? 1 : 0;
        field.push_back(c);
    }
    record.closed = false;
}

void CsvReader::readField(CsvRecord& record, std::size_t index)
{
    if (record.fields.size() <= index)
        record.fields.resize(index + 1);
    std::string& field = record.fields[index];
    field.clear();
    while (m_at < m_text.size() && isBlank(m_text[m_at]))
        ++m_at;
    if (m_at < m_text.size() && m_text[m_at] == '"')
        readQuoted(record, field);
    const std::size_t end = std::min(m_text.find_first_of(",\r\n", m_at), m_text.size());
    field.append(trimmed(m_text.substr(m_at, end - m_at)));
    m_at = end;
}

bool CsvReader::next(CsvRecord& record)
{
    skipUnused();
    if (m_at >= m_text.size())
        return false;
    record.line = m_line;
    record.closed = true;
    std::size_t count = 0;
    readField(record, count++);
    while (!atLineEnd()) {
        ++m_at; // the comma
        readField(record, std::min(count++, kMostCsvFields - 1));
    }
    record.fields.resize(std::min(count, kMostCsvFields));
    passLineEnd();
    return true;
}

} // namespace memwall::core
