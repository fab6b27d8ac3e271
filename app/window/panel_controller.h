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
    /// A lesson stands in the place of the list.
    void setLesson(bool on);
    /// Stage, tape and the lesson's words alone, for a room. wide: beside the question stands insight.
    void setPresenting(bool on, bool wide = false);
    void restore(const QSettings& settings);

signals:
    void placed(); ///< parts stand elsewhere

private:
    void show(Panel panel, bool shown); ///< by hand
    void place();
    void placeLesson(const QRect& column);
    void placePresented();
    void raiseLesson();
    void focusStage();

    const WindowContext& m_in;
    PerPanel<PanelWish> m_wishes;
    ui::Theme m_theme;
    bool m_lesson = false, m_presenting = false, m_wide = false;
};

} // namespace memwall::app
