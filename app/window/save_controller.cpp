#include "app/window/save_controller.h"

#include "app/files/recent_files.h"
#include "app/files/text_file.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>

namespace memwall::app
{

namespace
{

const QString kSuffix = QStringLiteral(".memwall.json");

} // namespace

SaveController::SaveController(const WindowContext& in)
    : m_in(in)
{
    DraftKeeper& drafts = m_in.session.drafts();
    connect(&drafts, &DraftKeeper::changed, this,
        [this] { m_in.actions.original->setEnabled(m_in.session.document().isModified()); });
    connect(&drafts, &DraftKeeper::failed, this,
        [this](const QString& why) { m_in.say(tr("The changes are not kept: %1").arg(why)); });
    connect(&m_in.session.document(), &Document::saved, m_in.parts.notice, &NoticeBar::clear);
    connect(m_in.actions.save, &QAction::triggered, this, &SaveController::save);
    connect(m_in.actions.saveAs, &QAction::triggered, this, &SaveController::saveAs);
    connect(m_in.actions.original, &QAction::triggered, this, &SaveController::backToOriginal);
    connect(qApp, &QGuiApplication::commitDataRequest, this, [&drafts] { (void)drafts.keep(); });
}

bool SaveController::isShipped(const QString& path) const
{
    // Through whatever links either is reached.
    return QFileInfo(path).canonicalFilePath().startsWith(
        QDir(m_in.folders.scenarios).canonicalPath() + u'/');
}

bool SaveController::keepChanges(const std::function<void()>& goOn)
{
    const auto kept = m_in.session.drafts().keep();
    if (kept)
        return true;
    m_in.parts.notice->offer(
        tr("The changes of “%1” cannot be kept: %2").arg(m_in.session.document().title(), kept.error()),
        { { tr("Save as…"), [this] { saveAs(); } },
            { tr("Go on without them"),
                [this, goOn] {
                    m_in.session.document().undoStack().setClean();
                    goOn();
                } } },
        true);
    return false;
}

SaveController::Offer SaveController::offerToSave()
{
    const QString path = m_in.session.document().path();
    if (!m_in.session.document().isModified() || isShipped(path))
        return {};
    if (path.isEmpty())
        return { { tr("“%1” is in the list, under “Not saved”.").arg(m_in.session.document().title()) }, {} };
    return {
        { tr("“%1” has changes that are not saved; they are kept.").arg(m_in.session.document().title()) },
        { { tr("Save them"), [this, path] { saveLeft(path); } } }
    };
}

/// The changes of a file that is no longer open.
void SaveController::saveLeft(const QString& path)
{
    const auto draft = m_in.session.drafts().find(path);
    if (!draft)
        return;
    const QString name = QFileInfo(path).fileName();
    if (fileDigest(path) != draft->base) {
        m_in.say(tr("%1 was changed on the disk meanwhile. Open it to decide.").arg(name));
        return;
    }
    if (const auto saved = saveScenario(path, draft->scenario); !saved) {
        m_in.say(describe(saved.error(), {}).trimmed());
        return;
    }
    m_in.session.drafts().drop(path);
    m_in.say(tr("%1 is saved.").arg(name));
}

void SaveController::backToOriginal()
{
    m_in.session.document().backToFile();
    (void)m_in.session.drafts().keep(); // there is nothing to keep: it drops what was kept
    m_in.say(tr("This is the original again. Undo brings your changes back."));
}

bool SaveController::isOurs(bool saving)
{
    if (!m_in.session.document().isChangedOnDisk())
        return true;
    const QByteArray digest = fileDigest(m_in.session.document().path());
    if (!saving && m_askedAbout == digest)
        return false; // asked and not answered: once is enough
    m_askedAbout = digest;
    const QString name = QFileInfo(m_in.session.document().path()).fileName();
    QVector<NoticeBar::Answer> answers { { tr("Reload"), [this] { reload(); } } };
    if (m_in.session.document().isModified() && !isShipped(m_in.session.document().path())) {
        answers.push_front({ tr("Save anyway"), [this] { saveTo(m_in.session.document().path()); } });
        answers.push_back({ tr("Save as…"), [this] { saveAs(); } });
    }
    m_in.parts.notice->offer(tr("%1 was changed on the disk since it was opened.").arg(name), answers, true);
    return false;
}

void SaveController::reload()
{
    const QString path = m_in.session.document().path();
    m_in.reader.request(
        path, [path, &catalog = m_in.catalog] { return loadOpened(path, catalog); },
        [this, path](Opened opened) { takeReloaded(path, std::move(opened)); });
}

void SaveController::takeReloaded(const QString& path, Opened opened)
{
    if (path != m_in.session.document().path())
        return;
    if (!opened)
        return m_in.say(describe(opened.error().problems, path).trimmed());
    auto* scenario = std::get_if<core::Scenario>(&opened->content);
    if (scenario == nullptr)
        return m_in.say(tr("%1 is a model's config.json now.").arg(QFileInfo(path).fileName()));
    m_in.session.document().reload(std::move(*scenario), opened->digest);
    m_in.say(tr("This is the file as it is now. Undo brings back what was here before."));
}

QString scenarioFilter()
{
    return SaveController::tr("Memwall scenarios (*.memwall.json)");
}

bool SaveController::saveTo(const QString& path)
{
    m_in.session.document().setTimeScale(m_in.session.playback().timeScale());
    const auto written = m_in.session.document().saveAs(path);
    if (!written) {
        m_in.parts.notice->offer(tr("Not saved. %1").arg(describe(written.error(), {}).trimmed()),
            { { tr("Save as…"), [this] { saveAs(); } } }, true);
        return false;
    }
    if (m_in.options.remembers)
        RecentFiles().add(path);
    emit saved();
    return true;
}

bool SaveController::save()
{
    // What came with the program is a model to start from, not the user's file.
    const QString path = m_in.session.document().path();
    // Neither is a page of a lesson what stands in the lesson's file.
    if (path.isEmpty() || isShipped(path) || m_in.session.document().isPage())
        return saveAs();
    return isOurs(true) && saveTo(path);
}

bool SaveController::saveAs()
{
    QString name = QFileInfo(m_in.session.document().path()).fileName();
    if (name.isEmpty())
        name = m_in.session.document().title().toLower().simplified().replace(u' ', u'-') + kSuffix;
    QString path = QFileDialog::getSaveFileName(
        &m_in.window, tr("Save as"), QDir::home().filePath(name), scenarioFilter());
    if (path.isEmpty())
        return false;
    if (!path.endsWith(QStringLiteral(".json")))
        path += kSuffix;
    return saveTo(path);
}

} // namespace memwall::app
