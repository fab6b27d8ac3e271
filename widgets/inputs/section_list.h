// A list in sections: small captions, one row per entry with a title, a detail at the right and perhaps a
// number in a badge. Click or Enter chooses; arrows move without choosing; rows that are not available
// stay visible, grey, and say why in their tooltip.
#pragma once

#include "widgets/theme/theme.h"

#include <QListWidget>

namespace memwall::ui
{

struct SectionRow
{
    QString title {};
    QString detail {};
    QString key {}; ///< what chosen() gives
    QString tooltip {}; ///< empty: the title
    bool enabled = true;
    int badge = 0; ///< 0: none
};

struct Section
{
    QString title;
    QVector<SectionRow> rows;
};

class SectionList : public QListWidget
{
    Q_OBJECT
public:
    explicit SectionList(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setSections(const QVector<Section>& sections);
    void setChosen(const QString& key); ///< highlights and scrolls to it
    /// Rows with a dot, and the word for it; also of sections that come later.
    void setMarked(const QStringList& keys, const QString& word);
    void setFilter(const QString& words); ///< rows whose title or section has all the words
    [[nodiscard]] const QString& chosenKey() const { return m_chosen; }
    [[nodiscard]] QString currentKey() const;
    [[nodiscard]] double wholeWidth() const; ///< in which every title is whole, also beside a scroll bar
    void moveCurrent(int direction); ///< to the next row that can be chosen

signals:
    void chosen(const QString& key);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addRow(const SectionRow& row, const QString& section);
    void mark(QListWidgetItem& item) const;
    [[nodiscard]] bool canChoose(int row) const;

    QString m_chosen;
    QStringList m_marked;
    QString m_mark; ///< what the dot means
};

} // namespace memwall::ui
