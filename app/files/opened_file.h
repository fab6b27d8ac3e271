// What stands in a file that somebody opens, read once: a scenario, or a model's config.json.
#pragma once

#include "app/files/scenario_file.h"

#include <variant>

namespace memwall::app
{

struct OpenedFile
{
    /// A model comes under its own name: what the config calls itself, else its file or folder.
    std::variant<core::Scenario, core::ModelRef> content;
    QByteArray digest; ///< of the bytes, as fileDigest() gives it
};

using Opened = std::expected<OpenedFile, LoadFailure>;

/// Path "-" is standard input. The requests of a scenario's trace are not read yet.
[[nodiscard]] Opened readOpened(const QString& path, const core::Catalog& catalog);
/// A scenario can be simulated: the requests of its trace are read too.
[[nodiscard]] Opened loadOpened(const QString& path, const core::Catalog& catalog);

} // namespace memwall::app
