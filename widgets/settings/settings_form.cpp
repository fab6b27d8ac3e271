#include "widgets/settings/settings_form.h"

#include "widgets/inputs/number_field.h"
#include "widgets/inputs/toggle_switch.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr double kControlWidth = 190;
constexpr int kLongestName = 200;
constexpr auto kShown = "shownText"; ///< property: the text of the scenario behind a field

} // namespace

SettingsForm::SettingsForm(const QString& title, QWidget* parent)
    : QWidget { parent }
    , m_title { new QLabel { title, this } }
    , m_form { new QFormLayout { this } }
{
    setAccessibleName(title);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_form->addRow(m_title);
}

void SettingsForm::addRow(QWidget* control, const QString& name, const QString& caption)
{
    control->setObjectName(name);
    control->setAccessibleName(caption);
    control->installEventFilter(this);
    m_form->addRow(caption, control);
    m_controls.push_back(control);
}

QLineEdit* SettingsForm::addText(const QString& name, const QString& caption)
{
    auto* line = new QLineEdit { this };
    line->setMaxLength(kLongestName);
    addRow(line, name, caption);
    connect(line, &QLineEdit::editingFinished, this, [this, line] {
        if (line->isModified())
            emit textRequested(line, line->text().trimmed());
    });
    return line;
}

QPlainTextEdit* SettingsForm::addParagraph(const QString& name, const QString& caption)
{
    auto* paragraph = new QPlainTextEdit { this };
    paragraph->setTabChangesFocus(true);
    addRow(paragraph, name, caption);
    return paragraph;
}

QComboBox* SettingsForm::addChoice(const QString& name, const QString& caption)
{
    auto* box = new QComboBox { this };
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(1); // as wide as the column, whatever its longest choice
    box->setFocusPolicy(Qt::StrongFocus); // not by the wheel
    addRow(box, name, caption);
    return box;
}

NumberField* SettingsForm::addNumber(const QString& name, const QString& caption)
{
    auto* field = new NumberField { name, caption, this };
    addRow(field, name, caption);
    connect(field, &NumberField::refused, this, &SettingsForm::refused);
    connect(field, &NumberField::accepted, this, &SettingsForm::accepted);
    return field;
}

ToggleSwitch* SettingsForm::addSwitch(const QString& name, const QString& word)
{
    auto* toggle = new ToggleSwitch { word, this };
    toggle->setObjectName(name);
    m_form->addRow(toggle);
    m_controls.push_back(toggle);
    return toggle;
}

void SettingsForm::setTheme(const Theme& theme)
{
    m_form->setHorizontalSpacing(static_cast<int>(std::lround(theme.px(10))));
    m_form->setVerticalSpacing(static_cast<int>(std::lround(theme.px(6))));
    m_title->setFont(theme.font(TextRole::BodyStrong));
    for (QWidget* control : m_controls) {
        control->setFont(theme.font(TextRole::Body));
        if (auto* toggle = qobject_cast<ToggleSwitch*>(control))
            toggle->setTheme(theme);
        else
            control->setFixedWidth(static_cast<int>(std::lround(theme.px(kControlWidth))));
        if (QWidget* caption = m_form->labelForField(control))
            caption->setFont(theme.font(TextRole::Body));
        if (auto* paragraph = qobject_cast<QPlainTextEdit*>(control))
            paragraph->setFixedHeight(static_cast<int>(std::lround(theme.px(74))));
    }
}

bool SettingsForm::take()
{
    bool all = true;
    for (QWidget* control : m_controls) {
        if (auto* number = qobject_cast<NumberField*>(control))
            all = number->take() && all;
        else if (auto* line = qobject_cast<QLineEdit*>(control); line && line->isModified())
            emit textRequested(line, line->text().trimmed());
        else if (auto* paragraph = qobject_cast<QPlainTextEdit*>(control);
                 paragraph && paragraph->document()->isModified())
            emit textRequested(paragraph, paragraph->toPlainText().trimmed());
    }
    return all;
}

void SettingsForm::restore()
{
    for (QWidget* control : m_controls)
        if (auto* number = qobject_cast<NumberField*>(control))
            number->restore();
        else if (auto* line = qobject_cast<QLineEdit*>(control); line && line->isModified())
            line->setText(line->property(kShown).toString());
        else if (auto* paragraph = qobject_cast<QPlainTextEdit*>(control);
                 paragraph && paragraph->document()->isModified())
            paragraph->setPlainText(paragraph->property(kShown).toString());
}

/// The wheel scrolls the sheet, not a list that it happens to pass; Return in a line is an answer.
bool SettingsForm::eventFilter(QObject* watched, QEvent* event)
{
    const auto* control = static_cast<QWidget*>(watched);
    if (event->type() == QEvent::Wheel && qobject_cast<QComboBox*>(watched) && !control->hasFocus()) {
        event->ignore();
        return true;
    }
    const bool line = qobject_cast<QLineEdit*>(watched) && !qobject_cast<NumberField*>(watched);
    if (line && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            emit accepted();
            return true;
        }
    }
    if (qobject_cast<QPlainTextEdit*>(watched) && event->type() == QEvent::FocusOut)
        take();
    return QWidget::eventFilter(watched, event);
}

void showText(QLineEdit& line, const QString& text)
{
    if (line.isModified() && line.property(kShown).toString() == text)
        return;
    line.setProperty(kShown, text);
    if (line.text() != text || line.isModified())
        line.setText(text);
}

void showText(QPlainTextEdit& paragraph, const QString& text)
{
    if (paragraph.document()->isModified() && paragraph.property(kShown).toString() == text)
        return;
    paragraph.setProperty(kShown, text);
    if (paragraph.toPlainText() != text || paragraph.document()->isModified())
        paragraph.setPlainText(text);
}

void showChoices(QComboBox& box, const QVector<std::pair<QString, QString>>& keysAndWords, const QString& key)
{
    const QSignalBlocker blocker { box };
    QVector<std::pair<QString, QString>> shown;
    for (int i = 0; i < box.count(); ++i)
        shown.push_back({ box.itemData(i).toString(), box.itemText(i) });
    if (shown != keysAndWords) {
        box.clear();
        for (const auto& [itemKey, words] : keysAndWords)
            box.addItem(words, itemKey);
    }
    box.setCurrentIndex(box.findData(key));
}

} // namespace memwall::ui
