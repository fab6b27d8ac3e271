// The race: two to four systems of a scenario under each other on one clock, and the table of their
// differences. What it draws is a pure function of the lanes' runs and the time; it asks, never acts.
#pragma once

#include "widgets/race/lane_widget.h"

#include <QWidget>

#include <memory>

namespace memwall::ui
{

class RaceWidget : public QWidget
{
    Q_OBJECT
public:
    explicit RaceWidget(QWidget* parent = nullptr);
    ~RaceWidget() override;

    void setLanes(std::vector<RaceLane> lanes, const core::Workload& workload);
    void setTime(core::Instant time);
    void setPace(const Pace& pace);
    void setTimeScale(double realSecondsPerSimulatedSecond);
    void setCurrent(std::size_t lane); ///< the one that the bar changes
    void setWidthScale(WidthScale widths);
    void setTheme(const Theme& theme);

    [[nodiscard]] std::size_t lanes() const;
    [[nodiscard]] LaneWidget* lane(std::size_t lane) const;
    /// The lane at a place of the screen.
    [[nodiscard]] std::optional<std::size_t> laneAt(QPoint globalPosition) const;

signals:
    void currentRequested(std::size_t lane);
    void soloRequested(std::size_t lane);
    void removeRequested(std::size_t lane);
    void swapRequested(std::size_t a, std::size_t b);

private:
    void makeLanes(std::size_t count);
    void writeHeader();
    void refresh();

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace memwall::ui
