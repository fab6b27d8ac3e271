#include "app/dialogs/notes_window.h"

#include <QGuiApplication>
#include <QLabel>
#include <QScreen>
#include <QTime>
#include <QVBoxLayout>

namespace memwall::app
{

namespace
{

QLabel* line(const char* name, QVBoxLayout& column)
{
    auto* label = new QLabel;
    label->setObjectName(QLatin1StringView(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    column.addWidget(label);
    return label;
}

QString elapsedText(qint64 milliseconds)
{
    const qint64 seconds = milliseconds / 1000;
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

} // namespace

NotesWindow::NotesWindow()
{
    setObjectName(QStringLiteral("notesWindow"));
    setWindowTitle(tr("Speaker's notes — Memwall"));
    auto* column = new QVBoxLayout(this);
    m_clock = line("notesClock", *column);
    m_where = line("notesWhere", *column);
    m_title = line("notesTitle", *column);
    m_say = line("notesSay", *column);
    m_notes = line("notesText", *column);
    m_answer = line("notesAnswer", *column);
    column->addStretch(1);
    m_next = line("notesNext", *column);
    constexpr int kTickMs = 500;
    m_ticks.setInterval(kTickMs);
    connect(&m_ticks, &QTimer::timeout, this, &NotesWindow::tick);
}

void NotesWindow::setNotes(const Notes& notes)
{
    const auto show = [](QLabel& label, const QString& text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
    };
    show(*m_where, notes.where);
    show(*m_title, notes.title);
    show(*m_say, notes.say);
    show(*m_notes, notes.notes);
    show(*m_answer, notes.answer.isEmpty() ? QString() : tr("Right: %1").arg(notes.answer));
    show(*m_next, notes.next.isEmpty() ? tr("This is the last step.") : tr("Then: %1").arg(notes.next));
}

void NotesWindow::setTheme(const ui::Theme& theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    setPalette(palette);
    m_clock->setFont(theme.font(ui::TextRole::Clock));
    m_where->setFont(theme.font(ui::TextRole::Body));
    m_title->setFont(theme.font(ui::TextRole::Figure));
    for (QLabel* label : { m_say, m_notes, m_answer, m_next })
        label->setFont(theme.font(ui::TextRole::Title));
    palette.setColor(QPalette::WindowText, theme.secondary);
    for (QLabel* label : { m_where, m_notes, m_next })
        label->setPalette(palette);
}

void NotesWindow::openBeside(const QWidget& window)
{
    if (!m_since.isValid())
        m_since.start();
    tick();
    m_ticks.start();
    for (const QScreen* screen : QGuiApplication::screens())
        if (screen != window.screen()) {
            setGeometry(screen->availableGeometry());
            return showMaximized();
        }
    constexpr QSize kSize { 480, 520 };
    resize(kSize);
    show();
}

void NotesWindow::tick()
{
    m_clock->setText(
        tr("%1   since the start %2")
            .arg(QTime::currentTime().toString(QStringLiteral("HH:mm")), elapsedText(m_since.elapsed())));
}

} // namespace memwall::app
