#include "widgets/stage/width_rule.h"

#include "widgets/base/format.h"
#include "widgets/base/paint_kit.h"

#include <QFontMetricsF>

#include <array>

namespace memwall::ui
{

namespace
{

/// Few and far apart: in a zoom from one scale to the other the name changes twice.
constexpr std::array kRuleRates { 1e15, 1e12, 1e11, 1e10 };

} // namespace

WidthRule placeWidthRule(const DoorLayout& door, double towardsTrue, const Theme& theme)
{
    const double line = QFontMetricsF { theme.font(TextRole::Caption) }.height();
    const QRectF gap { door.pipe.left(), door.wall.top(), door.wall.left() - door.pipe.left(),
        door.pipe.top() - theme.px(6) - door.wall.top() };
    for (const double rate : kRuleRates) {
        const double height = openingBetween(rate, towardsTrue) * door.wall.height();
        const QString text = formatRate(rate);
        if (height + line > gap.height()
            || textWidth(text, theme, TextRole::Caption) > gap.width() - theme.px(4))
            continue;
        const double width = theme.px(7);
        const QRectF bar { gap.center().x() - width / 2, gap.bottom() - height, width, height };
        return { text, bar, { gap.left(), bar.top() - line, gap.width(), line } };
    }
    return {};
}

void drawWidthRule(QPainter& painter, const WidthRule& rule, const Theme& theme)
{
    if (rule.bar.isNull())
        return;
    painter.setPen(QPen { theme.secondary, theme.px(1) });
    const double middle = rule.bar.center().x();
    painter.drawLine(QPointF { middle, rule.bar.top() }, QPointF { middle, rule.bar.bottom() });
    painter.drawLine(rule.bar.topLeft(), rule.bar.topRight());
    painter.drawLine(rule.bar.bottomLeft(), rule.bar.bottomRight());
    drawWhole(painter, rule.label, rule.text, theme, { TextRole::Caption, theme.secondary, kCenter });
}

} // namespace memwall::ui
