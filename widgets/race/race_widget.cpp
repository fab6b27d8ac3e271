#include "widgets/race/race_widget.h"

#include "widgets/base/format.h"
#include "widgets/race/lane_picture.h"
#include "widgets/race/race_table.h"
#include "widgets/scene/stage_blocks.h"
#include "widgets/tape/tape_text.h"

#include <QBoxLayout>
#include <QLabel>
#include <QScrollArea>

#include <cmath>

namespace memwall::ui
{

namespace
{

/// The same bytes in a block of every lane: the most that a lane would choose for itself, so that the fastest
/// stream can be followed.
double commonBlock(const RaceShared& shared)
{
    double bytes = 0;
    for (const RaceLane& lane : shared.lanes) {
        StageInput input;
        input.run = lane.result.run;
        input.widths = shared.widths;
        input.pace = shared.pace;
        const StageFrame frame = answers(lane) ? laneFrame(input, 0) : StageFrame {};
        const BeltFrame* belt = mainBelt(frame); // null where no door is drawn
        if (belt != nullptr && belt->way != Way::Stream)
            bytes = std::max(bytes, frame.blockBytes);
    }
    return bytes;
}

} // namespace

struct RaceWidget::State
{
    std::shared_ptr<RaceShared> shared = std::make_shared<RaceShared>();
    QString workload;
    double timeScale = 1;
    QLabel* title = nullptr;
    QLabel* about = nullptr;
    QLabel* scales = nullptr;
    QScrollArea* area = nullptr;
    QWidget* inside = nullptr;
    QVBoxLayout* column = nullptr;
    RaceTable* table = nullptr;
    std::vector<LaneWidget*> lanes;
};

RaceWidget::RaceWidget(QWidget* parent)
    : QWidget { parent }
    , m_state { std::make_unique<State>() }
{
    setObjectName(QStringLiteral("race"));
    setAccessibleName(tr("Race"));
    const auto label = [this](const QString& name) {
        auto* made = new QLabel(this);
        made->setObjectName(name);
        made->setWordWrap(true);
        made->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum); // never widens the window
        return made;
    };
    State& state = *m_state;
    state.title = label(QStringLiteral("raceTitle"));
    state.about = label(QStringLiteral("raceWorkload"));
    state.scales = label(QStringLiteral("raceScales"));
    state.scales->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    auto* head = new QHBoxLayout;
    head->addWidget(state.title, 1);
    head->addWidget(state.scales, 1);
    all->addLayout(head);
    all->addWidget(state.about);
    state.area = new QScrollArea(this);
    state.area->setWidgetResizable(true);
    state.area->setFrameShape(QFrame::NoFrame);
    state.area->setFocusPolicy(Qt::NoFocus);
    state.area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    state.inside = new QWidget;
    state.column = new QVBoxLayout(state.inside);
    state.column->setContentsMargins(0, 0, 0, 0);
    state.table = new RaceTable(state.inside);
    state.column->addWidget(state.table);
    state.area->setWidget(state.inside);
    all->addWidget(state.area, 1);
}

RaceWidget::~RaceWidget() = default;

void RaceWidget::setLanes(std::vector<RaceLane> lanes, const core::Workload& workload)
{
    State& state = *m_state;
    state.shared->lanes = std::move(lanes);
    state.shared->scale = raceScale(state.shared->lanes);
    state.shared->tokens = tokensOf(QString::fromStdString(workload.answerText.value_or(std::string {})));
    state.workload = workloadText(workload);
    if (state.shared->current >= state.shared->lanes.size())
        state.shared->current = 0;
    makeLanes(state.shared->lanes.size());
    state.table->setLanes(state.shared->lanes);
    refresh();
}

void RaceWidget::makeLanes(std::size_t count)
{
    State& state = *m_state;
    while (state.lanes.size() > count) {
        // The lane that asked to be removed may still be speaking.
        state.lanes.back()->hide();
        state.lanes.back()->deleteLater();
        state.column->removeWidget(state.lanes.back());
        state.lanes.pop_back();
    }
    while (state.lanes.size() < count) {
        auto* lane = new LaneWidget(state.shared, state.lanes.size(), state.inside);
        state.column->insertWidget(static_cast<int>(state.lanes.size()), lane, 1);
        connect(lane, &LaneWidget::currentRequested, this, &RaceWidget::currentRequested);
        connect(lane, &LaneWidget::soloRequested, this, &RaceWidget::soloRequested);
        connect(lane, &LaneWidget::removeRequested, this, &RaceWidget::removeRequested);
        connect(lane, &LaneWidget::focusRequested, this, [this](std::size_t from, int direction) {
            const std::size_t to = from + static_cast<std::size_t>(direction); // wraps below zero
            if (to < m_state->lanes.size())
                m_state->lanes[to]->setFocus(Qt::TabFocusReason);
        });
        connect(lane, &LaneWidget::dragged, this, [this](std::size_t from, QPoint position) {
            const auto over = laneAt(position);
            for (std::size_t i = 0; i < m_state->lanes.size(); ++i)
                m_state->lanes[i]->setDropTarget(i != from && over == i);
        });
        connect(lane, &LaneWidget::dropped, this, [this](std::size_t from, QPoint position) {
            for (LaneWidget* each : m_state->lanes)
                each->setDropTarget(false);
            if (const auto to = laneAt(position); to && *to != from)
                emit swapRequested(from, *to);
        });
        state.lanes.push_back(lane);
        lane->show();
    }
}

void RaceWidget::setTime(core::Instant time)
{
    m_state->shared->time = time;
    for (LaneWidget* lane : m_state->lanes)
        lane->showTime();
}

void RaceWidget::setTimeScale(double realSecondsPerSimulatedSecond)
{
    m_state->timeScale = realSecondsPerSimulatedSecond;
    writeHeader();
}

void RaceWidget::setPace(const Pace& pace)
{
    if (std::exchange(m_state->shared->pace, pace) != pace)
        refresh();
}

void RaceWidget::setCurrent(std::size_t lane)
{
    if (std::exchange(m_state->shared->current, lane) == lane)
        return;
    for (LaneWidget* each : m_state->lanes)
        each->refresh();
}

void RaceWidget::setWidthScale(WidthScale widths)
{
    if (std::exchange(m_state->shared->widths, widths) == widths)
        return;
    refresh();
}

void RaceWidget::setTheme(const Theme& theme)
{
    State& state = *m_state;
    state.shared->theme = theme;
    const auto gap = [&theme](double length) { return static_cast<int>(std::lround(theme.px(length))); };
    layout()->setSpacing(gap(4));
    state.column->setSpacing(gap(8));
    const auto dress = [](QLabel* label, const QFont& font, const QColor& colour) {
        label->ensurePolished();
        label->setFont(font);
        QPalette colours = label->palette();
        colours.setColor(QPalette::WindowText, colour);
        label->setPalette(colours);
    };
    dress(state.title, theme.font(TextRole::Title), theme.text);
    dress(state.about, theme.font(TextRole::Body), theme.secondary);
    dress(state.scales, theme.font(TextRole::Caption), theme.secondary);
    for (QWidget* ground : { state.area->viewport(), state.inside }) {
        QPalette colours = ground->palette();
        colours.setColor(QPalette::Window, theme.window);
        ground->setPalette(colours);
        ground->setAutoFillBackground(true);
    }
    state.table->setTheme(theme);
    refresh();
}

void RaceWidget::writeHeader()
{
    State& state = *m_state;
    const bool trueSpeed = std::abs(state.timeScale - 1) < 1e-9;
    state.title->setText(tr("Race · %1 machines, one question, one clock, %2")
                             .arg(state.shared->lanes.size())
                             .arg(trueSpeed ? tr("true speed") : formatTimeScale(state.timeScale)));
    state.about->setText(
        tr("All lanes have this scenario's workload: %1. The answer shown is the first user's.")
            .arg(state.workload));
    const core::Instant end = state.shared->scale.end;
    if (end <= core::Instant {}) {
        state.scales->clear();
        return;
    }
    QStringList parts { tr("every bar: %1 tokens, %2")
                            .arg(formatCount(static_cast<double>(state.shared->scale.tokens)),
                                formatSeconds(core::toSeconds(end))) };
    if (state.shared->blockBytes > 0)
        parts << tr("one block = %1").arg(formatBytes(state.shared->blockBytes));
    parts << (state.shared->widths == WidthScale::Log ? tr("openings on a log scale")
                                                      : tr("openings at true scale"));
    const QString text = parts.join(QStringLiteral(" · "));
    state.scales->setText(text);
    state.scales->setToolTip(text);
}

void RaceWidget::refresh()
{
    m_state->shared->blockBytes = commonBlock(*m_state->shared);
    writeHeader();
    for (LaneWidget* lane : m_state->lanes)
        lane->refresh();
}

std::size_t RaceWidget::lanes() const
{
    return m_state->lanes.size();
}

LaneWidget* RaceWidget::lane(std::size_t lane) const
{
    return m_state->lanes[lane];
}

std::optional<std::size_t> RaceWidget::laneAt(QPoint globalPosition) const
{
    for (std::size_t i = 0; i < m_state->lanes.size(); ++i)
        if (m_state->lanes[i]->rect().contains(m_state->lanes[i]->mapFromGlobal(globalPosition)))
            return i;
    return std::nullopt;
}

} // namespace memwall::ui
