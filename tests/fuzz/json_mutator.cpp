#include "tests/fuzz/json_mutator.h"

#include <nlohmann/json.hpp>

#include <cstring>
#include <random>
#include <vector>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t mostBytes);
extern "C" std::size_t LLVMFuzzerCustomMutator(
    std::uint8_t* data, std::size_t size, std::size_t mostBytes, unsigned seed);

namespace memwall::fuzz
{

namespace
{

using nlohmann::json;

class Mutator
{
public:
    Mutator(json& root, unsigned seed)
        : m_root(root)
        , m_random(seed)
    {
        collect(root);
    }

    /// One to four changes, of which later ones build on earlier ones.
    void mutate()
    {
        for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
            change(*m_nodes[below(m_nodes.size())]);
            m_nodes.clear();
            collect(m_root);
        }
    }

private:
    using Change = void (Mutator::*)(json&);

    std::size_t below(std::size_t count) { return m_random() % count; }

    void collect(json& node)
    {
        m_nodes.push_back(&node);
        if (node.is_structured())
            for (json& child : node)
                collect(child);
    }

    void change(json& node)
    {
        constexpr Change kChanges[] = { &Mutator::otherKind, &Mutator::otherKind, &Mutator::scale,
            &Mutator::scale, &Mutator::copyHere, &Mutator::drop, &Mutator::repeat, &Mutator::deepen,
            &Mutator::rename, &Mutator::spoil };
        (this->*kChanges[below(std::size(kChanges))])(node);
    }

    void otherKind(json& node)
    {
        const json kinds[] = { nullptr, true, false, 0, -1, 1, 2, 0.5, 1e-9, 1e9, 1e18, -1e300, 1e300,
            std::int64_t { 1 } << 62, UINT64_MAX, INT64_MIN, 5e-324, "", "x", "0", json::array(),
            json::object(), json::array({ json::array() }), json::object({ { "", 0 } }) };
        node = kinds[below(std::size(kinds))];
    }

    void scale(json& node)
    {
        if (!node.is_number())
            return otherKind(node);
        constexpr double kFactors[] = { 0.5, 2, 3, 10, 1000, 1e6, -1, 1e-3, 1e-6 };
        const double value = node.get<double>() * kFactors[below(std::size(kFactors))];
        node = std::abs(value) < 1e15 && below(2) == 0 ? json(static_cast<std::int64_t>(value)) : json(value);
    }

    void copyHere(json& node)
    {
        json other = *m_nodes[below(m_nodes.size())];
        node = std::move(other);
    }

    void drop(json& node)
    {
        if (!node.is_structured() || node.empty())
            return otherKind(node);
        auto child = node.begin();
        std::advance(child, static_cast<std::ptrdiff_t>(below(node.size())));
        node.erase(child);
    }

    void repeat(json& node)
    {
        constexpr std::size_t kMost = 40;
        if (!node.is_array() || node.empty())
            return copyHere(node);
        const json child = node[below(node.size())];
        for (std::size_t times = 1 + below(kMost); times > 0; --times)
            node.push_back(child);
    }

    void deepen(json& node)
    {
        constexpr std::size_t kMost = 80;
        for (std::size_t times = 1 + below(below(4) == 0 ? kMost : 2); times > 0; --times) {
            json outer;
            if (below(2) == 0)
                outer.push_back(std::move(node));
            else
                outer["a"] = std::move(node);
            node = std::move(outer);
        }
    }

    /// Another object's key, so that known fields turn up where they do not belong.
    void rename(json& node)
    {
        json& other = *m_nodes[below(m_nodes.size())];
        if (!node.is_object() || node.empty() || !other.is_object() || other.empty())
            return copyHere(node);
        auto key = other.begin(), value = node.begin();
        std::advance(key, static_cast<std::ptrdiff_t>(below(other.size())));
        std::advance(value, static_cast<std::ptrdiff_t>(below(node.size())));
        const std::string name = key.key();
        json copy = value.value();
        node[name] = std::move(copy);
    }

    void spoil(json& node)
    {
        if (!node.is_string())
            return otherKind(node);
        constexpr const char* kParts[] = { "\x1b[2J", "<b>", "/", "~", "..", "\n", "\xe2\x80\xae", "%s", "=1",
            "\"", "0", "9", "-", "é" };
        auto text = node.get<std::string>();
        text.insert(below(text.size() + 1), kParts[below(std::size(kParts))]);
        node = std::move(text);
    }

    json& m_root;
    std::minstd_rand m_random;
    std::vector<json*> m_nodes;
};

} // namespace

std::size_t mutateJson(std::uint8_t* data, std::size_t size, std::size_t mostBytes, unsigned seed)
{
    constexpr unsigned kBytesAlone = 16;
    json root = json::parse(data, data + size, nullptr, false);
    if (root.is_discarded() || seed % kBytesAlone == 0)
        return LLVMFuzzerMutate(data, size, mostBytes);
    Mutator(root, seed).mutate();
    const std::string text = root.dump(-1, ' ', false, json::error_handler_t::replace);
    if (text.size() > mostBytes)
        return LLVMFuzzerMutate(data, size, mostBytes);
    std::memcpy(data, text.data(), text.size());
    return text.size();
}

} // namespace memwall::fuzz

extern "C" std::size_t LLVMFuzzerCustomMutator(
    std::uint8_t* data, std::size_t size, std::size_t mostBytes, unsigned seed)
{
    return memwall::fuzz::mutateJson(data, size, mostBytes, seed);
}
