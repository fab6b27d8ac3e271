#include "widgets/race/race_table.h"

#include "core/figures/figure_table.h"
#include "widgets/base/format.h"
#include "widgets/words/sayings.h"

#include <QCoreApplication>
#include <QHeaderView>

#include <cmath>

namespace memwall::ui
{

namespace
{

struct RaceTableWords
{
    Q_DECLARE_TR_FUNCTIONS(Race)
};

const QString kUnknown = QStringLiteral("—");

/// Columns of the table that leave a narrow one; the lane, per token, tokens/s of a user and the bottleneck
/// stay.
constexpr int kFirstToken = 1, kThroughput = 4, kLongestGap = 5, kEnergy = 6, kCost = 7, kWholeRun = 8,
              kSpeed = 9;
/// Between two words of one answer: a reader's time without a word.
constexpr core::ReportFigure kGap = "itl_s/max";

double wholeRun(const RaceLane& lane)
{
    return core::toSeconds(lane.result.run->end());
}

/// Figure of a lane; the whole run's length where there is no figure.
double valueOf(const RaceLane& lane, const core::ReportFigure* figure)
{
    return figure != nullptr ? figure->of(lane.result.report).value_or(0) : wholeRun(lane);
}

/// Better than, or as good as, every other lane that answers and publishes the figure.
bool isBest(const std::vector<RaceLane>& lanes, const RaceLane& lane, const core::ReportFigure* figure)
{
    const double value = valueOf(lane, figure);
    const bool moreIsBetter = figure != nullptr && figure->unit == core::FigureUnit::TokensPerSecond;
    return value > 0 && std::all_of(lanes.begin(), lanes.end(), [&](const RaceLane& other) {
        const double theirs = answers(other) ? valueOf(other, figure) : 0.0;
        return theirs <= 0 || (moreIsBetter ? theirs <= value : theirs >= value);
    });
}

QString timesText(const std::vector<RaceLane>& lanes, const RaceLane& lane)
{
    const auto first = std::find_if(lanes.begin(), lanes.end(), answers);
    const double base = first->result.report.tokensPerSPerUser;
    const double own = lane.result.report.tokensPerSPerUser;
    if (base <= 0 || own <= 0)
        return kUnknown;
    return &*first == &lane ? RaceTableWords::tr("1 (base)")
                            : QStringLiteral("× ") + formatNumber(own / base, 2);
}

QString bottleneckText(const core::Report& report)
{
    QString text = wordsOf(report.bottleneckTitle);
    if (report.requests.rejected > 0)
        text += QStringLiteral(" · ")
            + RaceTableWords::tr("%1 turned away")
                  .arg(formatCount(static_cast<double>(report.requests.rejected)));
    return text;
}

RaceRow rowOf(const std::vector<RaceLane>& lanes, const RaceLane& lane)
{
    RaceRow row;
    row.name = lane.name;
    if (!answers(lane)) {
        const core::Run* run = lane.result.run.get();
        const bool fits = run != nullptr && run->fits;
        row.reason = (fits                        ? RaceTableWords::tr("Turned away: %1")
                : run != nullptr && run->tooLarge ? RaceTableWords::tr("Too much to play: %1")
                                                  : RaceTableWords::tr("Does not fit: %1"))
                         .arg(whyNot(lane));
        return row;
    }
    const auto add = [&](const core::ReportFigure* figure) {
        row.cells << (valueOf(lane, figure) <= 0 ? kUnknown
                : figure != nullptr              ? formatFigure(*figure, lane.result.report, kUnknown)
                                                 : formatSeconds(wholeRun(lane)));
        row.best.push_back(lanes.size() > 1 && isBest(lanes, lane, figure));
    };
    for (const core::ReportFigure& figure : core::kSpeeds)
        add(&figure);
    add(&kGap);
    for (const core::ReportFigure& figure : core::kSpendings)
        add(&figure);
    add(nullptr);
    row.cells << timesText(lanes, lane) << bottleneckText(lane.result.report);
    row.best.resize(static_cast<std::size_t>(row.cells.size()), false);
    return row;
}

} // namespace

QStringList raceColumns()
{
    return { RaceTableWords::tr("Lane"), RaceTableWords::tr("First token"), RaceTableWords::tr("Per token"),
        RaceTableWords::tr("Tokens/s, user"), RaceTableWords::tr("Tokens/s, all"),
        RaceTableWords::tr("Longest gap"), RaceTableWords::tr("Energy/token"),
        RaceTableWords::tr("1 M tokens"), RaceTableWords::tr("Whole run"), RaceTableWords::tr("Speed"),
        RaceTableWords::tr("Held back by") };
}

std::vector<RaceRow> raceRows(const std::vector<RaceLane>& lanes)
{
    std::vector<RaceRow> rows;
    for (const RaceLane& lane : lanes)
        rows.push_back(rowOf(lanes, lane));
    return rows;
}

RaceTable::RaceTable(QWidget* parent)
    : QTableWidget { parent }
{
    setObjectName(QStringLiteral("raceTable"));
    setAccessibleName(tr("Differences between the lanes"));
    setColumnCount(static_cast<int>(raceColumns().size()));
    setHorizontalHeaderLabels(raceColumns());
    const QStringList tips { tr("The system"), tr("Time to first token (TTFT), mean of all requests"),
        tr("Time per output token (TPOT), mean of all requests"), tr("Tokens a second that one user sees"),
        tr("Tokens a second of all users together, prompts included"),
        tr("Longest time between two words of one answer, over all answers"),
        tr("Published power of the chips over all tokens; —: not published"),
        tr("Price of the chips over their life, and their electricity; —: no price"),
        tr("Until the last answer is complete"),
        tr("Tokens/s of one user, against the first lane that answers"), tr("What a token waits for most") };
    for (int i = 0; i < columnCount(); ++i)
        horizontalHeaderItem(i)->setToolTip(tips[i]);
    verticalHeader()->hide();
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setFocusPolicy(Qt::NoFocus);
    setShowGrid(false);
    setFrameShape(NoFrame);
    setWordWrap(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (const int column : { 0, columnCount() - 1 }) {
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::Fixed);
        horizontalHeaderItem(column)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    }
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RaceTable::setLanes(const std::vector<RaceLane>& lanes)
{
    m_rows = raceRows(lanes);
    fill();
}

void RaceTable::setTheme(const Theme& theme)
{
    m_theme = theme;
    QPalette colours = palette();
    colours.setColor(QPalette::Base, theme.panel);
    colours.setColor(QPalette::Button, theme.panel);
    colours.setColor(QPalette::Text, theme.text);
    colours.setColor(QPalette::ButtonText, theme.secondary);
    setPalette(colours);
    ensurePolished();
    setFont(theme.font(TextRole::Body));
    horizontalHeader()->setStyleSheet(
        QStringLiteral("QHeaderView { background: %1; } QHeaderView::section { background: %1; color: %2; "
                       "border: none; padding: 0 %3px; }")
            .arg(theme.panel.name(), theme.secondary.name())
            .arg(std::lround(theme.px(3))));
    horizontalHeader()->ensurePolished();
    horizontalHeader()->setFont(theme.font(TextRole::Caption));
    fill();
}

void RaceTable::fill()
{
    clearSpans();
    setRowCount(static_cast<int>(m_rows.size()));
    const auto put = [this](int row, int column, const QString& text, bool best) {
        auto* item = new QTableWidgetItem(text);
        item->setTextAlignment(column == 0 || column == columnCount() - 1
                ? Qt::AlignLeft | Qt::AlignVCenter
                : Qt::AlignHCenter | Qt::AlignVCenter);
        item->setToolTip(text);
        item->setFont(m_theme.font(best ? TextRole::BodyStrong : TextRole::Body));
        item->setForeground(best ? m_theme.good : m_theme.text);
        setItem(row, column, item);
    };
    for (int row = 0; row < rowCount(); ++row) {
        const RaceRow& shown = m_rows[static_cast<std::size_t>(row)];
        put(row, 0, shown.name, false);
        if (shown.cells.isEmpty()) {
            put(row, 1, shown.reason, false);
            item(row, 1)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
            item(row, 1)->setForeground(m_theme.bad);
            setSpan(row, 1, 1, columnCount() - 1);
            continue;
        }
        for (int i = 0; i < shown.cells.size(); ++i)
            put(row, i + 1, shown.cells[i], shown.best[static_cast<std::size_t>(i)]);
    }
    fitHeight();
}

void RaceTable::fitHeight()
{
    const int line = static_cast<int>(
        std::ceil(QFontMetricsF { m_theme.font(TextRole::Body) }.height() + m_theme.px(4)));
    verticalHeader()->setMinimumSectionSize(1);
    for (int row = 0; row < rowCount(); ++row)
        setRowHeight(row, line);
    horizontalHeader()->setFixedHeight(line);
    setFixedHeight(line * (rowCount() + 1));
    fitColumns();
}

/// Width in which header and cells of a column are whole.
double RaceTable::wholeWidth(int column) const
{
    double wide = QFontMetricsF { horizontalHeader()->font() }.horizontalAdvance(
        horizontalHeaderItem(column)->text());
    for (int row = 0; row < rowCount(); ++row) {
        const QTableWidgetItem* cell = item(row, column);
        if (cell != nullptr && columnSpan(row, column) == 1)
            wide = std::max(wide, QFontMetricsF { cell->font() }.horizontalAdvance(cell->text()));
    }
    return wide + m_theme.px(16);
}

/// The columns of words are as wide as their words, up to a share of the table; the figures share the rest.
/// Where there is no room for all, what says least goes first.
void RaceTable::fitColumns()
{
    constexpr double kMostWords = 0.28;
    const std::array leaving { kThroughput, kWholeRun, kCost, kFirstToken, kEnergy, kLongestGap, kSpeed };
    const int last = columnCount() - 1;
    const auto words = [&](int column) { return std::min(wholeWidth(column), width() * kMostWords); };
    double figure = 0;
    for (int column = 1; column < last; ++column) {
        setColumnHidden(column, false);
        figure = std::max(figure, wholeWidth(column));
    }
    setColumnWidth(0, static_cast<int>(std::ceil(words(0))));
    setColumnWidth(last, static_cast<int>(std::ceil(words(last))));
    const double room = width() - columnWidth(0) - columnWidth(last);
    const auto gone = static_cast<std::size_t>(
        std::clamp<double>(last - 1 - std::floor(room / figure), 0, leaving.size()));
    for (std::size_t i = 0; i < gone; ++i)
        setColumnHidden(leaving[i], true);
}

void RaceTable::resizeEvent(QResizeEvent* event)
{
    QTableWidget::resizeEvent(event);
    fitColumns();
}

} // namespace memwall::ui
