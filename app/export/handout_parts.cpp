#include "app/export/handout_parts.h"

#include "app/export/scene.h"
#include "app/session/time_scale.h"
#include "core/figures/range.h"
#include "core/lesson/lesson_text.h"
#include "widgets/base/format.h"
#include "widgets/charts/breakdown_card.h"
#include "widgets/insight/origin_page.h"
#include "widgets/stage/stage_widget.h"
#include "widgets/words/sayings.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace memwall::app
{

namespace
{

struct HandoutPartsWords
{
    Q_DECLARE_TR_FUNCTIONS(Handout)
};

QString bandOf(const core::Origin& figure)
{
    if (!figure.low || !figure.high || *figure.low == *figure.high)
        return {};
    const std::string& unit = figure.figure.unit;
    return HandoutPartsWords::tr("typically %1 to %2")
        .arg(ui::plain(core::figureText(*figure.low, unit)), ui::plain(core::figureText(*figure.high, unit)));
}

void addBox(PrintSheet& sheet, const QString& words)
{
    constexpr double kIndent = 22;
    sheet.keepTogether(20);
    sheet.picture(0, [&](QPainter& painter, const QRectF& place) {
        painter.setPen(QPen(sheet.theme().secondary, 1));
        painter.drawRect(QRectF(place.left() + 2, place.top() + 3, 11, 11));
    });
    sheet.text(words, ui::TextRole::Body, sheet.theme().text, kIndent);
    sheet.space(3);
}

} // namespace

void addStage(PrintSheet& sheet, const core::SystemResult& system, const core::Scenario& scenario,
    core::Instant time, double height)
{
    ui::StageInput input;
    input.run = system.run;
    input.report = &system.report;
    input.time = time;
    input.pace = ui::filmPace(timeScaleOf(scenario, *system.run), 0);
    input.widths = scenario.view.stageWidths;
    // Drawn for a screen and made to fit: the paper is narrower than a window.
    constexpr double kDrawnWidth = 1000;
    const double shrink = sheet.width() / kDrawnWidth;
    input.theme = sheet.theme();
    sheet.picture(height, [&](QPainter& painter, const QRectF& place) {
        painter.translate(place.topLeft());
        painter.scale(shrink, shrink);
        ui::paintStage(painter, QRectF(0, 0, kDrawnWidth, height / shrink), input);
    });
}

void addFigures(PrintSheet& sheet, const std::vector<core::Origin>& figures)
{
    const ui::Theme& theme = sheet.theme();
    for (const core::Origin& figure : figures) {
        constexpr double kRow = 46;
        sheet.keepTogether(kRow);
        const QString band = bandOf(figure);
        const QString value
            = ui::figureOf(figure) + (band.isEmpty() ? QString() : QStringLiteral(" · ") + band);
        sheet.pair(ui::wordsOf(core::titleOf(figure.headline)), value, ui::TextRole::BodyStrong, theme.text);
        if (!figure.equations.empty()) {
            const core::Equation& formula = figure.equations.front();
            sheet.text(
                ui::plain(formula.words(ui::wordingOfReader())), ui::TextRole::Caption, theme.secondary);
            sheet.text(ui::plain(formula.numbers()), ui::TextRole::Caption, theme.secondary);
        }
        if (!figure.outside.empty())
            sheet.text(ui::wordsOf(core::asSentence(figure.outside)), ui::TextRole::Caption, theme.bad);
        sheet.space(5);
    }
}

void addBreakdown(PrintSheet& sheet, const core::Report& report)
{
    const ui::Theme& theme = sheet.theme();
    if (report.breakdown.total() <= 0)
        return sheet.text(
            HandoutPartsWords::tr("The answers have one token only: there is no time between two."),
            ui::TextRole::Caption, theme.secondary);
    const std::vector<ui::BreakdownPart> parts = ui::breakdownParts(report.breakdown, theme);
    constexpr double kBar = 22;
    sheet.picture(kBar, [&](QPainter& painter, const QRectF& place) {
        double x = place.left();
        for (const ui::BreakdownPart& part : parts) {
            const QRectF rect(x, place.top(), place.width() * part.share, place.height());
            ui::fillBar(painter, rect, part.fill, theme);
            painter.setPen(QPen(theme.panel, 1));
            painter.drawLine(rect.topRight(), rect.bottomRight());
            x = rect.right();
        }
    });
    sheet.space(6);
    QStringList words;
    for (const ui::BreakdownPart& part : parts)
        words << QStringLiteral("%1 %2 (%3)")
                     .arg(part.name, ui::formatSeconds(part.seconds), ui::formatPercent(part.share));
    sheet.text(HandoutPartsWords::tr("From left to right: %1.").arg(words.join(QStringLiteral(", "))),
        ui::TextRole::Caption, theme.secondary);
}

std::vector<HandoutAnswer> addQuestions(PrintSheet& sheet, const core::Report& report)
{
    std::vector<HandoutAnswer> answers;
    const auto ask = [&](const QString& question) {
        sheet.keepTogether(70);
        sheet.text(QStringLiteral("%1. %2").arg(answers.size() + 1).arg(question), ui::TextRole::Body,
            sheet.theme().text);
        sheet.space(4);
    };
    const QString bytes
        = HandoutPartsWords::tr("How many bytes of weights pass the walls of all chips for one token?");
    // An answer of one token has nothing per token: then the question is of the time until it.
    const bool many = report.breakdown.total() > 0;
    if (many) {
        ask(bytes);
        sheet.ruled(2);
        sheet.space(8);
        answers.push_back({ bytes, ui::formatBytes(report.bytesPerToken.weights) });
    }
    const core::Sensitivity& change = many ? report.tpotSensitivity : report.ttftSensitivity;
    const std::array<std::pair<QString, double>, 4> doublings { {
        { HandoutPartsWords::tr("arithmetic"), change.flops },
        { HandoutPartsWords::tr("bandwidth of the memory"), change.bandwidth },
        { HandoutPartsWords::tr("bandwidth between chips"), change.link },
        { HandoutPartsWords::tr("half the waiting: launches and hops"), change.latency },
    } };
    const QString doubling = many
        ? HandoutPartsWords::tr("You may double one thing. Which saves most time per token?")
        : HandoutPartsWords::tr("You may double one thing. Which saves most time until the token?");
    sheet.keepTogether(110);
    ask(doubling);
    for (const auto& [name, ignored] : doublings)
        addBox(sheet, name);
    sheet.space(8);
    const auto best = std::min_element(
        doublings.begin(), doublings.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    answers.push_back({ doubling,
        best->second < 0 ? (many ? HandoutPartsWords::tr("%1: %2 less time per token")
                                 : HandoutPartsWords::tr("%1: %2 less time until the token"))
                               .arg(best->first, ui::formatPercent(-best->second))
                         : HandoutPartsWords::tr("none of them") });

    const QString why
        = HandoutPartsWords::tr("What would you change first, and what stands in the way then?");
    ask(why);
    sheet.ruled(std::max(3, static_cast<int>(sheet.roomLeft() / PrintSheet::kRuled)));
    answers.push_back({ why, ui::wordsOf(report.bottleneckText) });
    return answers;
}

HandoutAnswer addAsk(PrintSheet& sheet, const core::LessonQuestion& ask, const core::ToldStep& told)
{
    HandoutAnswer answer { ui::plain(told.question), {} };
    sheet.space(4);
    sheet.text(answer.question, ui::TextRole::BodyStrong, sheet.theme().text);
    sheet.space(4);
    for (const core::LessonChoice& choice : ask.choices)
        addBox(sheet, ui::plain(choice.text));
    QStringList parts;
    if (told.right)
        parts << ui::plain(ask.choices[*told.right].text);
    if (told.answer)
        parts << ui::plain(core::lessonFigure(*told.answer, ask.unit));
    if (!told.because.empty())
        parts << ui::plain(told.because);
    answer.answer = parts.join(QStringLiteral(". "));
    sheet.ruled(2);
    return answer;
}

void addTask(PrintSheet& sheet, const core::LessonGoal& goal)
{
    addBox(sheet, ui::plain(goal.text));
}

void addAnswers(PrintSheet& sheet, const std::vector<HandoutAnswer>& answers)
{
    const ui::Theme& theme = sheet.theme();
    for (std::size_t i = 0; i < answers.size(); ++i) {
        sheet.text(QStringLiteral("%1. %2").arg(i + 1).arg(answers[i].question), ui::TextRole::Caption,
            theme.secondary);
        if (!answers[i].answer.isEmpty())
            sheet.text(answers[i].answer, ui::TextRole::Body, theme.text, 14);
        sheet.space(5);
    }
}

void addSources(PrintSheet& sheet, const std::vector<core::Origin>& figures)
{
    struct Source
    {
        const core::OriginInput* first = nullptr;
        QStringList values;
    };
    std::map<std::string, Source> sources;
    QStringList set;
    for (const core::Origin& figure : figures) {
        for (const core::OriginInput& input : figure.inputs) {
            const QString value = QStringLiteral("%1 = %2").arg(ui::wordsOf(input.figure.name),
                ui::plain(core::figureText(input.figure.value, input.figure.unit)));
            Source& source = sources[ui::english(input.source) + ' ' + input.url];
            QStringList& values = input.confidence ? source.values : set;
            if (!values.contains(value))
                values << value;
            if (input.confidence)
                source.first = &input;
        }
    }
    const ui::Theme& theme = sheet.theme();
    if (!set.isEmpty())
        sheet.text(HandoutPartsWords::tr("Set here: %1.").arg(set.join(QStringLiteral(", "))),
            ui::TextRole::Caption, theme.text);
    sheet.space(4);
    for (const auto& [ignored, source] : sources) {
        if (!source.first)
            continue;
        const std::string_view kind = core::nameOf(*source.first->confidence);
        QStringList words { ui::wordsOf(source.first->source),
            QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size())) };
        for (const std::string& more : { source.first->date, source.first->url })
            if (!more.empty())
                words << ui::plain(more);
        sheet.keepTogether(30);
        sheet.text(source.values.join(QStringLiteral(", ")), ui::TextRole::Caption, theme.text);
        sheet.text(words.join(QStringLiteral(" · ")), ui::TextRole::Caption, theme.secondary, 14);
        sheet.space(3);
    }
}

} // namespace memwall::app
