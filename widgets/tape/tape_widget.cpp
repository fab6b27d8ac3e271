#include "widgets/tape/tape_widget.h"

#include "widgets/tape/rounds.h"
#include "widgets/tape/stall.h"
#include "widgets/tape/word_beat.h"

#include <QPainter>

#include <cmath>

namespace memwall::ui
{

namespace
{

// A breath between the last word and the next time round.
constexpr double kPauseS = 1.0;

} // namespace

struct TapeWidget::State
{
    TapeInput input;

    [[nodiscard]] std::int64_t written(core::Instant t) const
    {
        const bool answers = input.run && input.run->fits && input.request < input.run->requests.size();
        return answers ? input.run->tokensWritten(input.request, t) : 0;
    }

    [[nodiscard]] RoundsNow rounds(core::Instant t) const
    {
        return input.run ? roundsNow(*input.run, input.request, t) : RoundsNow {};
    }

    [[nodiscard]] WordBeat beat(core::Instant t) const
    {
        return written(t) > 0 ? beatAt(*input.run, input.request, t, input.pace) : WordBeat {};
    }

    [[nodiscard]] std::optional<core::Duration> stall(core::Instant t) const
    {
        return written(t) > 0 ? stallAt(*input.run, input.request, t, input.pace) : std::nullopt;
    }
};

TapeWidget::TapeWidget(QWidget* parent)
    : QWidget { parent }
    , m_state { std::make_unique<State>() }
{
    m_state->input.theme = Theme::darkTheme();
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Answer"));
}

TapeWidget::~TapeWidget() = default;

void TapeWidget::setRun(std::shared_ptr<const core::Run> run, const QString& answer)
{
    m_state->input.run = std::move(run);
    m_state->input.answer = answer;
    m_state->input.request = 0;
    updateGeometry();
    update();
}

void TapeWidget::setTime(core::Instant time)
{
    const bool changed = m_state->written(time) != m_state->written(m_state->input.time)
        || m_state->rounds(time) != m_state->rounds(m_state->input.time)
        || m_state->beat(time) != m_state->beat(m_state->input.time)
        || m_state->stall(time) != m_state->stall(m_state->input.time);
    m_state->input.time = time;
    if (changed) // between two tokens, or two drafts, the tape looks the same
        update();
}

void TapeWidget::setPace(const Pace& pace)
{
    const WordBeat before = m_state->beat(m_state->input.time);
    m_state->input.pace = pace;
    if (m_state->beat(m_state->input.time) != before)
        update();
}

void TapeWidget::setRealSeconds(double seconds)
{
    if (!m_state->input.run || seconds < 0)
        return;
    const double loop = core::toSeconds(m_state->input.run->end()) + kPauseS;
    const core::Instant time = core::instantAt(std::fmod(seconds, loop));
    const bool changed = m_state->written(time) != m_state->written(m_state->input.trueSpeedTime);
    m_state->input.trueSpeedTime = time;
    if (changed)
        update();
}

void TapeWidget::setTheme(const Theme& theme)
{
    m_state->input.theme = theme;
    updateGeometry();
    update();
}

QSize TapeWidget::sizeHint() const
{
    const Theme& theme = m_state->input.theme;
    // A round is a line: three of them tell more than two.
    const bool rounds = m_state->input.run && hasRounds(*m_state->input.run, m_state->input.request);
    return { static_cast<int>(theme.px(1000)), static_cast<int>(theme.px(rounds ? 94 : 74)) };
}

QSize TapeWidget::minimumSizeHint() const
{
    const Theme& theme = m_state->input.theme;
    return { static_cast<int>(theme.px(420)), static_cast<int>(theme.px(58)) };
}

void TapeWidget::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter { this };
    paintTape(painter, rect(), m_state->input);
}

} // namespace memwall::ui
