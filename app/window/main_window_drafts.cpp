// What the window does with changes that are not saved: it keeps them, marks them in the list, and offers to
// save or to take them back. It asks nothing that must be answered. And what it does where another program
// wrote the file that is open.
#include "app/files/recent_files.h"
#include "app/files/text_file.h"
#include "app/files/trace_file.h"
#include "app/window/main_window.h"
#include "app/window/notice_bar.h"
#include "widgets/controls/scenario_list.h"

#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>

namespace memwall::app
{

namespace
{

QString momentText(const QDateTime& moment)
{
    const bool today = moment.date() == QDate::currentDate();
    return moment.toString(today ? QStringLiteral("HH:mm") : QStringLiteral("d MMM yyyy, HH:mm"));
}

} // namespace

void MainWindow::connectDrafts()
{
    m_drafts.setParent(this); // as all that serves the window, it is found below it
    connect(&m_drafts, &DraftKeeper::changed, this, [this] {
        m_parts.list->setChanged(m_drafts.keys());
        m_parts.list->setCurrent(m_drafts.key());
        m_actions.original->setEnabled(m_document.isModified());
    });
    connect(&m_drafts, &DraftKeeper::failed, this,
        [this](const QString& why) { say(tr("The changes are not kept: %1").arg(why)); });
    connect(&m_document, &Document::saved, m_parts.notice, &NoticeBar::clear);
    connect(m_actions.original, &QAction::triggered, this, &MainWindow::backToOriginal);
    connect(qApp, &QGuiApplication::commitDataRequest, this, [this] { (void)m_drafts.keep(); });
}

bool MainWindow::isShipped(const QString& path) const
{
    // Through whatever links either is reached.
    return QFileInfo(path).canonicalFilePath().startsWith(QDir(m_folders.scenarios).canonicalPath() + u'/');
}

/// Where they cannot be kept, a bar says so; what was to come then comes when the user says so.
bool MainWindow::keepChanges(const std::function<void()>& goOn)
{
    const auto kept = m_drafts.keep();
    if (kept)
        return true;
    m_parts.notice->offer(tr("The changes of “%1” cannot be kept: %2").arg(m_document.title(), kept.error()),
        { { tr("Save as…"), [this] { saveAs(); } },
            { tr("Go on without them"),
                [this, goOn] {
                    m_document.undoStack().setClean();
                    goOn();
                } } },
        true);
    return false;
}

/// For what is open now and has changes, before something else is opened: shipped scenarios are not saved.
MainWindow::Offer MainWindow::offerToSave()
{
    const QString path = m_document.path();
    if (!m_document.isModified() || isShipped(path))
        return {};
    if (path.isEmpty())
        return { { tr("“%1” is in the list, under “Not saved”.").arg(m_document.title()) }, {} };
    return { { tr("“%1” has changes that are not saved; they are kept.").arg(m_document.title()) },
        { { tr("Save them"), [this, path] { saveLeft(path); } } } };
}

/// The changes of a file that is no longer open.
void MainWindow::saveLeft(const QString& path)
{
    const auto draft = m_drafts.find(path);
    if (!draft)
        return;
    const QString name = QFileInfo(path).fileName();
    if (fileDigest(path) != draft->base) {
        say(tr("%1 was changed on the disk meanwhile. Open it to decide.").arg(name));
        return;
    }
    if (const auto saved = saveScenario(path, draft->scenario); !saved) {
        say(describe(saved.error(), {}).trimmed());
        return;
    }
    m_drafts.drop(path);
    say(tr("%1 is saved.").arg(name));
}

void MainWindow::resumeDraft()
{
    resumeDraft({});
}

void MainWindow::resumeDraft(Offer offer)
{
    const auto draft = m_drafts.find(m_drafts.key());
    if (draft && m_document.goOnWith(draft->scenario, tr("Go on with your changes")))
        m_drafts.goOnAs(*draft);
    if (draft && m_document.isModified()) {
        offer.sentences << tr("Your changes of %1 are shown.").arg(momentText(draft->kept));
        if (draft->base != m_document.fileDigest())
            offer.sentences << tr("The file itself is another since.");
        if (!isShipped(m_document.path()))
            offer.answers.push_back({ tr("Save"), [this] { save(); } });
        offer.answers.push_back({ tr("Back to the original"), [this] { backToOriginal(); } });
    }
    if (!offer.sentences.isEmpty())
        m_parts.notice->offer(offer.sentences.join(u' '), offer.answers);
}

/// A scenario that never had a file, as it was left.
std::expected<void, core::Problems> MainWindow::openUnsaved(const QString& key)
{
    const auto draft = m_drafts.find(key);
    if (!draft)
        return std::unexpected(core::Problems { { .pointer = {},
            .line = std::nullopt,
            .message = "it is no longer kept",
            .remedy = "open the scenario that it was made from" } });
    auto scenario = withTrace(draft->scenario, draft->folder);
    if (!scenario)
        return std::unexpected(std::move(scenario.error().problems));
    m_document.adopt(*std::move(scenario), {}, draft->folder);
    m_document.undoStack().resetClean();
    m_drafts.goOnAs(*draft);
    m_parts.notice->offer(tr("“%1” is not saved.").arg(m_document.title()),
        { { tr("Save as…"), [this] { saveAs(); } }, { tr("Delete it"), [this] {
                                                         m_document.undoStack().setClean();
                                                         m_drafts.drop(m_drafts.key());
                                                         openFile(defaultScenario(m_folders));
                                                     } } });
    return {};
}

void MainWindow::backToOriginal()
{
    m_document.backToFile();
    (void)m_drafts.keep(); // there is nothing to keep: it drops what was kept
    say(tr("This is the original again. Undo brings your changes back."));
}

/// True where nobody else wrote the file since it was opened. Otherwise a bar asks what is to count.
bool MainWindow::isOurs(bool saving)
{
    if (!m_document.isChangedOnDisk())
        return true;
    const QByteArray digest = fileDigest(m_document.path());
    if (!saving && m_askedAbout == digest)
        return false; // asked and not answered: once is enough
    m_askedAbout = digest;
    const QString name = QFileInfo(m_document.path()).fileName();
    QVector<NoticeBar::Answer> answers { { tr("Reload"), [this] { reload(); } } };
    if (m_document.isModified() && !isShipped(m_document.path())) {
        answers.push_front({ tr("Save anyway"), [this] { saveTo(m_document.path()); } });
        answers.push_back({ tr("Save as…"), [this] { saveAs(); } });
    }
    m_parts.notice->offer(tr("%1 was changed on the disk since it was opened.").arg(name), answers, true);
    return false;
}

void MainWindow::reload()
{
    if (const auto read = m_document.reload(); !read)
        say(describe(read.error(), m_document.path()).trimmed());
    else
        say(tr("This is the file as it is now. Undo brings back what was here before."));
}

bool MainWindow::saveTo(const QString& path)
{
    m_document.setTimeScale(m_playback.timeScale());
    const auto saved = m_document.saveAs(path);
    if (!saved) {
        m_parts.notice->offer(tr("Not saved. %1").arg(describe(saved.error(), {}).trimmed()),
            { { tr("Save as…"), [this] { saveAs(); } } }, true);
        return false;
    }
    if (m_options.remembers)
        RecentFiles().add(path);
    fillLists();
    return true;
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!keepChanges([this] { close(); })) {
        event->ignore();
        return;
    }
    remember();
    event->accept();
}

} // namespace memwall::app
