// A field for one number. Return takes what was typed; what cannot be taken stays in the field and is
// refused with a sentence, for its owner to show. Arrows up and down count, Escape brings the number back.
#pragma once

#include "widgets/inputs/number_input.h"

#include <QLineEdit>

namespace memwall::ui
{

class NumberField : public QLineEdit
{
    Q_OBJECT
public:
    /// title: what the number is, for those who cannot see the caption.
    NumberField(const QString& name, const QString& title, QWidget* parent);

    /// Shows a number. What was typed and not taken stays, as long as the number is the one before.
    void setNumber(double value, const NumberRange& range);
    [[nodiscard]] double number() const { return m_number; }
    [[nodiscard]] const NumberRange& range() const { return m_range; }
    /// Asks for what was typed. False where it is refused; true also where nothing was typed.
    bool take();
    /// Forgets what was typed.
    void restore();

signals:
    void numberRequested(double value);
    /// The sentence, or an empty one as soon as the text changes.
    void refused(const QString& sentence);
    void accepted(); ///< Return, on a number that can be taken

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void showRefused(bool wrong);
    void count(int direction);

    double m_number = 0;
    NumberRange m_range;
    bool m_refused = false; ///< what stands in the field
};

} // namespace memwall::ui
