// Which panels stand around the stage: by themselves where there is room, by hand for good. And where the
// keys go.
#pragma once

#include "app/window/window_context.h"

class QSettings;

namespace memwall::app
{

class PanelController : public QObject
{
    Q_OBJECT
public:
    explicit PanelController(const WindowContext& in);

    /// What the window has room for now.
    void makeRoom();
    void setTheme(const ui::Theme& theme);
    void restore(const QSettings& settings);

private:
    void show(Panel panel, bool shown); ///< by hand
    void place();
    void focusStage();

    const WindowContext& m_in;
    PerPanel<PanelWish> m_wishes;
    ui::Theme m_theme;
};

} // namespace memwall::app
