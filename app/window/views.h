// Fills the views with what is shown, and hands on what they ask for.
#pragma once

#include "app/frame/computing_sign.h"
#include "app/window/window_context.h"
#include "widgets/stage/stage_widget.h"

namespace memwall::app
{

class Views : public QObject
{
    Q_OBJECT
public:
    explicit Views(const WindowContext& in);

    void setTheme(const ui::Theme& theme);
    /// What is shown is said to be out of date.
    [[nodiscard]] bool isDimmed() const { return m_computing.isShown(); }

private:
    void connectWishes();
    void setWidths(ui::WidthScale widths);
    void setBandwidth(core::PoolRole pool, double scale, int hold);
    void setCards(const QStringList& names);
    void forget();
    void fillBar();
    void takeScenario();
    void showSystem(bool anew);
    void showTime(core::Instant time);

    const WindowContext& m_in;
    ComputingSign m_computing;
};

} // namespace memwall::app
