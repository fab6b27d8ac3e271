// What opens below a toolbar chip: a search field over a list in sections. Typing searches, arrows move,
// Enter chooses and closes, Escape closes. May carry small numbers below the list, and a field for others.
#pragma once

#include "widgets/inputs/number_input.h"
#include "widgets/inputs/section_list.h"

#include <QFrame>

class QLabel;
class QLineEdit;

namespace memwall::ui
{

class NumberField;

class ChoicePopup : public QFrame
{
    Q_OBJECT
public:
    /// name: prefix of the object names of everything in it.
    ChoicePopup(const QString& name, const QString& title, QWidget* parent);

    void setTheme(const Theme& theme);
    void setSections(const QVector<Section>& sections) { m_list->setSections(sections); }
    void setChosen(const QString& key) { m_list->setChosen(key); }
    /// Numbers to choose from below the list, and what may be typed in their place; none: no row. A click
    /// on the list then keeps the popup open.
    void setCounts(
        const QString& caption, const std::vector<int>& counts, int current, const NumberRange& range);
    void openBelow(const QWidget& button);

signals:
    void chosen(const QString& key);
    void countChosen(int count);
    /// It closes over something that cannot be taken: the sentence is for whoever can still show it.
    void refused(const QString& sentence);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void choose(const QString& key, bool close);
    void fitScreen();
    void fillCounts(const std::vector<int>& counts);

    Theme m_theme = Theme::darkTheme();
    QLineEdit* m_search;
    SectionList* m_list;
    QLabel* m_countCaption;
    NumberField* m_exact;
    QLabel* m_said; ///< why a number is not taken
    QWidget* m_counts;
    std::vector<int> m_shownCounts;
};

/// Ground and edge of a popup.
[[nodiscard]] QString popupStyle(const Theme& theme);
/// Below the button, kept on its screen.
void placeBelow(QWidget& popup, const QWidget& button, int gap);

} // namespace memwall::ui
