#include "widgets/theme/theme.h"

#include <QApplication>
#include <QPalette>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleFactory>

#include <cmath>

namespace memwall::ui
{

namespace
{

QPalette paletteOf(const Theme& theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.panel);
    palette.setColor(QPalette::AlternateBase, theme.raised);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.faint);
    palette.setColor(QPalette::Button, theme.raised);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.bad);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.accentText);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::ToolTipBase, theme.raised);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Mid, theme.line);
    palette.setColor(QPalette::Dark, theme.line);
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, theme.faint);
    return palette;
}

/// The rules with $names for colours and #n# for lengths at scale 1.
QString rules()
{
    return QStringLiteral(R"(
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: #6#px; }
QPushButton, QToolButton, QComboBox, QSpinBox, QDoubleSpinBox, QLineEdit {
  background: $raised; color: $text; border: 1px solid $line; border-radius: #8#px;
  min-height: #30#px; padding: 0 #10#px; selection-background-color: $accent; selection-color: $onAccent; }
QToolButton { min-width: #12#px; }
QPlainTextEdit { background: $raised; color: $text; border: 1px solid $line; border-radius: #8#px;
  selection-background-color: $accent; selection-color: $onAccent; }
QPlainTextEdit:focus { border: #2#px solid $accent; }
QSpinBox, QDoubleSpinBox { padding-right: #20#px; }
QSpinBox::up-button, QDoubleSpinBox::up-button { subcontrol-origin: border; width: #18#px; border: none; }
QSpinBox::down-button, QDoubleSpinBox::down-button { subcontrol-origin: border; width: #18#px; border: none; }
QComboBox::drop-down { border: none; width: #20#px; }
QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $line;
  selection-background-color: $accent; selection-color: $onAccent; outline: none; }
QPushButton:hover, QToolButton:hover, QComboBox:hover, QSpinBox:hover, QDoubleSpinBox:hover,
QLineEdit:hover { border-color: $faint; }
QPushButton:pressed, QToolButton:pressed { background: $line; }
QPushButton:checked, QToolButton:checked, QPushButton:default, QPushButton[primary="true"],
QToolButton[primary="true"] { background: $accent; color: $onAccent; border-color: $accent; }
QPushButton:disabled, QToolButton:disabled, QComboBox:disabled, QSpinBox:disabled,
QDoubleSpinBox:disabled, QLineEdit:disabled { color: $faint; background: $window; }
QPushButton:focus, QToolButton:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QLineEdit:focus { border: #2#px solid $accent; padding: 0 #9#px; }
QPushButton:checked:focus, QToolButton:checked:focus, QPushButton:default:focus,
QPushButton[primary="true"]:focus, QToolButton[primary="true"]:focus { border-color: $text; }
QLineEdit[refused="true"], QLineEdit[refused="true"]:focus { border: #2#px solid $bad; padding: 0 #9#px; }
QCheckBox { spacing: #8#px; min-height: #32#px; }
QCheckBox::indicator { width: #16#px; height: #16#px; border: 1px solid $faint; border-radius: #4#px;
  background: $panel; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; }
QCheckBox:focus::indicator, QCheckBox::indicator:focus { border: #2#px solid $text; }
QSlider { min-height: #32#px; }
QSlider::groove:horizontal { height: #4#px; border-radius: #2#px; background: $line; }
QSlider::sub-page:horizontal { background: $accent; border-radius: #2#px; }
QSlider::handle:horizontal { width: #16#px; height: #16#px; margin: -#6#px 0; border-radius: #8#px;
  background: $text; }
QSlider::handle:horizontal:focus { background: $accent; border: #2#px solid $text; }
QMenuBar { background: $window; } QMenuBar::item { padding: #6#px #10#px; border-radius: #6#px; }
QMenuBar::item:selected { background: $raised; }
QMenu { background: $raised; border: 1px solid $line; padding: #6#px; }
QMenu::item { padding: #6#px #24#px; border-radius: #6#px; }
QMenu::item:selected { background: $accent; color: $onAccent; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: #6#px; }
QScrollBar:vertical { width: #10#px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: #10#px; background: transparent; margin: 0; }
QScrollBar::handle { background: $line; border-radius: #4#px; min-height: #24#px; min-width: #24#px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)");
}

QString withLengths(QString sheet, const Theme& theme)
{
    static const QRegularExpression length { QStringLiteral("#(\\d+)#") };
    for (auto match = length.match(sheet); match.hasMatch(); match = length.match(sheet)) {
        const double pixels = std::max(1.0, std::round(theme.px(match.captured(1).toDouble())));
        sheet.replace(match.captured(0), QString::number(static_cast<int>(pixels)));
    }
    return sheet;
}

QString styleSheetOf(const Theme& theme)
{
    QString sheet = withLengths(rules(), theme);
    sheet.replace(QStringLiteral("$window"), theme.window.name());
    sheet.replace(QStringLiteral("$panel"), theme.panel.name());
    sheet.replace(QStringLiteral("$raised"), theme.raised.name());
    sheet.replace(QStringLiteral("$line"), theme.line.name());
    sheet.replace(QStringLiteral("$text"), theme.text.name());
    sheet.replace(QStringLiteral("$faint"), theme.faint.name());
    sheet.replace(QStringLiteral("$accent"), theme.accent.name());
    sheet.replace(QStringLiteral("$bad"), theme.bad.name());
    sheet.replace(QStringLiteral("$onAccent"), theme.accentText.name());
    return sheet;
}

} // namespace

void applyTheme(const Theme& theme)
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(paletteOf(theme));
    QApplication::setFont(theme.font(TextRole::Body));
    qApp->setStyleSheet(styleSheetOf(theme));
}

} // namespace memwall::ui
