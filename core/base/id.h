// Names of things that stand in files. Ids of different things are different types: one does not compile in
// the place of another, nor does a text that nobody called an id.
#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>

namespace memwall::core
{

/// A default one names nothing.
template <typename Tag> class Id
{
public:
    Id() = default;
    explicit Id(std::string text)
        : m_text(std::move(text))
    {
    }

    [[nodiscard]] const std::string& text() const { return m_text; }

    auto operator<=>(const Id&) const = default;

private:
    std::string m_text;
};

} // namespace memwall::core

namespace std
{

template <typename Tag> struct hash<memwall::core::Id<Tag>>
{
    std::size_t operator()(const memwall::core::Id<Tag>& id) const
    {
        return std::hash<std::string> {}(id.text());
    }
};

} // namespace std
