// A rounded chip of the toolbar: a faint caption, the value in the text colour, and a mark when it opens a
// list. Draws itself at any width: the caption goes, then the value is cut with an ellipsis.
#pragma once

#include "widgets/theme/theme.h"

#include <QAbstractButton>

namespace memwall::ui
{

class ChoiceButton : public QAbstractButton
{
    Q_OBJECT
public:
    ChoiceButton(const QString& caption, bool opensList, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setValue(const QString& value);
    /// The value in fewer and fewer letters that still tell it, for where there is no room; may be empty.
    void setShortValues(const QStringList& values);
    void setCompact(bool compact); ///< without the caption
    void setOpen(bool open); ///< drawn as pressed while its popup is there

    [[nodiscard]] const QString& value() const { return m_value; }
    /// What can be read of it at this width.
    [[nodiscard]] QString shownValue() const { return shown().text; }
    [[nodiscard]] bool isCompact() const { return m_compact; }
    [[nodiscard]] int widthWith(bool caption) const;
    /// In which its value can be read in the shortest way.
    [[nodiscard]] int leastWidth(bool caption) const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// Where the parts stand at this width.
    struct Room
    {
        QRectF value;
        double caption = 0; ///< left edge
        bool mark = false; ///< of a list that opens
    };
    struct Shown
    {
        QString text;
        TextRole role = TextRole::BodyStrong;
    };
    [[nodiscard]] Room room() const;
    [[nodiscard]] Shown shown() const;

    QString m_caption;
    QString m_value;
    QStringList m_shortValues;
    Theme m_theme = Theme::darkTheme();
    bool m_opensList;
    bool m_compact = false;
    bool m_open = false;
};

/// The chip's ground: raised, a fine line, the accent around it with the keyboard's focus.
void paintChip(QPainter& painter, const QWidget& widget, const Theme& theme, bool pressed);

} // namespace memwall::ui
