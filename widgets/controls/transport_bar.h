// Play, pause, step by operator / layer / token, slow motion stated in words that open a field for it, real
// time.
#pragma once

#include "core/timeline/run.h"
#include "widgets/theme/theme.h"

#include <QWidget>

#include <memory>

namespace memwall::ui
{

class TransportBar : public QWidget
{
    Q_OBJECT
public:
    explicit TransportBar(QWidget* parent = nullptr);
    ~TransportBar() override;

    void setTime(core::Instant time, core::Instant end);
    void setPlaying(bool playing);
    void setTimeScale(double realSecondsPerSimulatedSecond); ///< 1 is true speed
    void setTheme(const Theme& theme);

signals:
    void playRequested(bool play);
    void seekRequested(memwall::core::Instant time); ///< to the start or the end
    void stepRequested(memwall::core::Depth depth, int direction); ///< +1 forward, -1 back
    void timeScaleRequested(double realSecondsPerSimulatedSecond);
    void refused(const QString& sentence); ///< something typed was not taken: why

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace memwall::ui
