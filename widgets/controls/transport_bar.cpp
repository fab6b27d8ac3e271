#include "widgets/controls/transport_bar.h"

#include "widgets/base/format.h"
#include "widgets/controls/transport_icons.h"
#include "widgets/inputs/number_popup.h"

#include <QComboBox>
#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <array>
#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr int kSliderPerDecade = 100;
constexpr int kSliderDecades = 6;
constexpr int kSlowestSlider = 1'000'000;
constexpr double kFastestScale = 1e-3, kSlowestScale = 1e9; ///< as playback has it

} // namespace

struct TransportBar::State
{
    QToolButton* start = nullptr;
    QToolButton* back = nullptr;
    QToolButton* play = nullptr;
    QToolButton* forward = nullptr;
    QToolButton* finish = nullptr;
    QComboBox* depth = nullptr;
    QLabel* clock = nullptr;
    QLabel* total = nullptr;
    QLabel* slowText = nullptr;
    QSlider* slow = nullptr;
    QToolButton* scaleText = nullptr; ///< says it, and opens the field for it
    NumberPopup* scalePopup = nullptr;
    QToolButton* realTime = nullptr;
    Theme theme = Theme::darkTheme();
    core::Instant time {};
    core::Instant end {};
    bool playing = false;

    [[nodiscard]] core::Depth stepDepth() const
    {
        return static_cast<core::Depth>(depth->currentData().toInt());
    }
    void writeClock();
    void drawIcons(double ratio);
    void fit(const QWidget& bar);
};

void TransportBar::State::writeClock()
{
    // The unit follows the end, not the time, so that the text keeps its width while it runs.
    const double seconds = core::toSeconds(end);
    const double factor = seconds < 1e-2 ? 1e6 : seconds < 1 ? 1e3 : 1;
    const QString unit = seconds < 1e-2 ? QStringLiteral("µs")
        : seconds < 1                   ? QStringLiteral("ms")
                                        : QStringLiteral("s");
    const int digits = seconds < 1e-2 ? 1 : 3;
    const auto text = [&](core::Instant t) -> QString {
        return QString::number(core::toSeconds(t) * factor, 'f', digits) + u' ' + unit;
    };
    // A label of fixed size does not ask the whole window for a new layout in every frame.
    const QFontMetricsF metrics(clock->font());
    clock->setFixedSize(static_cast<int>(std::ceil(metrics.horizontalAdvance(text(end)))),
        static_cast<int>(std::ceil(metrics.height())));
    clock->setText(text(time));
    total->setText(TransportBar::tr("of %1").arg(text(end)));
}

void TransportBar::State::drawIcons(double ratio)
{
    const auto set = [&](QToolButton* button, TransportIcon icon, const QColor& color) {
        const int side = qRound(theme.px(14));
        button->setIcon(transportIcon(icon, color, side, ratio));
        button->setIconSize(QSize(side, side));
        button->setFixedSize(qRound(theme.px(36)), qRound(theme.px(32)));
    };
    set(start, TransportIcon::Start, theme.text);
    set(back, TransportIcon::Back, theme.text);
    set(play, playing ? TransportIcon::Pause : TransportIcon::Play, playing ? theme.accentText : theme.text);
    set(forward, TransportIcon::Forward, theme.text);
    set(finish, TransportIcon::End, theme.text);
}

/// Where there is no room for all, what says least goes first; keys reach it still. Asks the hints rather
/// than the layout, so that nothing is shown in between.
void TransportBar::State::fit(const QWidget& bar)
{
    scaleText->setMinimumWidth(std::max(qRound(theme.px(150)), scaleText->sizeHint().width()));
    realTime->setMinimumWidth(realTime->sizeHint().width()); // the style would let the layout cut its word
    const QLayout& row = *bar.layout();
    int needed = row.contentsMargins().left() + row.contentsMargins().right();
    const auto widthOf = [&row](const QWidget* widget) {
        return std::max(widget->minimumWidth(), widget->minimumSizeHint().width()) + row.spacing();
    };
    for (int i = 0; i < row.count(); ++i)
        if (const QWidget* widget = row.itemAt(i)->widget())
            needed += widthOf(widget);
    const std::array<QWidget*, 8> leaving { slowText, total, finish, start, depth, scaleText, realTime,
        slow };
    for (QWidget* widget : leaving) {
        const bool stays = needed <= bar.width();
        if (!stays)
            needed -= widthOf(widget);
        widget->setVisible(stays);
    }
}

TransportBar::TransportBar(QWidget* parent)
    : QWidget(parent)
    , m_state(std::make_unique<State>())
{
    State& s = *m_state;
    auto* row = new QHBoxLayout(this);
    const auto add = [&](auto* widget, const char* objectName, const QString& name, const QString& tip) {
        widget->setObjectName(QLatin1StringView(objectName));
        widget->setAccessibleName(name);
        widget->setToolTip(tip);
        row->addWidget(widget);
        return widget;
    };
    s.start = add(new QToolButton(this), "start", tr("To the start"), tr("To the start (Home)"));
    s.back = add(new QToolButton(this), "back", tr("Step back"), tr("Step back (←)"));
    s.play = add(new QToolButton(this), "play", tr("Play"), tr("Play or pause (Space)"));
    s.play->setCheckable(true);
    s.forward = add(new QToolButton(this), "forward", tr("Step forward"), tr("Step forward (→)"));
    s.finish = add(new QToolButton(this), "end", tr("To the end"), tr("To the end (End)"));
    s.depth = add(new QComboBox(this), "stepDepth", tr("Step by"), tr("What one step moves over"));
    s.depth->addItem(tr("operator"), static_cast<int>(core::Depth::Operator));
    s.depth->addItem(tr("layer"), static_cast<int>(core::Depth::Layer));
    s.depth->addItem(tr("token"), static_cast<int>(core::Depth::Step));
    s.clock = add(new QLabel(this), "clock", tr("Time"), QString());
    s.total = add(new QLabel(this), "total", tr("Length"), QString());
    row->addStretch(1);
    s.slowText = add(new QLabel(tr("slow motion"), this), "slowText", QString(), QString());
    s.slow = add(new QSlider(Qt::Horizontal, this), "slow", tr("Slow motion"),
        tr("From true speed to a million times slower"));
    s.slow->setRange(0, kSliderPerDecade * kSliderDecades);
    s.scaleText = add(new QToolButton(this), "scaleText", tr("Time scale"), tr("Type another time scale"));
    s.scaleText->setAutoRaise(true);
    s.scalePopup
        = new NumberPopup(QStringLiteral("timeScalePopup"), tr("Seconds here for one second there"), this);
    s.realTime = add(new QToolButton(this), "realTime", tr("Real time"), tr("True speed"));
    s.realTime->setText(tr("real time"));

    connect(s.start, &QToolButton::clicked, this, [this] { emit seekRequested(core::Instant {}); });
    connect(s.finish, &QToolButton::clicked, this, [this] { emit seekRequested(m_state->end); });
    connect(s.back, &QToolButton::clicked, this, [this] { emit stepRequested(m_state->stepDepth(), -1); });
    connect(s.forward, &QToolButton::clicked, this, [this] { emit stepRequested(m_state->stepDepth(), 1); });
    connect(s.play, &QToolButton::clicked, this, [this] {
        m_state->play->setChecked(m_state->playing); // shows what is, not what is asked for
        emit playRequested(!m_state->playing);
    });
    connect(s.slow, &QSlider::valueChanged, this, [this](int value) {
        const double scale = std::pow(10.0, static_cast<double>(value) / kSliderPerDecade);
        m_state->scaleText->setText(formatTimeScale(scale));
        emit timeScaleRequested(scale);
    });
    connect(s.realTime, &QToolButton::clicked, this, [this] { emit timeScaleRequested(1.0); });
    connect(s.scaleText, &QToolButton::clicked, s.scalePopup,
        [this] { m_state->scalePopup->openBelow(*m_state->scaleText); });
    connect(s.scalePopup, &NumberPopup::valueRequested, this, &TransportBar::timeScaleRequested);
    connect(s.scalePopup, &NumberPopup::refused, this, &TransportBar::refused);
    setTheme(s.theme);
    setTimeScale(1.0);
}

TransportBar::~TransportBar() = default;

void TransportBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_state->theme;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(10), theme.px(10));
}

void TransportBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_state->fit(*this);
}

/// A font or a text that came later: words may need more room than before.
bool TransportBar::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        m_state->fit(*this);
    return QWidget::event(event);
}

void TransportBar::setTime(core::Instant time, core::Instant end)
{
    m_state->time = time;
    const bool other = m_state->end != end;
    m_state->end = end;
    m_state->writeClock();
    if (other)
        m_state->fit(*this);
}

void TransportBar::setPlaying(bool playing)
{
    State& s = *m_state;
    s.playing = playing;
    s.play->setChecked(playing);
    s.play->setAccessibleName(playing ? tr("Pause") : tr("Play"));
    s.drawIcons(devicePixelRatioF());
}

void TransportBar::setTimeScale(double realSecondsPerSimulatedSecond)
{
    const QSignalBlocker blocker(m_state->slow);
    const double decades = std::log10(std::max(1.0, realSecondsPerSimulatedSecond));
    m_state->slow->setValue(qRound(decades * kSliderPerDecade));
    m_state->scaleText->setText(formatTimeScale(realSecondsPerSimulatedSecond));
    m_state->scalePopup->setValue(realSecondsPerSimulatedSecond,
        { .least = kFastestScale, .most = kSlowestScale, .whole = false }, kSlowestSlider);
    m_state->fit(*this);
}

void TransportBar::setTheme(const Theme& theme)
{
    State& s = *m_state;
    s.theme = theme;
    layout()->setContentsMargins(qRound(theme.px(12)), 0, qRound(theme.px(12)), 0);
    layout()->setSpacing(qRound(theme.px(6)));
    setFixedHeight(qRound(theme.px(48)));
    // A style sheet that is polished later would take the labels back to the font they had before it.
    for (QWidget* text : std::initializer_list<QWidget*> { s.clock, s.total, s.slowText, s.scaleText })
        text->ensurePolished();
    s.clock->setFont(theme.font(TextRole::Clock));
    s.total->setFont(theme.font(TextRole::Body));
    s.slowText->setFont(theme.font(TextRole::Body));
    s.scaleText->setFont(theme.font(TextRole::BodyStrong));
    s.scaleText->setMinimumWidth(qRound(theme.px(150)));
    s.scalePopup->setTheme(theme);
    s.slow->setMinimumWidth(qRound(theme.px(60)));
    s.drawIcons(devicePixelRatioF());
    s.writeClock();
    s.fit(*this);
}

} // namespace memwall::ui
