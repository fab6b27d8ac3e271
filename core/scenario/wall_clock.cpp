#include "core/scenario/wall_clock.h"

#include <algorithm>
#include <chrono>

namespace memwall::core
{

namespace
{

/// Takes pieces off the front of a text; what does not fit makes it bad for good.
class Scanner
{
public:
    explicit Scanner(std::string_view text)
        : m_rest(text)
    {
    }

    int digits(std::size_t count)
    {
        int value = 0;
        m_good = m_good && m_rest.size() >= count;
        for (std::size_t i = 0; m_good && i < count; ++i) {
            m_good = m_rest[i] >= '0' && m_rest[i] <= '9';
            value = value * 10 + (m_rest[i] - '0');
        }
        m_rest.remove_prefix(std::min(count, m_rest.size()));
        return value;
    }

    bool take(char c)
    {
        const bool found = m_rest.starts_with(c);
        m_rest.remove_prefix(found ? 1 : 0);
        return found;
    }

    void need(bool there) { m_good = m_good && there; }

    std::int64_t fractionNs()
    {
        std::int64_t value = 0, unit = 100'000'000;
        std::size_t count = 0;
        for (; count < m_rest.size() && m_rest[count] >= '0' && m_rest[count] <= '9'; ++count, unit /= 10)
            value += (m_rest[count] - '0') * unit;
        need(count > 0);
        m_rest.remove_prefix(count);
        return value;
    }

    [[nodiscard]] bool isNext(char c) const { return m_rest.starts_with(c); }
    [[nodiscard]] bool isGoodToTheEnd() const { return m_good && m_rest.empty(); }

private:
    std::string_view m_rest;
    bool m_good = true;
};

int offsetMinutes(Scanner& scan)
{
    if (scan.take('Z'))
        return 0;
    const bool west = scan.isNext('-');
    if (!scan.take('+') && !scan.take('-'))
        return 0;
    const int hours = scan.digits(2);
    scan.take(':');
    const int minutes = hours * 60 + scan.digits(2);
    return west ? -minutes : minutes;
}

} // namespace

std::optional<std::int64_t> wallClockNs(std::string_view text)
{
    Scanner scan(text);
    const int year = scan.digits(4);
    scan.need(scan.take('-'));
    const int month = scan.digits(2);
    scan.need(scan.take('-'));
    const int day = scan.digits(2);
    scan.need(scan.take(' ') || scan.take('T'));
    const int hour = scan.digits(2);
    scan.need(scan.take(':'));
    const int minute = scan.digits(2);
    scan.need(scan.take(':'));
    const int second = scan.digits(2);
    const std::int64_t fraction = scan.take('.') ? scan.fractionNs() : 0;
    const int offset = offsetMinutes(scan);
    const std::chrono::year_month_day date { std::chrono::year { year },
        std::chrono::month { static_cast<unsigned>(month) },
        std::chrono::day { static_cast<unsigned>(day) } };
    if (!scan.isGoodToTheEnd() || !date.ok() || year < 1970 || year > 2200 || hour > 23 || minute > 59
        || second > 60)
        return std::nullopt;
    const std::int64_t days = std::chrono::sys_days { date }.time_since_epoch().count();
    const std::int64_t seconds = ((days * 24 + hour) * 60 + minute - offset) * 60 + second;
    return seconds * 1'000'000'000 + fraction;
}

} // namespace memwall::core
