#include "widgets/controls/target_popup.h"

#include "core/figures/figure_table.h"
#include "widgets/base/format.h"
#include "widgets/inputs/choice_popup.h"
#include "widgets/inputs/number_field.h"
#include "widgets/words/sayings.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr double kTwice = 2; ///< the target that is offered

struct MetricChoice
{
    core::TargetMetric metric;
    const char* name;
    const char* unit;
    double shown; ///< times the SI value
};

constexpr std::array kChoices {
    MetricChoice { core::TargetMetric::UserRate,
        QT_TRANSLATE_NOOP("memwall::ui::TargetPopup", "Tokens/s, one user, at least"),
        QT_TRANSLATE_NOOP("memwall::ui::TargetPopup", "tokens/s"), 1 },
    MetricChoice { core::TargetMetric::Tpot,
        QT_TRANSLATE_NOOP("memwall::ui::TargetPopup", "Time per token, at most"), "ms", 1e3 },
    MetricChoice { core::TargetMetric::Ttft,
        QT_TRANSLATE_NOOP("memwall::ui::TargetPopup", "Time to first token, at most"), "ms", 1e3 },
    MetricChoice { core::TargetMetric::Throughput,
        QT_TRANSLATE_NOOP("memwall::ui::TargetPopup", "Tokens/s, all users, at least"),
        QT_TRANSLATE_NOOP("memwall::ui::TargetPopup", "tokens/s"), 1 },
    MetricChoice {
        core::TargetMetric::Fits, QT_TRANSLATE_NOOP("memwall::ui::TargetPopup", "It fits"), "", 1 },
};

const MetricChoice& choiceOf(core::TargetMetric metric)
{
    return *std::find_if(kChoices.begin(), kChoices.end(),
        [metric](const MetricChoice& choice) { return choice.metric == metric; });
}

double threeDigits(double value)
{
    const double digits = std::pow(10.0, 2 - std::floor(std::log10(value)));
    return std::round(value * digits) / digits;
}

} // namespace

QString resourceName(core::Resource resource)
{
    switch (resource) {
    case core::Resource::Bandwidth:
        return TargetPopup::tr("Bandwidth");
    case core::Resource::Arithmetic:
        return TargetPopup::tr("Arithmetic");
    case core::Resource::Capacity:
        return TargetPopup::tr("Capacity");
    case core::Resource::Latency:
        return TargetPopup::tr("Latencies");
    case core::Resource::Link:
        return TargetPopup::tr("Link");
    case core::Resource::Chips:
        break;
    }
    return TargetPopup::tr("Chips");
}

TargetPopup::TargetPopup(QWidget* parent)
    : QFrame { parent, Qt::Popup }
    , m_title { new QLabel { tr("What would it take?"), this } }
    , m_metric { new QComboBox { this } }
    , m_value { new NumberField { QStringLiteral("targetValue"), tr("Target"), this } }
    , m_unit { new QLabel { this } }
    , m_said { new QLabel { this } }
    , m_now { new QLabel { this } }
    , m_foot { new QLabel { tr("Each row changes one resource of every pool; all else stays."), this } }
{
    setObjectName(QStringLiteral("target"));
    setAccessibleName(m_title->text());
    for (const MetricChoice& choice : kChoices)
        m_metric->addItem(tr(choice.name), static_cast<int>(choice.metric));
    m_metric->setObjectName(QStringLiteral("targetMetric"));
    m_metric->setAccessibleName(tr("What the target is about"));
    m_unit->setObjectName(QStringLiteral("targetUnit"));
    m_said->setObjectName(QStringLiteral("targetRefused"));
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_said->hide();
    auto* grid = new QGridLayout { this };
    grid->addWidget(m_title, 0, 0, 1, 2);
    grid->addWidget(m_now, 0, 2, Qt::AlignRight);
    grid->addWidget(m_metric, 1, 0, 1, 2);
    auto* wanted = new QHBoxLayout;
    wanted->addWidget(m_value, 1);
    wanted->addWidget(m_unit);
    grid->addLayout(wanted, 1, 2);
    grid->addWidget(m_said, 2, 0, 1, 3);
    for (const core::Resource resource : core::kResources)
        addRow(*grid, resource);
    grid->addWidget(m_foot, grid->rowCount(), 0, 1, 3);
    grid->setColumnStretch(1, 1);
    connect(m_metric, &QComboBox::activated, this, &TargetPopup::chooseMetric);
    connect(m_value, &NumberField::numberRequested, this, [this] {
        m_touched = true;
        emit targetRequested(target());
    });
    connect(m_value, &NumberField::refused, this, [this](const QString& why) {
        m_said->setText(why);
        m_said->setVisible(!why.isEmpty());
        adjustSize();
    });
}

void TargetPopup::addRow(QGridLayout& grid, core::Resource resource)
{
    Row& row = m_rows[static_cast<std::size_t>(resource)];
    const QString id = QString::fromStdString(std::string(core::nameOf(resource)));
    row.name = new QLabel { resourceName(resource), this };
    row.text = new QLabel { this };
    row.text->setObjectName(QString { id + u"Reach" });
    row.text->setWordWrap(true);
    row.apply = new QPushButton { tr("Try it"), this };
    row.apply->setObjectName(QString { id + u"Apply" });
    row.apply->setAccessibleName(tr("Try it: %1").arg(row.name->text()));
    row.apply->setToolTip(tr("Change the scenario so; undo takes it back"));
    const int line = grid.rowCount();
    grid.addWidget(row.name, line, 0);
    grid.addWidget(row.text, line, 1);
    grid.addWidget(row.apply, line, 2);
    connect(row.apply, &QPushButton::clicked, this, [this, &row] {
        if (row.reach)
            emit changeRequested(*row.reach);
    });
}

void TargetPopup::setTheme(const Theme& theme)
{
    m_theme = theme;
    setStyleSheet(popupStyle(theme));
    const int margin = static_cast<int>(std::lround(theme.px(12)));
    layout()->setContentsMargins(margin, margin, margin, margin);
    layout()->setSpacing(margin / 2);
    m_title->setFont(theme.font(TextRole::BodyStrong));
    m_now->setFont(theme.font(TextRole::Caption));
    m_foot->setFont(theme.font(TextRole::Caption));
    m_metric->setFont(theme.font(TextRole::Body));
    m_value->setFont(theme.font(TextRole::Body));
    m_value->setMinimumWidth(static_cast<int>(std::lround(theme.px(90))));
    m_unit->setFont(theme.font(TextRole::Body));
    m_said->setFont(theme.font(TextRole::Body));
    QPalette refused = m_said->palette();
    refused.setColor(QPalette::WindowText, theme.bad);
    m_said->setPalette(refused);
    // Room for the longest answer in two lines, so that rows keep their place when answers come.
    const QFontMetrics metrics { theme.font(TextRole::Body) };
    for (const Row& row : m_rows) {
        row.name->setFont(theme.font(TextRole::BodyStrong));
        row.text->setFont(theme.font(TextRole::Body));
        row.text->setFixedWidth(static_cast<int>(std::lround(theme.px(350))));
        row.text->setMinimumHeight(metrics.size(0, QStringLiteral("X\nX")).height() + row.text->margin()
            + static_cast<int>(std::ceil(theme.px(2))));
        row.apply->setFont(theme.font(TextRole::Body));
    }
}

core::TargetMetric TargetPopup::metric() const
{
    return static_cast<core::TargetMetric>(m_metric->currentData().toInt());
}

core::Target TargetPopup::target() const
{
    return { metric(), m_value->number() / choiceOf(metric()).shown };
}

double TargetPopup::figure(core::TargetMetric metric) const
{
    return metric == core::TargetMetric::Fits ? 0 : core::figureOf(metric)->of(m_report).value_or(0);
}

void TargetPopup::setReport(const core::Report& report, bool anew)
{
    m_report = report;
    m_touched = m_touched && !anew;
    if (!m_touched) {
        const core::TargetMetric wanted = !report.fits ? core::TargetMetric::Fits
            : report.tpotS > 0                         ? core::TargetMetric::UserRate
                                                       : core::TargetMetric::Ttft;
        m_metric->setCurrentIndex(m_metric->findData(static_cast<int>(wanted)));
        setDefaultValue();
    }
    showNow();
}

void TargetPopup::chooseMetric()
{
    m_touched = true;
    setDefaultValue();
    showNow();
    emit targetRequested(target());
}

void TargetPopup::setDefaultValue()
{
    const MetricChoice& choice = choiceOf(metric());
    const double now = figure(choice.metric) * choice.shown;
    m_unit->setText(*choice.unit == '\0' ? QString {} : tr(choice.unit));
    for (QWidget* part : std::initializer_list<QWidget*> { m_value, m_unit })
        part->setVisible(choice.metric != core::TargetMetric::Fits);
    const double wanted
        = now > 0 ? threeDigits(core::isTime(choice.metric) ? now / kTwice : now * kTwice) : 1;
    constexpr double kLeast = 1e-6, kMost = 1e12;
    m_value->setNumber(std::clamp(wanted, kLeast, kMost), { .least = kLeast, .most = kMost, .whole = false });
}

void TargetPopup::showNow()
{
    const core::TargetMetric about = metric();
    if (!m_report.fits || about == core::TargetMetric::Fits)
        m_now->setText(m_report.fits ? tr("now: it fits") : tr("now: it does not fit"));
    else if (core::isTime(about))
        m_now->setText(tr("now: %1").arg(formatSeconds(figure(about))));
    else
        m_now->setText(tr("now: %1\u2009tokens/s").arg(formatNumber(figure(about))));
}

void TargetPopup::clearRows()
{
    for (Row& row : m_rows) {
        row.reach.reset();
        row.text->setText(QStringLiteral("…"));
        row.apply->setEnabled(false);
    }
}

void TargetPopup::setReach(const core::Reach& reach)
{
    Row& row = m_rows[static_cast<std::size_t>(reach.resource)];
    row.reach = reach;
    row.text->setToolTip(wordsOf(reach.what));
    row.text->setText(wordsOf(core::sentence(reach, target())));
    constexpr double kSame = 1e-3;
    const bool reached = reach.outcome == core::Reach::Outcome::Reached;
    row.apply->setEnabled(reached && std::abs(reach.factor - 1) > kSame);
    QPalette palette = row.text->palette();
    palette.setColor(QPalette::WindowText, reached ? m_theme.text : m_theme.secondary);
    row.text->setPalette(palette);
}

void TargetPopup::openBeside(const QWidget& card)
{
    m_foot->show();
    adjustSize();
    if (height() > screen()->availableGeometry().height()) { // large text on a small screen
        m_foot->hide();
        adjustSize();
    }
    const int gap = static_cast<int>(std::lround(m_theme.px(8)));
    QPoint at = card.mapToGlobal(QPoint { -width() - gap, 0 });
    if (const QScreen* screen = card.screen()) {
        const QRect room = screen->availableGeometry();
        at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
        at.setY(std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    }
    move(at);
    show();
    m_value->isVisible() ? m_value->setFocus(Qt::PopupFocusReason) : m_metric->setFocus(Qt::PopupFocusReason);
    m_value->selectAll();
}

} // namespace memwall::ui
