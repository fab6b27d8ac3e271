#include "widgets/base/paint_kit.h"

#include <QCache>
#include <QFontMetricsF>
#include <QStaticText>

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

/// A text as it is shown in its place: cut or smaller where it would not fit, and shaped once.
struct Shaped
{
    QStaticText text;
    TextRole role = TextRole::Body;
    double width = 0, height = 0;
};

Shaped shape(const QString& text, TextRole role, double room, const Theme& theme)
{
    const QFont font = theme.font(role);
    const QFontMetricsF metrics { font };
    QString shown = text;
    double width = textWidth(text, theme, role);
    // Parts after a dot are extras: the last one goes first.
    while (width > room && shown.contains(QStringLiteral(" · "))) {
        shown.truncate(shown.lastIndexOf(QStringLiteral(" · ")));
        width = textWidth(shown, theme, role);
    }
    // A smaller size says more than a cut word.
    if (width > room && role != TextRole::Caption && role != TextRole::Clock)
        return shape(shown, smallerThan(role), room, theme);
    if (width > room) {
        shown = metrics.elidedText(shown, Qt::ElideRight, room);
        width = textWidth(shown, theme, role);
        if (shown.size() < 4 || width > room)
            return {};
    }
    Shaped shaped { QStaticText { shown }, role, width, metrics.height() };
    shaped.text.setTextFormat(Qt::PlainText);
    shaped.text.prepare({}, font);
    return shaped;
}

/// Labels mostly say the same from frame to frame, and shaping text costs more than drawing it.
const Shaped& shapedOnce(const QString& text, TextRole role, double room, const Theme& theme)
{
    constexpr int kMost = 512;
    static thread_local QCache<QString, Shaped> known { kMost };
    const QString key
        = QStringLiteral("%1|%2|%3|").arg(static_cast<int>(role)).arg(room).arg(theme.scale) + text;
    if (const Shaped* found = known.object(key))
        return *found;
    auto* made = new Shaped { shape(text, role, room, theme) };
    known.insert(key, made);
    return *made;
}

} // namespace

QRectF drawLabel(
    QPainter& painter, const QRectF& rect, const QString& text, const Theme& theme, const Ink& ink)
{
    if (text.isEmpty() || rect.width() <= 0)
        return {};
    const Shaped& shaped = shapedOnce(text, ink.role, rect.width(), theme);
    if (shaped.width <= 0)
        return {};
    QRectF place { rect.left(), rect.center().y() - shaped.height / 2, shaped.width, shaped.height };
    if (ink.align & Qt::AlignRight)
        place.moveRight(rect.right());
    else if (ink.align & Qt::AlignHCenter)
        place.moveLeft(rect.center().x() - shaped.width / 2);
    painter.setFont(theme.font(shaped.role));
    painter.setPen(ink.color);
    painter.drawStaticText(place.topLeft(), shaped.text);
    return place;
}

QRectF drawWhole(
    QPainter& painter, const QRectF& rect, const QString& text, const Theme& theme, const Ink& ink)
{
    return textWidth(text, theme, ink.role) <= rect.width() ? drawLabel(painter, rect, text, theme, ink)
                                                            : QRectF {};
}

QRectF drawFirst(
    QPainter& painter, const QRectF& rect, const QStringList& wordings, const Theme& theme, const Ink& ink)
{
    for (const QString& wording : wordings)
        for (TextRole role = ink.role;; role = smallerThan(role)) {
            if (textWidth(wording, theme, role) <= rect.width())
                return drawLabel(painter, rect, wording, theme, { role, ink.color, ink.align });
            if (role == TextRole::Caption)
                break;
        }
    return {};
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
