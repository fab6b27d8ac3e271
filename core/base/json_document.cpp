#include "core/base/json_document.h"

#include "core/base/assert.h"
#include "core/base/json_events.h"
#include "core/base/visible_text.h"

#include <map>

namespace memwall::core
{

namespace
{

using nlohmann::json;

/// The parser's own words, without what stands before and what an unclosed text drags behind.
std::string detailOf(const nlohmann::detail::exception& error)
{
    const std::string_view what = error.what();
    const std::size_t place = what.find("column");
    const std::size_t end
        = place == std::string_view::npos ? what.find("] ") : what.find(": ", place); // of what stands before
    constexpr std::size_t kMost = 160;
    return shortened(end == std::string_view::npos ? what : what.substr(end + 2), kMost);
}

/// Builds the value of a text and notes what is wrong with it.
class JsonBuilder : public JsonEvents
{
public:
    explicit JsonBuilder(std::string_view text)
        : JsonEvents(text)
    {
        read();
    }

    /// Whether the text is JSON, if perhaps of a kind that is not taken.
    [[nodiscard]] bool isJson() const { return m_isJson; }

    [[nodiscard]] std::expected<json, Problems> take()
    {
        if (!m_problems.empty())
            return std::unexpected(m_problems.take());
        return std::move(m_root);
    }

protected:
    bool scalar(json value) override
    {
        add(std::move(value));
        return true;
    }

    bool open(json::value_t kind) override
    {
        if (m_open.size() == kMaxJsonDepth) {
            m_problems.add({ {}, line(), { "wrong.too_deep", { std::to_string(kMaxJsonDepth) } },
                { "right.too_deep" } });
            return false;
        }
        m_open.push_back(add(json(kind)));
        return true;
    }

    bool close() override
    {
        m_open.pop_back();
        return true;
    }

private:
    /// Where the value now stands. Only the innermost list grows, so those around it stay where they are.
    json* add(json value)
    {
        if (m_open.empty()) {
            m_root = std::move(value);
            return &m_root;
        }
        if (m_open.back()->is_array()) {
            m_open.back()->push_back(std::move(value));
            return &m_open.back()->back();
        }
        *m_member = std::move(value);
        return m_member;
    }

    bool key(std::string& name) override
    {
        const auto [member, isNew] = m_open.back()->get_ref<json::object_t&>().try_emplace(name);
        m_member = &member->second;
        if (!isNew)
            m_problems.add({ m_problems.isFull() ? std::string {} : here() + '/' + pointerToken(name), line(),
                { "wrong.twice", { name } }, { "right.remove_one" } });
        return true;
    }

    bool parse_error(
        std::size_t position, const std::string&, const nlohmann::detail::exception& error) override
    {
        constexpr int kOutOfRange = 406;
        m_isJson = error.id == kOutOfRange;
        const std::string_view last = text().substr(0, position);
        const bool comment = last.ends_with('/') || last.ends_with('#');
        m_problems.add({ {}, line(), { "wrong.json", { detailOf(error) } },
            { m_isJson        ? "right.json_range"
                    : comment ? "right.json_comment"
                              : "right.json" } });
        return false;
    }

    /// The pointer of the innermost object.
    [[nodiscard]] std::string here() const
    {
        std::string pointer;
        for (std::size_t i = 0; i + 1 < m_open.size(); ++i) {
            if (m_open[i]->is_array()) {
                pointer += '/' + std::to_string(m_open[i]->size() - 1);
                continue;
            }
            for (const auto& [name, member] : m_open[i]->get_ref<const json::object_t&>())
                if (&member == m_open[i + 1])
                    pointer += '/' + pointerToken(name);
        }
        return pointer;
    }

    json m_root;
    json* m_member = nullptr; ///< of the innermost object: where its next value goes
    std::vector<json*> m_open;
    ProblemList m_problems;
    bool m_isJson = true;
};

/// Passes through text that is good JSON and tells problems which line their pointers lead to.
class LineFinder : public JsonEvents
{
public:
    LineFinder(Problems& problems, std::string_view text)
        : JsonEvents(text)
    {
        for (Problem& problem : problems)
            if (const auto tokens = pointerTokens(problem.pointer)) {
                Wanted* wanted = &m_root;
                for (const std::string& token : *tokens)
                    wanted = &wanted->within[token];
                wanted->problems.push_back(&problem);
            }
    }

protected:
    bool scalar(json) override
    {
        (void)pass();
        return true;
    }

    bool open(json::value_t kind) override
    {
        m_open.push_back({ pass(), kind == json::value_t::array });
        return true;
    }

    bool close() override
    {
        m_open.pop_back();
        return true;
    }

private:
    /// A value that lies on the way to some problem.
    struct Wanted
    {
        std::map<std::string, Wanted, std::less<>> within;
        std::vector<Problem*> problems;

        Wanted* at(std::string_view token)
        {
            const auto found = within.find(token);
            return found == within.end() ? nullptr : &found->second;
        }

        void setLine(int line)
        {
            for (Problem* problem : problems)
                problem->line = line;
            for (auto& [token, inner] : within)
                inner.setLine(line);
        }
    };

    struct Open
    {
        Wanted* wanted = nullptr; ///< null: no problem lies within
        bool isList = false;
        std::size_t next = 0; ///< of a list: the index of its next value
    };

    bool key(std::string& name) override
    {
        m_member = m_open.back().wanted == nullptr ? nullptr : m_open.back().wanted->at(name);
        return true;
    }

    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override
    {
        return false;
    }

    /// What is wanted of the value that begins here. Its line is that of what lies within too, until the way
    /// leads there.
    Wanted* pass()
    {
        Wanted* wanted = &m_root;
        if (!m_open.empty()) {
            Open& around = m_open.back();
            const bool inList = around.isList && around.wanted != nullptr;
            wanted = inList     ? around.wanted->at(std::to_string(around.next++))
                : around.isList ? nullptr
                                : m_member;
        }
        if (wanted != nullptr)
            wanted->setLine(line());
        return wanted;
    }

    Wanted m_root;
    Wanted* m_member = nullptr; ///< of the innermost object: its next value
    std::vector<Open> m_open;
};

Problem tooLong()
{
    return { {}, {}, { "wrong.too_long", { std::to_string(kMaxJsonBytes >> 20) } }, { "right.other_file" } };
}

std::string unescaped(std::string_view token)
{
    std::string text;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const bool escape = token[i] == '~' && i + 1 < token.size();
        text += escape ? (token[i + 1] == '1' ? '/' : '~') : token[i];
        i += escape ? 1 : 0;
    }
    return text;
}

} // namespace

std::string pointerToken(std::string_view key)
{
    std::string token;
    for (const char c : key)
        token += c == '~' ? std::string("~0") : c == '/' ? std::string("~1") : std::string(1, c);
    return token;
}

std::optional<std::vector<std::string>> pointerTokens(std::string_view pointer)
{
    if (!pointer.starts_with('/'))
        return std::nullopt;
    std::vector<std::string> tokens;
    for (std::size_t at = 0; at < pointer.size();) {
        const std::size_t next = std::min(pointer.find('/', at + 1), pointer.size());
        tokens.push_back(unescaped(pointer.substr(at + 1, next - at - 1)));
        at = next;
    }
    return tokens;
}

std::expected<json, Problems> parseJson(std::string_view text)
{
    if (text.size() > kMaxJsonBytes)
        return std::unexpected(Problems { tooLong() });
    return JsonBuilder(text).take();
}

std::expected<json, Problems> parseJsonOrWord(std::string_view text)
{
    if (text.size() > kMaxJsonBytes)
        return std::unexpected(Problems { tooLong() });
    JsonBuilder builder(text);
    return builder.isJson() ? builder.take() : json(text);
}

void addLines(Problems& problems, std::string_view text)
{
    if (problems.empty())
        return;
    const bool wholeText = LineFinder(problems, text).read();
    MEMWALL_ASSERT(wholeText);
}

} // namespace memwall::core
