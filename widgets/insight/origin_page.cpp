#include "widgets/insight/origin_page.h"

#include "core/figures/figure_table.h"
#include "core/figures/range.h"
#include "widgets/base/format.h"
#include "widgets/words/sayings.h"

#include <QCoreApplication>

namespace memwall::ui
{

namespace
{

struct OriginPageText
{
    Q_DECLARE_TR_FUNCTIONS(OriginPage)
};

QString number(double value, const std::string& unit)
{
    return plain(core::figureText(value, unit));
}

/// Letters, shapes and words together: what an input rests on.
QString signOf(const core::OriginInput& input)
{
    if (input.prior)
        return OriginPageText::tr("◆ fitted");
    if (!input.confidence)
        return OriginPageText::tr("set here");
    switch (*input.confidence) {
    case core::Confidence::Vendor:
        return OriginPageText::tr("■ vendor");
    case core::Confidence::Measured:
        return OriginPageText::tr("● measured");
    case core::Confidence::Paper:
        return OriginPageText::tr("▲ paper");
    case core::Confidence::Physics:
        return OriginPageText::tr("✚ physics");
    case core::Confidence::Estimate:
        return OriginPageText::tr("○ estimate");
    }
    return {};
}

const core::MeasurementSource* sourceOf(const core::ModelCheck& check, const core::PublicationId& id)
{
    for (const core::MeasurementSource& source : check.sources)
        if (source.id == id)
            return &source;
    return nullptr;
}

class Page
{
public:
    explicit Page(const Theme& theme)
        : m_theme(theme)
    {
    }

    void section(const QString& title, const QString& remark = {})
    {
        m_html += QStringLiteral("<p style='margin-top:%1px; margin-bottom:%2px'><span style='%3'>%4</span>")
                      .arg(px(14))
                      .arg(px(4))
                      .arg(font(TextRole::Title, m_theme.text), title.toHtmlEscaped());
        if (!remark.isEmpty())
            m_html += QStringLiteral(" &nbsp;<span style='%1'>%2</span>")
                          .arg(font(TextRole::Caption, m_theme.secondary), remark.toHtmlEscaped());
        m_html += QStringLiteral("</p>");
    }

    void paragraph(const QString& text, TextRole role, const QColor& colour, double above, double left = 0)
    {
        m_html += QStringLiteral("<p style='margin:%1px 0 0 %2px; %3'>%4</p>")
                      .arg(px(above))
                      .arg(px(left))
                      .arg(font(role, colour), text.toHtmlEscaped());
    }

    void warning(const QString& text)
    {
        m_html += QStringLiteral(
            "<table width='100%' cellpadding='%1' cellspacing='0'><tr><td bgcolor='%2'><span style='%3'>"
            "⚠ %4</span> <span style='%5'>%6</span></td></tr></table>")
                      .arg(px(8))
                      .arg(m_theme.raised.name(), font(TextRole::BodyStrong, m_theme.bad),
                          OriginPageText::tr("Outside the validated range."),
                          font(TextRole::Body, m_theme.text), text.toHtmlEscaped());
    }

    void beginTable(const QStringList& heads)
    {
        m_html += QStringLiteral("<table width='100%' cellspacing='0' cellpadding='%1'><tr>").arg(px(4));
        for (const QString& head : heads)
            m_html += QStringLiteral("<td style='border-bottom:1px solid %1'><span style='%2'>%3</span></td>")
                          .arg(m_theme.line.name(), font(TextRole::Caption, m_theme.secondary),
                              head.toHtmlEscaped());
        m_html += QStringLiteral("</tr>");
    }

    void row(const QStringList& cells)
    {
        m_html += QStringLiteral("<tr>") + cells.join(QString()) + QStringLiteral("</tr>");
    }

    void endTable() { m_html += QStringLiteral("</table>"); }

    [[nodiscard]] QString cell(const QString& text, const QString& below = {}, const QString& link = {}) const
    {
        QString inner = text.toHtmlEscaped();
        if (!link.isEmpty())
            inner = QStringLiteral("<a style='color:%1' href='%2'>%3</a>")
                        .arg(m_theme.accent.name(), link.toHtmlEscaped(), inner);
        inner = QStringLiteral("<span style='%1'>%2</span>").arg(font(TextRole::Body, m_theme.text), inner);
        if (!below.isEmpty())
            inner += QStringLiteral("<br/><span style='%1'>%2</span>")
                         .arg(font(TextRole::Caption, m_theme.secondary), below.toHtmlEscaped());
        return QStringLiteral("<td valign='top'>") + inner + QStringLiteral("</td>");
    }

    [[nodiscard]] QString html() const
    {
        return QStringLiteral("<html><body>") + m_html + QStringLiteral("</body></html>");
    }

    [[nodiscard]] const Theme& theme() const { return m_theme; }

private:
    [[nodiscard]] int px(double length) const { return static_cast<int>(m_theme.px(length) + 0.5); }

    [[nodiscard]] QString font(TextRole role, const QColor& colour) const
    {
        const QFont font = m_theme.font(role);
        return QStringLiteral("font-size:%1px; font-weight:%2; color:%3;")
            .arg(font.pixelSize() > 0 ? font.pixelSize() : px(13))
            .arg(static_cast<int>(font.weight()))
            .arg(colour.name());
    }

    const Theme& m_theme;
    QString m_html;
};

void addFormula(Page& page, const core::Origin& origin)
{
    page.section(
        OriginPageText::tr("Formula"), OriginPageText::tr("in words, then with the present numbers"));
    bool first = true;
    for (const core::Equation& equation : origin.equations) {
        const Theme& theme = page.theme();
        page.paragraph(
            plain(equation.words(wordingOfReader())), TextRole::Body, theme.secondary, first ? 2 : 8);
        page.paragraph(
            plain(equation.numbers()), first ? TextRole::BodyStrong : TextRole::Body, theme.text, 1, 16);
        first = false;
    }
}

void addNearest(Page& page, const Origin& origin, const Origins& all)
{
    page.section(
        OriginPageText::tr("Nearest published measurements"), OriginPageText::tr("one of each series"));
    const Theme& theme = page.theme();
    if (!core::isMeasured(origin.origin.headline)) {
        page.paragraph(OriginPageText::tr("The catalog has no published measurement of this figure."),
            TextRole::Body, theme.secondary, 2);
        return;
    }
    if (!all.check) {
        page.paragraph(
            OriginPageText::tr("The measurements are being worked out…"), TextRole::Body, theme.secondary, 2);
        return;
    }
    if (origin.nearest.empty()) {
        page.paragraph(OriginPageText::tr("None of this kind."), TextRole::Body, theme.secondary, 2);
        return;
    }
    page.beginTable(
        { OriginPageText::tr("what"), OriginPageText::tr("measured"), OriginPageText::tr("predicted"),
            OriginPageText::tr("measured ÷ predicted"), OriginPageText::tr("source") });
    for (const core::NearestPoint& near : origin.nearest) {
        const core::CheckedPoint& point = all.check->points[near.index];
        const core::MeasurementSource* source = sourceOf(*all.check, point.point.source);
        const std::string unit = core::unitOf(point.point.metric);
        const QString differs = near.differs.empty()
            ? OriginPageText::tr("the same conditions, as far as stated")
            : OriginPageText::tr("differs: %1")
                  .arg(plain(core::worded(near.differs, wordingOfReader(), ", ")));
        page.row({ page.cell(wordsOf(core::describe(point, *all.catalog)), differs),
            page.cell(number(point.point.value, unit)), page.cell(number(*point.predicted, unit)),
            page.cell(formatNumber(near.ratio, 3),
                point.outside.empty() ? QString() : OriginPageText::tr("outside the range")),
            page.cell(source ? plain(source->title) : plain(point.point.source.text()),
                source ? plain(source->date) : QString(), source ? plain(source->url) : QString()) });
    }
    page.endTable();
}

void addInputs(Page& page, const core::Origin& origin)
{
    page.section(OriginPageText::tr("Inputs"),
        OriginPageText::tr("■ vendor  ● measured  ▲ paper  ✚ physics  ○ estimate  ◆ fitted to measurements"));
    page.beginTable({ OriginPageText::tr("input"), OriginPageText::tr("value"),
        OriginPageText::tr("rests on"), OriginPageText::tr("source") });
    for (const core::OriginInput& input : origin.inputs) {
        const QString fitted = input.prior
            ? OriginPageText::tr("%n groups; %1 before", nullptr, static_cast<int>(input.witnesses))
                  .arg(number(*input.prior, input.figure.unit))
            : QString();
        QString below = plain(input.date);
        if (!input.note.empty())
            below += (below.isEmpty() ? QString() : QStringLiteral(" · ")) + plain(input.note);
        page.row({ page.cell(wordsOf(input.figure.name)),
            page.cell(number(input.figure.value, input.figure.unit)), page.cell(signOf(input), fitted),
            input.prior
                ? page.cell(OriginPageText::tr("joint fit"), QStringLiteral("memwall --check-model --fit"))
                : page.cell(wordsOf(input.source), below, plain(input.url)) });
    }
    page.endTable();
}

} // namespace

QString figureOf(const core::Origin& origin)
{
    if (!origin.words.empty())
        return wordsOf(origin.words) + QStringLiteral(" · ") + formatPercent(origin.figure.value);
    if (origin.headline == core::Headline::Memory) // a sum of two figures of the report
        return formatBytes(origin.figure.value);
    const core::ReportFigure* figure = core::figureOf(origin.headline);
    if (figure == nullptr)
        return number(origin.figure.value, origin.figure.unit);
    switch (figure->unit) {
    case core::FigureUnit::Whole:
    case core::FigureUnit::Number:
    case core::FigureUnit::Share:
        return formatCount(origin.figure.value);
    case core::FigureUnit::TokensPerSecond:
        return formatCount(origin.figure.value) + QStringLiteral("\u2009tokens/s");
    case core::FigureUnit::Dollars:
        return formatNumber(origin.figure.value) + QStringLiteral("\u2009USD");
    case core::FigureUnit::Seconds:
        return formatSeconds(origin.figure.value);
    case core::FigureUnit::Bytes:
        return formatBytes(origin.figure.value);
    case core::FigureUnit::FlopPerByte:
    case core::FigureUnit::Joules:
        break;
    }
    return number(origin.figure.value, origin.figure.unit);
}

QString originHtml(const Origin& origin, const Origins& all, const Theme& theme)
{
    Page page(theme);
    if (!origin.origin.outside.empty())
        page.warning(wordsOf(core::asSentence(origin.origin.outside)));
    addFormula(page, origin.origin);
    addNearest(page, origin, all);
    addInputs(page, origin.origin);
    if (!origin.origin.remarks.empty()) {
        page.section(OriginPageText::tr("What to know"));
        for (const core::Saying& remark : origin.origin.remarks)
            page.paragraph(wordsOf(remark), TextRole::Body, theme.text, 4);
    }
    return page.html();
}

QString originText(const Origin& origin, const Origins& all)
{
    QString text
        = all.system + QStringLiteral("\n") + plain(core::originText(origin.origin, wordingOfReader()));
    if (!all.check || origin.nearest.empty())
        return text;
    return text + QStringLiteral("\n")
        + plain(core::nearestText(origin.nearest, *all.check, *all.catalog, wordingOfReader()));
}

} // namespace memwall::ui
