// Fields of a Hugging Face config under any of their names, and the two halves of a layer made from them.
// Internal to catalog.
#pragma once

#include "core/base/object_reader.h"

#include <initializer_list>
#include <set>
#include <vector>

namespace memwall::core
{

using Names = std::initializer_list<std::string_view>;

/// A name may lead into an object: "linear_attn_config/head_dim".
class HfFields
{
public:
    /// Reads text_config where the config has one; type: model_type without "_text". pointer: the config's
    /// own.
    HfFields(ReadContext& context, const nlohmann::json& config, std::string pointer);

    [[nodiscard]] bool is(Names types) const;
    [[nodiscard]] const std::string& type() const { return m_type; }

    /// The first of the names that is there and not null.
    [[nodiscard]] const nlohmann::json* find(Names names) const;

    // A value of another kind is reported once.
    [[nodiscard]] bool flag(std::string_view name, bool fallback = false);
    [[nodiscard]] std::string text(std::string_view name);
    /// A whole number.
    [[nodiscard]] int integer(Names names, int fallback = 0);
    /// The same, and reports once when it is missing or 0.
    [[nodiscard]] int need(Names names, Saying remedy);
    /// The entry of a list with one entry per layer; null where there is no such list. Reports a short one.
    [[nodiscard]] const nlohmann::json* ofLayer(std::string_view name, int layer);

    void report(std::string_view name, Saying message, Saying remedy);
    /// What is wrong with the model that was made, said of the fields that it was made from.
    void reportMade(const nlohmann::json& made, const Problems& problems);

    int layers = 0, hidden = 0, heads = 0;

private:
    [[nodiscard]] std::string at(std::string_view name) const;

    ReadContext& m_context;
    nlohmann::json m_own; ///< text_config with what only the outer object has
    std::string m_pointer;
    std::set<std::string, std::less<>> m_outer; ///< names that only the outer object has
    bool m_isNested = false;
    std::string m_type;
    std::set<std::string, std::less<>> m_reported;
};

/// The fields of configs that a field of a model in the catalog's format is made from.
[[nodiscard]] std::vector<std::string_view> hfNamesOf(std::string_view made);

/// One layer's group without its count of layers.
[[nodiscard]] nlohmann::json hfAttention(HfFields& fields, int layer);
[[nodiscard]] nlohmann::json hfFeedForward(HfFields& fields, int layer);

/// Nemotron-H: the letter of a layer (M Mamba-2, E experts, - feed-forward, * attention); 0 for other models.
[[nodiscard]] char hfMixer(HfFields& fields, int layer);

} // namespace memwall::core
