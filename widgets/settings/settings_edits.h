// What the sheet of settings can change, as settings with a name for the undo menu, and which choices there
// are. Pure, as scenario_edits.h.
#pragma once

#include "core/scenario/scenario_edits.h"

#include <QVector>

#include <utility>

namespace memwall::ui
{

struct NamedSettings
{
    core::Settings settings;
    QString text; ///< "Set KV cache to 8 bits"
};

/// Keys of the file and words for people.
using Choices = QVector<std::pair<QString, QString>>;

[[nodiscard]] Choices engineChoices(const core::EditContext& context); ///< those that drive these chips
[[nodiscard]] Choices kvBitChoices();
[[nodiscard]] Choices policyChoices();
[[nodiscard]] Choices arrivalChoices(bool recorded); ///< recorded: there is a trace
[[nodiscard]] Choices methodChoices();
[[nodiscard]] Choices drafterChoices(const core::EditContext& context);

[[nodiscard]] QString policyKey(core::BatchingPolicy policy);
[[nodiscard]] QString arrivalsKey(core::Arrivals arrivals);

[[nodiscard]] NamedSettings setTitle(const QString& title);
[[nodiscard]] NamedSettings setDescription(const QString& text);
[[nodiscard]] NamedSettings setName(const core::EditContext& context, const QString& name); ///< of the lane
[[nodiscard]] NamedSettings setKvCache(const core::EditContext& context, bool on);
/// Why this system cannot do without its KV cache; empty when it can.
[[nodiscard]] QString whyKvCache(const core::EditContext& context);
[[nodiscard]] NamedSettings setKvBits(const core::EditContext& context, const QString& key);
[[nodiscard]] NamedSettings setEngine(const core::EditContext& context, const QString& key);
[[nodiscard]] NamedSettings setPolicy(const core::EditContext& context, const QString& key);
/// Why prompts cannot be taken in parts; empty when they can.
[[nodiscard]] QString whyNotPolicy(const core::EditContext& context, const QString& key);
[[nodiscard]] NamedSettings setChunk(const core::EditContext& context, std::int64_t tokens);
[[nodiscard]] NamedSettings setArrivals(const QString& key);
[[nodiscard]] NamedSettings setMethod(const core::EditContext& context, const QString& key);
[[nodiscard]] NamedSettings setDrafter(const core::EditContext& context, const QString& key);
[[nodiscard]] NamedSettings setDraftTokens(const core::EditContext& context, std::int64_t tokens);
[[nodiscard]] NamedSettings setAcceptance(const core::EditContext& context, double share);

} // namespace memwall::ui
