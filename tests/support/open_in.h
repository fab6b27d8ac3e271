// Opens a file in a document at once, as the window does once a file is read.
#pragma once

#include "app/files/opened_file.h"
#include "app/session/document.h"

namespace memwall::test
{

[[nodiscard]] inline std::expected<void, core::Problems> openIn(
    app::Document& document, const core::Catalog& catalog, const QString& path)
{
    auto opened = app::loadOpened(path, catalog);
    if (!opened)
        return std::unexpected(std::move(opened.error().problems));
    document.adoptFile(std::get<core::Scenario>(std::move(opened->content)), path, opened->digest);
    return {};
}

} // namespace memwall::test
