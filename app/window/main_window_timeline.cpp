// The window's commands for the timeline: finding, bookmarks, selecting, the trace for Perfetto.
#include "app/files/text_file.h"
#include "app/window/main_window.h"
#include "core/export/perfetto.h"
#include "widgets/timeline/timeline_widget.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace memwall::app
{

void MainWindow::connectTimeline()
{
    ui::TimelineWidget* timeline = m_parts.timeline;
    // Not while something else stands in its place: a race, a full screen.
    connect(m_actions.find, &QAction::triggered, timeline, [timeline] {
        if (timeline->isVisible())
            timeline->openFind();
    });
    connect(m_actions.findNext, &QAction::triggered, timeline, [timeline] { timeline->findStep(+1); });
    connect(m_actions.findPrevious, &QAction::triggered, timeline, [timeline] { timeline->findStep(-1); });
    connect(m_actions.selectFrom, &QAction::triggered, timeline, &ui::TimelineWidget::selectFromPlayhead);
    connect(m_actions.selectTo, &QAction::triggered, timeline, &ui::TimelineWidget::selectToPlayhead);
    connect(m_actions.exportTrace, &QAction::triggered, this, &MainWindow::exportTrace);
    for (std::size_t i = 0; i < ui::kBookmarks; ++i) {
        connect(m_actions.setBookmark[i], &QAction::triggered, this, [this, i] {
            m_bookmarks.toggle(i, m_playback.time());
            m_parts.timeline->setBookmarks(m_bookmarks.instants());
        });
        connect(m_actions.toBookmark[i], &QAction::triggered, this, [this, i] {
            if (const auto time = m_bookmarks.instants()[i])
                m_playback.seek(*time);
        });
    }
    connect(&m_document, &Document::opened, this, [this] {
        m_bookmarks.setStory(m_document.path().isEmpty() ? m_document.title() : m_document.path());
    });
}

void MainWindow::exportTrace()
{
    if (!m_result)
        return;
    const QString name = QFileInfo(m_document.path()).fileName().section(u'.', 0, 0);
    QString path = QFileDialog::getSaveFileName(this, tr("Trace for Perfetto"),
        QDir::home().filePath(
            (name.isEmpty() ? QStringLiteral("memwall") : name) + QStringLiteral(".trace.json")),
        tr("Chrome traces (*.json)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive))
        path += QStringLiteral(".trace.json");
    const auto written = writeWholeFile(path, QByteArray::fromStdString(core::traceEvents(*m_result)));
    say(written ? tr("The trace is in %1. Open it at ui.perfetto.dev or in chrome://tracing.").arg(path)
                : written.error());
}

} // namespace memwall::app
