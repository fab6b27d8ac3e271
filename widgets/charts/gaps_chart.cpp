#include "widgets/charts/gaps_chart.h"

#include "core/export/chart_csv.h"
#include "widgets/base/format.h"
#include "widgets/plots/plot_style.h"
#include "widgets/words/sayings.h"

#include <qcustomplot.h>

#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr std::size_t kMostUsers = 64;
constexpr std::size_t kMostGaps = 100'000; ///< drawn; values are saved of all

/// Stretches in which prompts were worked on without a break.
struct PromptWork
{
    core::TimeSpan time;
    std::int64_t tokens = 0;
};

std::vector<PromptWork> promptWork(const core::Run& run)
{
    std::vector<PromptWork> work;
    for (const core::Segment& segment : run.segments) {
        if (segment.kind != core::SegmentKind::Prefill)
            continue;
        std::int64_t tokens = 0;
        for (const core::Pass& pass : segment.shape->passes)
            tokens += std::int64_t { pass.tokens } * pass.repeat;
        tokens *= segment.steps;
        if (!work.empty() && segment.begin <= work.back().time.end) {
            work.back().time.end = std::max(work.back().time.end, segment.end);
            work.back().tokens += tokens;
        } else {
            work.push_back({ { segment.begin, segment.end }, tokens });
        }
    }
    return work;
}

} // namespace

GapsChart::GapsChart(QWidget* parent)
    : Chart(QStringLiteral("gapsChart"), tr("Gaps between words, user by user"), parent)
{
    plot().yAxis->setScaleType(QCPAxis::stLogarithmic);
    plot().yAxis->setTicker(logTicker(formatSeconds));
    plot().xAxis->setTicker(linearTicker(formatSeconds));
}

/// All users, or, where they are many, some at equal distances.
void GapsChart::collect()
{
    const core::Run& run = *data().run;
    m_users.clear();
    m_collected = data().run;
    const std::size_t count = run.requests.size();
    const std::size_t every = (count + kMostUsers - 1) / kMostUsers;
    std::size_t gaps = 0;
    for (std::size_t i = 0; i < count && gaps < kMostGaps; i += every) {
        User user { i, core::tokenGaps(run, i), {} };
        for (const core::TokenGap& gap : user.gaps)
            if (gap.gapS > user.longest.gapS)
                user.longest = gap;
        gaps += user.gaps.size();
        if (user.longest.gapS > 0)
            m_users.push_back(std::move(user));
    }
}

const GapsChart::User* GapsChart::hardestHit() const
{
    const auto hardest = std::max_element(m_users.begin(), m_users.end(),
        [](const User& a, const User& b) { return a.longest.gapS < b.longest.gapS; });
    return hardest == m_users.end() ? nullptr : &*hardest;
}

void GapsChart::draw()
{
    if (m_collected.lock() != data().run)
        collect();
    if (m_users.empty()) {
        setSentence({});
        setNotice(tr("No answer of this run has a second token."));
        return;
    }
    const core::Report& report = data().report;
    double least = 1e300;
    for (const User& user : m_users)
        for (const core::TokenGap& gap : user.gaps)
            if (gap.gapS > 0)
                least = std::min(least, gap.gapS);
    plot().xAxis->setLabel(tr("time of the run"));
    plot().yAxis->setLabel(tr("gap before a token (ITL)"));
    plot().xAxis->setRange(0, core::toSeconds(data().run->end()) * 1.02);
    // At least a decade: small differences are small.
    least /= 3;
    plot().yAxis->setRange(least, std::max(hardestHit()->longest.gapS * 2.5, least * 10));
    addPrompts();
    addUsers();
    addLongest();
    addCursor(*plot().axisRect());
    const std::size_t all = data().run->requests.size();
    setSentence(
        (m_users.size() < all
                ? QString { tr("%1 of %2 users.").arg(m_users.size()).arg(formatCount(double(all))) + u' ' }
                : QString())
        + tr("Half of all gaps are at most %1, 99 of 100 at most %2, the longest is %3. Shaded: prompts are "
             "worked on.")
              .arg(formatSeconds(report.itlS.p50), formatSeconds(report.itlS.p99),
                  formatSeconds(report.itlS.max)));
    setFormula(tr("Gap = time of a token − time of the one before it, of the same user. A line is a user; "
                  "where others' "
                  "prompts go first, it rises."));
}

void GapsChart::addPrompts()
{
    constexpr std::size_t kMostBands = 200;
    std::vector<PromptWork> work = promptWork(*data().run);
    std::stable_sort(work.begin(), work.end(),
        [](const PromptWork& a, const PromptWork& b) { return a.time.length() > b.time.length(); });
    work.resize(std::min(work.size(), kMostBands));
    for (const PromptWork& each : work) {
        auto* band = new QCPItemRect(&plot());
        for (QCPItemPosition* corner : { band->topLeft, band->bottomRight })
            corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
        band->topLeft->setCoords(core::toSeconds(each.time.begin), 0);
        band->bottomRight->setCoords(core::toSeconds(each.time.end), 1);
        QColor colour = theme().color(core::Kind::Activations);
        colour.setAlphaF(0.22F);
        band->setBrush(colour);
        band->setPen(Qt::NoPen);
    }
}

void GapsChart::addUsers()
{
    // Few gaps are dots, many are lines.
    constexpr std::size_t kDots = 3000;
    std::size_t gaps = 0;
    for (const User& user : m_users)
        gaps += user.gaps.size();
    for (const User& user : m_users) {
        QVector<double> x, y;
        for (const core::TokenGap& gap : user.gaps)
            if (gap.gapS > 0) { // drafted words come together
                x.push_back(gap.atS);
                y.push_back(gap.gapS);
            }
        QCPGraph* line = plot().addGraph();
        line->setName(tr("user %1").arg(user.request + 1));
        line->setData(x, y, true);
        const bool hardest = &user == hardestHit();
        QColor colour = hardest ? theme().text : theme().accent;
        colour.setAlphaF(hardest ? 1.0F : m_users.size() > 8 ? 0.45F : 0.8F);
        line->setPen(QPen(colour, theme().px(hardest ? 1.6 : 1.1)));
        if (gaps < kDots)
            line->setScatterStyle(
                QCPScatterStyle(QCPScatterStyle::ssCircle, Qt::NoPen, colour, theme().px(hardest ? 5 : 4)));
    }
}

void GapsChart::addLongest()
{
    const User& user = *hardestHit();
    const PlotPoint place { user.longest.atS, user.longest.gapS };
    QCPGraph* mark = plot().addGraph();
    mark->setName(tr("longest"));
    mark->setData({ place.x }, { place.y });
    mark->setLineStyle(QCPGraph::lsNone);
    mark->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssTriangleInverted,
        QPen(theme().text, theme().px(1.2)), theme().bad, theme().px(11)));
    words().keepOff(place, theme().px(14));
    words().add((m_users.size() < data().run->requests.size() ? tr("longest of these: %1, user %2")
                                                              : tr("longest: %1, user %2"))
                    .arg(formatSeconds(place.y))
                    .arg(user.request + 1),
        place, Side::Above, theme().text, TextRole::BodyStrong);
}

QString GapsChart::describe(const User& user, const core::TokenGap& gap) const
{
    constexpr int kDigits = 8;
    const core::RequestRun& request = data().run->requests[user.request];
    return tr(
        "User %1 (prompt of %2 tokens), token %3 of %4: %5 after the one before\n= written at %6 s − %7 s")
        .arg(user.request + 1)
        .arg(formatCount(double(request.promptTokens)))
        .arg(gap.token + 1)
        .arg(request.outputTokens)
        .arg(formatSeconds(gap.gapS), formatNumber(gap.atS, kDigits),
            formatNumber(gap.atS - gap.gapS, kDigits));
}

QString GapsChart::textAt(QPointF place) const
{
    if (!hasRun() || m_collected.lock() != data().run)
        return {};
    const User* nearest = nullptr;
    const core::TokenGap* found = nullptr;
    double least = theme().px(14);
    for (const User& user : m_users)
        for (const core::TokenGap& gap : user.gaps) {
            const double dx = plot().xAxis->coordToPixel(gap.atS) - place.x();
            if (std::abs(dx) >= least || gap.gapS <= 0)
                continue;
            const double distance = std::hypot(dx, plot().yAxis->coordToPixel(gap.gapS) - place.y());
            if (distance < least) {
                least = distance;
                nearest = &user;
                found = &gap;
            }
        }
    return found != nullptr ? describe(*nearest, *found) : QString();
}

/// The longest gap of each user.
std::vector<ChartMark> GapsChart::marks() const
{
    std::vector<ChartMark> all;
    if (m_collected.lock() != data().run)
        return all;
    const double size = theme().px(8);
    for (const User& user : m_users) {
        const QPointF at = words().pixelOf({ user.longest.atS, user.longest.gapS });
        all.push_back({ QRectF(at - QPointF { size / 2, size / 2 }, QSizeF { size, size }),
            describe(user, user.longest) });
    }
    return all;
}

std::string GapsChart::chartCsv() const
{
    return hasRun() ? core::gapsCsv(*data().run, wordingOfFiles()) : std::string();
}

} // namespace memwall::ui
