// The parser's events with the line that it is in. Internal to base.
#pragma once

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace memwall::core
{

/// What happens while JSON text is read from left to right. A false answer ends the reading.
class JsonEvents : public nlohmann::json_sax<nlohmann::json>
{
public:
    using json = nlohmann::json;

    /// The line of the token that was read last, counted from 1.
    [[nodiscard]] int line()
    {
        // A number ends only at the character behind it; no token ends with a line end.
        const char* const upTo = std::max(m_counted, m_reached - (m_reached > m_text.data() ? 1 : 0));
        m_line += static_cast<int>(std::count(m_counted, upTo, '\n'));
        m_counted = upTo;
        return m_line;
    }

    /// False where an event ended the reading.
    bool read();

protected:
    explicit JsonEvents(std::string_view text)
        : m_text(text)
        , m_reached(text.data())
        , m_counted(text.data())
    {
    }

    virtual bool scalar(json value) = 0;
    virtual bool open(json::value_t kind) = 0;
    virtual bool close() = 0;

    [[nodiscard]] std::string_view text() const { return m_text; }

private:
    bool null() final { return scalar(nullptr); }
    bool boolean(bool value) final { return scalar(value); }
    bool number_integer(json::number_integer_t value) final { return scalar(value); }
    bool number_unsigned(json::number_unsigned_t value) final { return scalar(value); }
    bool number_float(json::number_float_t value, const std::string&) final { return scalar(value); }
    bool string(std::string& value) final { return scalar(std::move(value)); }
    bool binary(json::binary_t&) final { return false; }
    bool start_object(std::size_t) final { return open(json::value_t::object); }
    bool end_object() final { return close(); }
    bool start_array(std::size_t) final { return open(json::value_t::array); }
    bool end_array() final { return close(); }

    std::string_view m_text;
    const char* m_reached; ///< behind the last character that the parser took
    const char* m_counted; ///< line ends before it are in m_line
    int m_line = 1;
};

} // namespace memwall::core
