// The answer up to the playhead, and the same answer at true speed, looping, beside it.
#pragma once

#include "core/timeline/run.h"
#include "widgets/flow/pace.h"
#include "widgets/theme/theme.h"

#include <QWidget>

#include <memory>

namespace memwall::ui
{

struct TapeInput
{
    std::shared_ptr<const core::Run> run;
    std::size_t request = 0;
    core::Instant time {};
    core::Instant trueSpeedTime {}; ///< simulated time of the looping copy
    Pace pace; ///< of pictures that follow each other: with it words land with a beat
    QString answer; ///< empty: the built-in text
    Theme theme;
};

void paintTape(QPainter& painter, const QRectF& rect, const TapeInput& input);

/// Words of an answer, one per token: the text is cut into word pieces and repeated when it is too short.
[[nodiscard]] QString tokenText(const QString& answer, std::int64_t index);

class TapeWidget : public QWidget
{
    Q_OBJECT
public:
    explicit TapeWidget(QWidget* parent = nullptr);
    ~TapeWidget() override;

    void setRun(std::shared_ptr<const core::Run> run, const QString& answer);
    void setTime(core::Instant time);
    /// Where the copy at true speed stands: real seconds since it started, looped by the widget.
    void setRealSeconds(double seconds);
    void setPace(const Pace& pace);
    void setTheme(const Theme& theme);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace memwall::ui
