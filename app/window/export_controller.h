// The Export menu: pictures, movies and handouts of what the window shows, and its trace for Perfetto.
#pragma once

#include "app/window/window_context.h"

namespace memwall::app
{

class ExportController : public QObject
{
    Q_OBJECT
public:
    explicit ExportController(const WindowContext& in);

    void setTheme(const ui::Theme& theme) { m_theme = theme; } ///< of movies

private:
    void exportPicture();
    void exportMovie();
    void exportHandout();
    void exportPerfetto();
    [[nodiscard]] QString exportName() const; ///< what an exported file is called first

    const WindowContext& m_in;
    ui::Theme m_theme;
};

} // namespace memwall::app
