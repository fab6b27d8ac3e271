// One lane of a race as a widget of its own: it has the keyboard's focus, a name and a description. Paints
// what stands still from a cache. Asks, never acts.
#pragma once

#include "core/timeline/run.h"
#include "widgets/base/explanation.h"
#include "widgets/race/race_lanes.h"
#include "widgets/stage/stage_widget.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace memwall::ui
{

/// What all lanes of a race share.
struct RaceShared
{
    std::vector<RaceLane> lanes;
    RaceScale scale;
    double blockBytes = 0; ///< 0: no lane draws blocks
    QStringList tokens; ///< words of the answer
    WidthScale widths = WidthScale::Log;
    Pace pace;
    Theme theme = Theme::darkTheme();
    core::Instant time {};
    std::size_t current = 0; ///< the lane that the bar changes
};

class LaneWidget : public QWidget, public Explains
{
    Q_OBJECT
public:
    /// The shared state must outlive the lane.
    LaneWidget(std::shared_ptr<const RaceShared> shared, std::size_t lane, QWidget* parent);
    ~LaneWidget() override;

    void refresh(); ///< result, theme, widths or current lane changed
    void showTime(); ///< only the time changed
    void setDropTarget(bool target); ///< a lane is dragged over this one

    [[nodiscard]] Explanation explanationAt(QPointF position) const override;
    /// Words as they are drawn, for tests.
    [[nodiscard]] QString answerText() const;
    [[nodiscard]] int cacheRebuilds() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void currentRequested(std::size_t lane);
    void soloRequested(std::size_t lane);
    void removeRequested(std::size_t lane);
    void focusRequested(std::size_t lane, int direction); ///< up -1, down +1
    void dragged(std::size_t lane, QPoint globalPosition);
    void dropped(std::size_t lane, QPoint globalPosition);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void placeButtons();
    void describe();
    void updateMoving(const LaneNow& now, bool all);
    [[nodiscard]] const RaceLane& lane() const;

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace memwall::ui
