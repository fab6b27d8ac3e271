// A quiet sentence over the picture, perhaps with what can be done about it. It pushes nothing aside, asks
// nothing that must be answered, and leaves by itself.
#pragma once

#include "widgets/theme/theme.h"

#include <QTimer>
#include <QVector>
#include <QWidget>

#include <functional>

class QBoxLayout;
class QLabel;

namespace memwall::app
{

class NoticeBar : public QWidget
{
    Q_OBJECT
public:
    struct Answer
    {
        QString text;
        std::function<void()> act; ///< the bar is gone before
    };

    /// Stands below `above`, over the widgets that follow it.
    explicit NoticeBar(QWidget& above);

    /// Stays as long as reading it takes. Empty: takes away a sentence, not an offer.
    void say(const QString& sentence);
    /// Stays a little longer than a sentence, or until clear() where the answer cannot wait.
    void offer(const QString& sentence, const QVector<Answer>& answers, bool untilAnswered = false);
    void clear(); ///< its matter is over

    [[nodiscard]] QString text() const;
    void setTheme(const ui::Theme& theme);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void put(const QString& sentence, const QVector<Answer>& answers);
    void addAnswer(const Answer& answer);
    void leaveIfUnused();
    void fit();

    QWidget& m_above;
    QBoxLayout* m_row;
    QLabel* m_text;
    QWidget* m_answers;
    QTimer m_leave;
    ui::Theme m_theme = ui::Theme::darkTheme();
    bool m_offers = false;
};

} // namespace memwall::app
