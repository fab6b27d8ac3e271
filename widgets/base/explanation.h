// What lies under a point, for people who want to know: one plain sentence, its number, its formula and where
// it comes from. Views that can be asked implement Explains; tooltips and the explain card read the same
// answer.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>

namespace memwall::ui
{

struct Explanation
{
    QRectF area {}; ///< of what is explained, in the view's coordinates
    QString sentence {}; ///< empty: nothing to say here
    QString number {}; ///< "50.6 GB of 85.9 GB"
    QString formula {}; ///< with the numbers put in
    QString source {}; ///< title of the publication, or how it is known

    [[nodiscard]] bool isEmpty() const { return sentence.isEmpty(); }
};

class Explains
{
public:
    Explains() = default;
    Explains(const Explains&) = delete;
    Explains& operator=(const Explains&) = delete;
    virtual ~Explains() = default;

    /// position in the view's own coordinates.
    [[nodiscard]] virtual Explanation explanationAt(QPointF position) const = 0;
};

} // namespace memwall::ui
