#include "core/base/json_events.h"

namespace memwall::core
{

namespace
{

/// Characters of a text; tells how far the parser came.
class TrackedCharacter
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    TrackedCharacter(const char* at, const char** reached)
        : m_at(at)
        , m_reached(reached)
    {
    }

    reference operator*() const { return *m_at; }
    TrackedCharacter& operator++()
    {
        *m_reached = ++m_at;
        return *this;
    }
    TrackedCharacter operator++(int)
    {
        const TrackedCharacter before = *this;
        ++*this;
        return before;
    }
    bool operator==(const TrackedCharacter& other) const { return m_at == other.m_at; }

private:
    const char* m_at;
    const char** m_reached;
};

} // namespace

bool JsonEvents::read()
{
    const char* const end = m_text.data() + m_text.size();
    nlohmann::json_sax<json>* const events = this;
    return json::sax_parse(
        TrackedCharacter(m_text.data(), &m_reached), TrackedCharacter(end, &m_reached), events);
}

} // namespace memwall::core
