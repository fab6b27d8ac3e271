#include "widgets/stage/stage_widget.h"

#include "widgets/base/paint_kit.h"
#include "widgets/stage/stage_explanation.h"
#include "widgets/stage/stage_state.h"

#include <utility>

namespace memwall::ui
{

namespace
{

constexpr int kFadeMs = 250;

} // namespace

StageWidget::StageWidget(QWidget* parent)
    : QWidget { parent }
    , m_state { std::make_unique<State>() }
{
    m_state->input.theme = Theme::darkTheme();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Stage"));
    m_state->fading.setStartValue(1.0);
    m_state->fading.setEndValue(0.0);
    m_state->fading.setDuration(kFadeMs);
    for (const QVariantAnimation* animation :
        std::initializer_list<const QVariantAnimation*> { &m_state->openings, &m_state->fading })
        connect(animation, &QVariantAnimation::valueChanged, this, [this] { update(); });
}

StageWidget::~StageWidget() = default;

void StageWidget::setResult(std::shared_ptr<const core::Run> run, const core::Report& report)
{
    State& state = *m_state;
    state.openings.leave(state.eased());
    state.report = report;
    state.input.run = std::move(run);
    state.input.report = &state.report;
    refreshFrame();
}

void StageWidget::setTime(core::Instant time)
{
    State& state = *m_state;
    state.input.time = time;
    StageNow now = stageNow(state.input, state.scene.frame);
    if (state.input.pace.reduced && state.input.pace.running) {
        if (now.shown == state.scene.now.shown)
            return;
        fadeFromHere();
    }
    state.scene.now = std::move(now);
    describe();
    update();
}

void StageWidget::setPace(const Pace& pace)
{
    State& state = *m_state;
    const Pace before = std::exchange(state.input.pace, pace);
    if (before == pace)
        return;
    const double block = state.scene.frame.blockBytes;
    const StageFrame frame = stageFrame(state.input);
    if (frame.blockBytes != block && before.running)
        fadeFromHere();
    state.scene.frame = frame;
    state.placed = {};
    state.scene.now = stageNow(state.input, state.scene.frame);
    describe();
    update();
}

void StageWidget::fadeFromHere()
{
    if (!isVisible())
        return;
    m_state->fading.stop();
    m_state->before = grab();
    m_state->fading.start();
}

void StageWidget::setTheme(const Theme& theme)
{
    m_state->input.theme = theme;
    m_state->placed = {};
    updateGeometry();
    update();
}

void StageWidget::setWidthScale(WidthScale widths)
{
    if (m_state->input.widths == widths)
        return;
    if (m_state->input.pace.reduced)
        fadeFromHere();
    m_state->openings.leave(m_state->eased());
    m_state->input.widths = widths;
    refreshFrame();
}

void StageWidget::setCatalog(const core::Catalog& catalog)
{
    m_state->catalog = &catalog;
}

Explanation StageWidget::explanationAt(QPointF position) const
{
    return explainStage(m_state->scene, m_state->layout, m_state->catalog, position);
}

void StageWidget::setZoom(StageZoom zoom)
{
    if (m_state->input.zoom == zoom)
        return;
    m_state->input.zoom = zoom;
    m_state->openings.forget();
    refreshFrame();
}

void StageWidget::toggleZoom()
{
    if (m_state->scene.frame.chips > 1)
        setZoom(m_state->scene.frame.whole ? StageZoom::Chip : StageZoom::Machine);
}

void StageWidget::refreshFrame()
{
    State& state = *m_state;
    state.scene = stageScene(state.input);
    state.placed = {};
    if (state.hold.holds())
        state.openings.forget(); // the picture is the hand
    state.hold.apply(state.scene.frame);
    state.openings.goTo(state.scene.frame, state.input.pace);
    describe();
    update();
}

void StageWidget::describe()
{
    const StageSays& says = m_state->scene.now.says;
    QStringList words { says.subtitle.text() };
    for (const HouseSays& house : says.houses)
        if (!house.busy.isEmpty())
            words << QStringLiteral("%1, %2, %3.")
                         .arg(house.busy.text(), house.wait.text(), stretchText(house.busy));
    if (accessibleName() != says.title.text())
        setAccessibleName(says.title.text());
    if (const QString description = words.join(u' '); accessibleDescription() != description)
        setAccessibleDescription(description);
}

QSize StageWidget::sizeHint() const
{
    const Theme& theme = m_state->input.theme;
    return { static_cast<int>(theme.px(1000)), static_cast<int>(theme.px(430)) };
}

QSize StageWidget::minimumSizeHint() const
{
    const Theme& theme = m_state->input.theme;
    return { static_cast<int>(theme.px(560)), static_cast<int>(theme.px(300)) };
}

void StageWidget::paintEvent(QPaintEvent* /*event*/)
{
    State& state = *m_state;
    QPainter painter { this };
    const bool easing = state.openings.runs();
    StageScene between;
    if (easing) {
        between.frame = state.eased();
        between.now = stageNow(state.input, between.frame);
    }
    const auto& [frame, now] = easing ? between : state.scene;
    if (easing || state.placed != QRectF { rect() }) {
        state.layout = layoutStage(frame, rect(), state.input.theme);
        state.placed = easing ? QRectF {} : QRectF { rect() };
    }
    const StageCanvas canvas { painter, frame, state.layout, state.input.theme };
    state.cache.paint(canvas, now);
    state.hold.paint(painter, state.walls(), state.input.theme);
    if (state.fading.state() == QAbstractAnimation::Running) {
        painter.setOpacity(state.fading.currentValue().toDouble());
        painter.drawPixmap(0, 0, state.before);
        painter.setOpacity(1);
    }
    if (!hasFocus() || !state.walkedThere)
        return;
    const double half = state.input.theme.px(1);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen { state.input.theme.accent, 2 * half });
    painter.drawRoundedRect(state.layout.panel.adjusted(half, half, -half, -half), state.input.theme.px(10),
        state.input.theme.px(10));
}

} // namespace memwall::ui
