// Comma-separated values (RFC 4180), record by record: quoted fields may hold commas, doubled quotes and
// line ends. Lines end with LF, CRLF or CR. Empty lines and lines that begin with # are passed over.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace memwall::core
{

/// More fields of a record share the last one's place: a line of commas must not fill memory.
inline constexpr std::size_t kMostCsvFields = 256;

struct CsvRecord
{
    int line = 0; ///< 1-based, where the record begins
    std::vector<std::string> fields; ///< without quotes and the blanks around them
    bool closed = true; ///< false: the text ends inside quotes
};

/// The text without a UTF-8 byte order mark.
[[nodiscard]] std::string_view withoutByteOrderMark(std::string_view text);

/// Text for a cell: in quotes, quotes inside doubled, and without what a terminal obeys. What a spreadsheet
/// would compute (=, +, -, @ in front of what is no number) gets an apostrophe in front.
[[nodiscard]] std::string csvQuoted(std::string_view text);
/// The same, in quotes only where a comma or a quote stands in it.
[[nodiscard]] std::string csvField(std::string_view text);
/// With twelve significant digits, as many as a spreadsheet keeps.
[[nodiscard]] std::string csvNumber(double value);

class CsvReader
{
public:
    /// The text must outlive the reader.
    explicit CsvReader(std::string_view text);

    /// The next record, in the storage of the last; false at the end.
    bool next(CsvRecord& record);

private:
    void skipUnused();
    void readField(CsvRecord& record, std::size_t index);
    void readQuoted(CsvRecord& record, std::string& field);
    void passLineEnd();
    [[nodiscard]] bool atLineEnd() const;

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_line = 1;
};

} // namespace memwall::core
