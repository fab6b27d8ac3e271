// How the window looks: theme, size of text, motion; and what of it is remembered.
#pragma once

#include "app/window/window_context.h"

namespace memwall::app
{

class LookController : public QObject
{
    Q_OBJECT
public:
    explicit LookController(const WindowContext& in);

    /// After everything is connected: as it was left the last time.
    void start();
    void remember() const;
    /// As large as a room needs it, whatever is set for a desk; nothing: as it is set. Not remembered.
    void setRoomScale(std::optional<double> scale);
    [[nodiscard]] const ui::Theme& theme() const { return m_theme; }

signals:
    void themeChanged(const memwall::ui::Theme& theme);

private:
    void setScale(double scale);
    void updateTheme();
    void updatePace();
    void restore();
    [[nodiscard]] bool isDark() const;

    const WindowContext& m_in;
    ui::Theme m_theme;
    ThemeChoice m_themeChoice = ThemeChoice::Scenario;
    double m_scale = 1.0;
    std::optional<double> m_roomScale; ///< in its place
    std::optional<bool> m_wantsReduced; ///< motion; absent: as the desktop says
    bool m_desktopReduces = false;
};

} // namespace memwall::app
