// Lanes over time: whole answer → tokens → layers → operators by zooming; playhead, scrubbing, minimap.
#pragma once

#include "core/timeline/run.h"
#include "widgets/base/explanation.h"
#include "widgets/theme/theme.h"
#include "widgets/timeline/timeline_marks.h"

#include <QWidget>

#include <memory>

namespace memwall::ui
{

class TimelineWidget : public QWidget, public Explains
{
    Q_OBJECT
public:
    explicit TimelineWidget(QWidget* parent = nullptr);
    ~TimelineWidget() override;

    /// A new run keeps the visible window's share of the whole where it was.
    void setRun(std::shared_ptr<const core::Run> run);
    void setTime(core::Instant time);
    void setTheme(const Theme& theme);
    /// The visible part of the run; clamped into it.
    void setWindow(core::TimeSpan window);
    /// The same, eased; at once where the platform asks for no animation.
    void glideTo(core::TimeSpan window);
    [[nodiscard]] core::TimeSpan window() const;
    [[nodiscard]] bool isGliding() const;
    /// Zooms so that a few units of this depth around the playhead fill the view (Segment: all).
    void zoomToDepth(core::Depth depth);
    void zoom(double factor); ///< around the playhead; below 1: closer
    void pan(int direction); ///< by an eighth of the view; +1: later

    /// Opens the find field, or goes back to it.
    void openFind();
    void closeFind();
    /// To the next hit after the playhead (+1) or the last before it (-1); opens the field where it is shut.
    void findStep(int direction);

    void setBookmarks(const Bookmarks& bookmarks);

    /// Selects a range, whose totals a card states; nullopt clears it.
    void select(std::optional<core::TimeSpan> range);
    [[nodiscard]] std::optional<core::TimeSpan> selection() const;
    /// Moves one edge to the playhead; the other stays, or lies at the edge of the view.
    void selectFromPlayhead();
    void selectToPlayhead();
    void copySelection() const;

    [[nodiscard]] Explanation explanationAt(QPointF position) const override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void seekRequested(memwall::core::Instant time);
    void windowChanged(memwall::core::TimeSpan window);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct State;
    [[nodiscard]] core::TimeSpan windowOfDepth(core::Depth depth) const;
    void reveal(core::TimeSpan window);
    void arrange();
    /// What lies over the picture: the search's hit, the selection, the playhead.
    void paintOver(QPainter& painter) const;
    void connectParts();
    bool pinch(QEvent* event);
    void search();
    void showHit(core::TimeSpan hit);
    void placeCard();
    void moveEdge(core::Instant at);
    std::unique_ptr<State> m_state;
};

} // namespace memwall::ui
