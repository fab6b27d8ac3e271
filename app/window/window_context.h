// What the window's controllers work with. All of it outlives them.
#pragma once

#include "app/background/file_reader.h"
#include "app/files/catalog_location.h"
#include "app/frame/actions.h"
#include "app/frame/window_layout.h"
#include "app/session/session.h"

#include <QMainWindow>

#include <optional>

namespace memwall::app
{

struct WindowOptions
{
    bool remembers = true; ///< reads and writes the user's settings
    bool autoplay = true;
    std::optional<QString> theme {}; ///< dark | light, over every other wish
    double scale = 1.0;
    QString draftFolder {}; ///< where changes that are not saved are kept; empty: nowhere
    double measureSeconds = 3; ///< that measuring this computer may take
    int fps = 0; ///< the window is filmed: pictures a second
};

struct WindowContext
{
    const core::Catalog& catalog;
    const Folders& folders;
    const WindowOptions& options;
    QMainWindow& window; ///< of the dialogs
    Session& session;
    FileReader& reader;
    const WindowParts& parts;
    const Actions& actions;

    /// A quiet sentence above everything; empty: none.
    void say(const QString& sentence) const;
    /// Sets values of the scenario as one undo step, or says why that is not possible. False then.
    bool apply(const core::Settings& settings, const QString& text, const QString& mergeKey = {},
        std::optional<std::size_t> editedThen = {}) const;
    /// What is wrong with a file, all of it at once.
    void showProblems(const QString& sentence, const core::Problems& problems) const;
};

} // namespace memwall::app
