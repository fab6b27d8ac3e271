// A titled column of captions and controls. What was typed is asked for with Return and when the focus goes
// on; Escape brings back what stands in the scenario.
#pragma once

#include "widgets/theme/theme.h"

#include <QFormLayout>
#include <QVector>
#include <QWidget>

#include <utility>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace memwall::ui
{

class NumberField;
class ToggleSwitch;

class SettingsForm : public QWidget
{
    Q_OBJECT
public:
    SettingsForm(const QString& title, QWidget* parent);

    QLineEdit* addText(const QString& name, const QString& caption);
    QPlainTextEdit* addParagraph(const QString& name, const QString& caption);
    QComboBox* addChoice(const QString& name, const QString& caption);
    NumberField* addNumber(const QString& name, const QString& caption);
    ToggleSwitch* addSwitch(const QString& name, const QString& word);
    void showRow(QWidget* control, bool shown) { m_form->setRowVisible(control, shown); }

    void setTheme(const Theme& theme);
    /// Asks for everything that was typed. False where something of it is refused.
    bool take();
    void restore();

signals:
    void textRequested(QWidget* field, const QString& text);
    void refused(const QString& sentence); ///< empty: no longer
    void accepted(); ///< Return

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addRow(QWidget* control, const QString& name, const QString& caption);

    QLabel* m_title;
    QFormLayout* m_form;
    QVector<QWidget*> m_controls;
};

/// Shows a text in a line; what is being typed stays as long as the text is the one before.
void showText(QLineEdit& line, const QString& text);
void showText(QPlainTextEdit& paragraph, const QString& text);
/// Fills a list of choices, key by key, and shows one of them.
void showChoices(
    QComboBox& box, const QVector<std::pair<QString, QString>>& keysAndWords, const QString& key);

} // namespace memwall::ui
