#include "widgets/theme/theme.h"

#include <QFontDatabase>
#include <QGuiApplication>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

QColor rgb(QRgb value)
{
    return QColor { value };
}

QString firstInstalled(const QStringList& wanted, QFontDatabase::SystemFont otherwise)
{
    const QStringList installed = QFontDatabase::families();
    const auto found = std::find_if(wanted.begin(), wanted.end(),
        [&installed](const QString& family) { return installed.contains(family); });
    return found != wanted.end() ? *found : QFontDatabase::systemFont(otherwise).family();
}

// Asked once: listing the families costs milliseconds and painters ask for fonts all the time.
const QString& sansFamily()
{
    static const QString family = firstInstalled({ QStringLiteral("Inter") }, QFontDatabase::GeneralFont);
    return family;
}

const QString& clockFamily()
{
    static const QString family
        = firstInstalled({ QStringLiteral("DejaVu Sans Mono") }, QFontDatabase::FixedFont);
    return family;
}

/// Relative luminance of WCAG 2.
double luminanceOf(const QColor& color)
{
    const auto linear = [](int byte) {
        const double value = byte / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.red()) + 0.7152 * linear(color.green()) + 0.0722 * linear(color.blue());
}

struct Type
{
    double size;
    QFont::Weight weight;
};

Type typeOf(TextRole role)
{
    switch (role) {
    case TextRole::Caption:
        return { 11.0, QFont::Normal };
    case TextRole::Body:
        return { 13.0, QFont::Normal };
    case TextRole::BodyStrong:
        return { 13.0, QFont::DemiBold };
    case TextRole::Title:
        return { 15.0, QFont::DemiBold };
    case TextRole::Figure:
        return { 22.0, QFont::Bold };
    case TextRole::Hero:
        return { 38.0, QFont::Bold };
    case TextRole::Clock:
        return { 17.0, QFont::Bold };
    }
    return { 13.0, QFont::Normal };
}

} // namespace

Theme Theme::darkTheme(double scale)
{
    Theme theme;
    theme.dark = true;
    theme.scale = scale;
    theme.window = rgb(0xFF0E1116);
    theme.panel = rgb(0xFF151A21);
    theme.raised = rgb(0xFF1B222B);
    theme.line = rgb(0xFF2A333F);
    theme.text = rgb(0xFFE6EBF2);
    theme.secondary = rgb(0xFF9AA6B6);
    theme.faint = rgb(0xFF7F8B9B);
    theme.accent = rgb(0xFF4A90E2);
    theme.accentText = theme.window;
    theme.computeBusy = rgb(0xFFF4F7FB);
    theme.good = rgb(0xFF4CC38A);
    theme.bad = rgb(0xFFE5654B);
    theme.bricks = { rgb(0xFF7A3B2E), rgb(0xFF8E4636) };
    theme.mortar = rgb(0xFF2B1D1A);
    theme.kinds = { rgb(0xFF4A90E2), rgb(0xFFF5A623), rgb(0xFF2BB183), rgb(0xFFF4E36B), rgb(0xFFD08BC4) };
    theme.inks = theme.kinds;
    return theme;
}

Theme Theme::lightTheme(double scale)
{
    Theme theme;
    theme.dark = false;
    theme.scale = scale;
    theme.window = rgb(0xFFF3F5F8);
    theme.panel = rgb(0xFFFFFFFF);
    theme.raised = rgb(0xFFF3F5F8);
    theme.line = rgb(0xFFD5DBE3);
    theme.text = rgb(0xFF1A222C);
    theme.secondary = rgb(0xFF4F5B6B);
    theme.faint = rgb(0xFF627081);
    theme.accent = rgb(0xFF1559B7);
    theme.accentText = theme.panel;
    theme.computeBusy = rgb(0xFF1A222C);
    theme.good = rgb(0xFF1B7E54);
    theme.bad = rgb(0xFFC43E22);
    theme.bricks = { rgb(0xFFB5654F), rgb(0xFFC2725B) };
    theme.mortar = rgb(0xFFE3CFC8);
    theme.kinds = { rgb(0xFF1559B7), rgb(0xFFC97400), rgb(0xFF0FA07A), rgb(0xFF4B2A86), rgb(0xFFD46BB4) };
    theme.inks = { rgb(0xFF1559B7), rgb(0xFFA35E00), rgb(0xFF0C7E60), rgb(0xFF4B2A86), rgb(0xFFA3528B) };
    return theme;
}

QColor Theme::letters(const QColor& ground)
{
    constexpr double kEven = 0.179; // luminance on which black and white read equally well, 4.58:1
    return luminanceOf(ground) > kEven ? QColor { Qt::black } : QColor { Qt::white };
}

QFont Theme::font(TextRole role) const
{
    const Type type = typeOf(role);
    QFont font { role == TextRole::Clock ? clockFamily() : sansFamily() };
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(px(type.size)))));
    font.setWeight(type.weight);
    return font;
}

} // namespace memwall::ui
