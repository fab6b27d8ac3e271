// Says over stage and figures that they are not those of the scenario any more, where new ones take their
// time.
#pragma once

#include "app/frame/window_layout.h"
#include "widgets/base/veil.h"

#include <QObject>
#include <QTimer>

#include <array>

namespace memwall::app
{

class ComputingSign : public QObject
{
    Q_OBJECT
public:
    explicit ComputingSign(const WindowParts& parts, QObject* parent = nullptr);

    /// Figures are being worked out: says so if they are not there soon.
    void begin();
    /// What is shown is true again.
    void end();
    /// There will be no figures, and why.
    void fail(const QString& sentence);
    void setTheme(const ui::Theme& theme);
    [[nodiscard]] bool isShown() const { return !m_veils.front()->text().isEmpty(); }

private:
    void say(const QString& text);

    std::array<ui::Veil*, 3> m_veils; ///< of their widgets
    QTimer m_soon;
};

} // namespace memwall::app
