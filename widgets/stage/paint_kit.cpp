#include "widgets/stage/paint_kit.h"

#include <QFontMetricsF>

#include <algorithm>

namespace memwall::ui
{

namespace
{

TextRole smallerThan(TextRole role)
{
    switch (role) {
    case TextRole::Hero:
        return TextRole::Figure;
    case TextRole::Figure:
        return TextRole::Title;
    case TextRole::Title:
        return TextRole::BodyStrong;
    default:
        return TextRole::Caption;
    }
}

} // namespace

QRectF drawLabel(
    QPainter& painter, const QRectF& rect, const QString& text, const Theme& theme, const Ink& ink)
{
    if (text.isEmpty() || rect.width() <= 0)
        return {};
    const QFont font = theme.font(ink.role);
    const QFontMetricsF metrics { font };
    QString shown = text;
    double width = metrics.horizontalAdvance(text);
    // Parts after a dot are extras: the last one goes first.
    while (width > rect.width() && shown.contains(QStringLiteral(" · "))) {
        shown.truncate(shown.lastIndexOf(QStringLiteral(" · ")));
        width = metrics.horizontalAdvance(shown);
    }
    // A smaller size says more than a cut word.
    if (width > rect.width() && ink.role != TextRole::Caption && ink.role != TextRole::Clock)
        return drawLabel(painter, rect, shown, theme, { smallerThan(ink.role), ink.color, ink.align });
    if (width > rect.width()) {
        shown = metrics.elidedText(shown, Qt::ElideRight, rect.width());
        width = metrics.horizontalAdvance(shown);
        if (shown.size() < 4 || width > rect.width())
            return {};
    }
    QRectF place { rect.left(), rect.center().y() - metrics.height() / 2, width, metrics.height() };
    if (ink.align & Qt::AlignRight)
        place.moveRight(rect.right());
    else if (ink.align & Qt::AlignHCenter)
        place.moveLeft(rect.center().x() - width / 2);
    painter.setFont(font);
    painter.setPen(ink.color);
    painter.drawText(QPointF { place.left(), place.top() + metrics.ascent() }, shown);
    return place;
}

QRectF drawWhole(
    QPainter& painter, const QRectF& rect, const QString& text, const Theme& theme, const Ink& ink)
{
    return textWidth(text, theme, ink.role) <= rect.width() ? drawLabel(painter, rect, text, theme, ink)
                                                            : QRectF {};
}

double textWidth(const QString& text, const Theme& theme, TextRole role)
{
    return QFontMetricsF { theme.font(role) }.horizontalAdvance(text);
}

void drawBlock(QPainter& painter, const QRectF& rect, core::Kind kind, const Theme& theme)
{
    const QColor color = theme.color(kind);
    const double radius = std::min({ theme.px(2), rect.width() / 2, rect.height() / 2 });
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (kind) {
    case core::Kind::Weights:
        painter.drawRoundedRect(rect, radius, radius);
        break;
    case core::Kind::KvCache: {
        const double width = std::min(rect.width(), std::max(theme.px(2), rect.height() * 0.55));
        const QRectF pill { rect.center().x() - width / 2, rect.top(), width, rect.height() };
        painter.drawRoundedRect(pill, width / 2, width / 2);
        break;
    }
    case core::Kind::Activations:
        painter.drawEllipse(rect);
        break;
    case core::Kind::Communication: {
        const QPointF c = rect.center();
        painter.drawPolygon(QPolygonF { { { c.x(), rect.top() }, { rect.right(), c.y() },
            { c.x(), rect.bottom() }, { rect.left(), c.y() } } });
        break;
    }
    case core::Kind::Draft: {
        const double stroke = std::min(theme.px(2), rect.height() / 3);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen { color, stroke });
        painter.drawRect(rect.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2));
        break;
    }
    }
}

void drawBox(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& line)
{
    painter.setBrush(fill);
    painter.setPen(QPen { line, 1.0 });
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

QColor mix(const QColor& a, const QColor& b, double share)
{
    const auto between = [share](int x, int y) { return static_cast<int>(x + (y - x) * share + 0.5); };
    return { between(a.red(), b.red()), between(a.green(), b.green()), between(a.blue(), b.blue()) };
}

} // namespace memwall::ui
