// The stage: the memory hierarchy of a machine, far to near, with the wall between memory and compute.
// What it draws is a pure function of (run, report, time, width scale, theme, size).
#pragma once

#include "widgets/base/explanation.h"
#include "widgets/scene/stage_input.h"

#include <QWidget>

#include <memory>

namespace memwall::core
{
struct Catalog;
}

namespace memwall::ui
{

/// Draws one picture, with no window. Used by the widget, --screenshot and tests.
void paintStage(QPainter& painter, const QRectF& rect, const StageInput& input);

class StageWidget : public QWidget, public Explains
{
    Q_OBJECT
public:
    explicit StageWidget(QWidget* parent = nullptr);
    ~StageWidget() override;

    void setResult(std::shared_ptr<const core::Run> run, const core::Report& report);
    void setTime(core::Instant time);
    void setPace(const Pace& pace);
    void setTheme(const Theme& theme);
    void setWidthScale(WidthScale widths);
    /// Names the sources of what is explained; must outlive the widget.
    void setCatalog(const core::Catalog& catalog);
    [[nodiscard]] Explanation explanationAt(QPointF position) const override;
    /// Another scenario begins at Auto again.
    void setZoom(StageZoom zoom);
    void toggleZoom(); ///< one chip or all
    /// Where a part stands, by the name that lessons have for it: "stage.wall"; all of it where it shows
    /// none.
    [[nodiscard]] QRect partRect(const QString& name) const;
    /// A hand holds the wall.
    [[nodiscard]] bool isHeld() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void widthScaleRequested(memwall::ui::WidthScale widths);
    /// A hand on the wall: the bandwidth of that pool's memory as a multiple of what is published. Of one
    /// hold or press of a key all have the same number.
    void bandwidthRequested(memwall::core::PoolRole pool, double scale, int hold);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override; ///< the opening follows the hand that holds it
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override; ///< the wall as published; one chip or all
    void focusInEvent(QFocusEvent* event) override; ///< a ring where somebody walked there by Tab
    void keyPressEvent(QKeyEvent* event) override; ///< Space: the other width scale; Z: one chip or all;
                                                   ///< Shift+Up, Shift+Down: more, less bandwidth
    bool event(QEvent* event) override; ///< tooltips: what is under the pointer, its number and formula

private:
    void refreshFrame();
    void fadeFromHere(); ///< the picture that is there now fades over those that follow
    void describe();
    void nudge(double direction); ///< +1: more bandwidth, -1: less
    void askForBandwidth(std::size_t pool, double scale);

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace memwall::ui
