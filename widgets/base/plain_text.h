// Names come from files: whatever stands in them is text and nothing else.
#pragma once

#include <QObject>
#include <QString>

namespace memwall::ui
{

/// One line without characters that steer or turn what follows; for names of files, which core never read.
[[nodiscard]] QString visibleText(const QString& text);

/// The same for a button or an entry of a menu, where & would underline the letter behind it.
[[nodiscard]] QString menuText(const QString& text);

/// Makes every label of the application show plain text, tooltips and message boxes included: Qt would take
/// a name such as <img src=…> for markup and open the file that it names. A label that means markup says so
/// by setTextFormat(Qt::RichText). As long as this lives.
class PlainLabels : public QObject
{
    Q_OBJECT
public:
    explicit PlainLabels(QObject* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace memwall::ui
