#include "widgets/plots/chart.h"

#include "widgets/plots/chart_actions.h"
#include "widgets/plots/focus_ring.h"
#include "widgets/plots/plot_style.h"
#include "widgets/plots/vector_plot.h"

#include <QToolTip>
#include <qcustomplot.h>

#include <cmath>

namespace memwall::ui
{

Chart::Chart(const QString& name, const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_theme(Theme::darkTheme())
    , m_title(new QLabel(title, this))
    , m_sentence(new QLabel(this))
    , m_notice(new QLabel(this))
    , m_readout(new QLabel(this))
    , m_plot(newVectorPlot(this))
    , m_ring(new FocusRing(m_plot))
    , m_words(*m_plot)
    , m_actions(new ChartActions(*this, *this, Qt::WindowShortcut))
{
    setObjectName(name);
    setAccessibleName(title);
    setFocusPolicy(Qt::StrongFocus);
    m_plot->setObjectName(name + QStringLiteral("Plot"));
    m_plot->setAccessibleName(title);
    m_plot->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_readout->setObjectName(name + QStringLiteral("Readout"));
    m_notice->setAlignment(Qt::AlignCenter);
    for (QLabel* label : { m_sentence, m_notice, m_readout }) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    for (QLabel* label : { m_sentence, m_readout })
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addWidget(m_plot, 1);
    column->addWidget(m_notice, 1);
    column->addWidget(m_readout);
    m_notice->hide();
    m_plot->addLayer(QStringLiteral("cursor"));
    m_plot->layer(QStringLiteral("cursor"))->setMode(QCPLayer::lmBuffered);
    connectPlot();
}

Chart::~Chart() = default;

void Chart::connectPlot()
{
    connect(m_plot, &QCustomPlot::afterLayout, this, [this] {
        m_words.place();
        placeRing();
    });
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) {
        const QString text = textAt(event->position());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(event->globalPosition().toPoint(), text, m_plot);
        if (!text.isEmpty() || m_at < 0)
            say(text.isEmpty() ? m_formula : text);
    });
    connect(m_plot, &QCustomPlot::mousePress, this, [this] { setFocus(Qt::MouseFocusReason); });
}

void Chart::setData(const ChartData& shown)
{
    m_data = &shown;
    refresh();
}

void Chart::setTime(core::Instant time)
{
    m_time = time;
    if (isVisible() && hasRun() && follows(time))
        refresh();
    else
        moveCursors();
}

void Chart::addCursor(QCPAxisRect& rect)
{
    auto* line = new QCPItemLine(m_plot);
    line->setLayer(QStringLiteral("cursor"));
    line->setPen(QPen(m_theme.text, m_theme.px(1.5)));
    line->setClipAxisRect(&rect);
    for (QCPItemPosition* end : { line->start, line->end }) {
        end->setTypeX(QCPItemPosition::ptPlotCoords);
        end->setTypeY(QCPItemPosition::ptAxisRectRatio);
        end->setAxes(rect.axis(QCPAxis::atBottom), rect.axis(QCPAxis::atLeft));
        end->setAxisRect(&rect);
    }
    m_cursors.push_back(line);
    moveCursors();
}

/// With every frame: a layer of its own repaints without the rest.
void Chart::moveCursors()
{
    if (m_cursors.empty())
        return;
    const double now = core::toSeconds(m_time);
    for (QCPItemLine* line : m_cursors) {
        line->start->setCoords(now, 0);
        line->end->setCoords(now, 1);
    }
    if (isVisible())
        m_plot->layer(QStringLiteral("cursor"))->replot();
}

bool Chart::follows(core::Instant)
{
    return false;
}

void Chart::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_words.setTheme(theme);
    styleLabels();
    refresh();
}

void Chart::styleLabels()
{
    const auto px = [this](double length) { return static_cast<int>(std::lround(m_theme.px(length))); };
    layout()->setSpacing(px(6));
    layout()->setContentsMargins(px(16), px(12), px(16), px(12));
    for (const auto& [label, role, colour] : { std::tuple(m_title, TextRole::Title, m_theme.text),
             std::tuple(m_sentence, TextRole::Body, m_theme.secondary),
             std::tuple(m_notice, TextRole::Body, m_theme.secondary),
             std::tuple(m_readout, TextRole::Body, m_theme.text) }) {
        label->ensurePolished();
        label->setFont(m_theme.font(role));
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, colour);
        label->setPalette(palette);
    }
    QPalette ground = palette();
    ground.setColor(QPalette::Window, m_theme.panel);
    setPalette(ground);
    reserveLines();
    m_ring->setPen(QPen(m_theme.accent, m_theme.px(2)));
}

/// Room for what they may say, so that the plot does not jump when that changes.
void Chart::reserveLines()
{
    constexpr double kNarrow = 640;
    const bool narrow = width() < m_theme.px(kNarrow);
    const double line = QFontMetricsF(m_theme.font(TextRole::Body)).lineSpacing();
    const auto reserve = [line](QLabel* label, int lines) {
        label->setFixedHeight(static_cast<int>(std::ceil(lines * line)) + 2);
    };
    reserve(m_sentence, narrow ? 3 : 2);
    reserve(m_readout, narrow ? 4 : 3);
}

QString Chart::chartName() const
{
    return m_title->text();
}

QString Chart::sentence() const
{
    return m_sentence->text();
}

QString Chart::readout() const
{
    return m_readout->text();
}

void Chart::setFormula(const QString& formula)
{
    m_formula = formula;
    if (m_at < 0)
        say(formula);
}

void Chart::setSentence(const QString& sentence)
{
    m_sentence->setText(sentence);
    m_plot->setAccessibleDescription(sentence);
}

void Chart::setNotice(const QString& notice)
{
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
    m_plot->setVisible(notice.isEmpty());
    m_readout->setVisible(notice.isEmpty());
}

/// Nothing is drawn where nobody looks.
void Chart::refresh()
{
    m_stale = !isVisible();
    if (m_stale || m_data == nullptr)
        return;
    m_words.clear();
    m_cursors.clear();
    m_plot->clearItems();
    m_plot->clearPlottables();
    stylePlot(*m_plot, m_theme);
    if (hasRun()) {
        setNotice({});
        draw();
    } else {
        setSentence({});
        setNotice(m_data->run ? tr("This system does not fit its memory, so that there is nothing to draw.")
                              : tr("Nothing is simulated yet."));
    }
    m_plot->replot();
    if (m_at >= 0)
        walk(m_at);
}

void Chart::paintEvent(QPaintEvent*)
{
    paintCardGround(*this, m_theme);
}

/// How far a bar may reach depends on the room for its words.
void Chart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    reserveLines();
    refresh();
}

void Chart::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

} // namespace memwall::ui
