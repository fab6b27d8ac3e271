// The window's File menu: opening, saving, dropping, leaving.
#include "app/files/model_config.h"
#include "app/files/recent_files.h"
#include "app/files/trace_file.h"
#include "app/window/main_window.h"
#include "app/window/problem_dialog.h"
#include "widgets/base/plain_text.h"
#include "widgets/controls/scenario_list.h"

#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMap>
#include <QMimeData>

#include <algorithm>

namespace memwall::app
{

namespace
{

const QString kSuffix = QStringLiteral(".memwall.json");

QString filter()
{
    return MainWindow::tr("Memwall scenarios (*.memwall.json)");
}

QString localFile(const QMimeData* data)
{
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile())
            return url.toLocalFile();
    }
    return {};
}

QVector<ui::ScenarioSection> shippedSections(const QVector<ShippedScenario>& scenarios)
{
    QVector<ui::ScenarioSection> sections;
    for (const ShippedScenario& scenario : scenarios) {
        const QString title = scenario.section.toUpper();
        if (sections.isEmpty() || sections.back().title != title)
            sections.push_back({ title, {} });
        sections.back().entries.push_back({ scenario.title, scenario.path, true });
    }
    return sections;
}

/// The user's own files: shipped scenarios are in the list already.
ui::ScenarioSection recentSection(const QStringList& paths, const QVector<ShippedScenario>& shipped)
{
    ui::ScenarioSection section { MainWindow::tr("RECENT"), {} };
    const auto isShipped = [&shipped](const QString& path) {
        return std::any_of(shipped.begin(), shipped.end(),
            [file = QFileInfo(path)](const ShippedScenario& one) { return QFileInfo(one.path) == file; });
    };
    for (const QString& path : paths)
        if (!isShipped(path))
            section.entries.push_back(
                { ui::visibleText(QFileInfo(path).fileName()), path, QFileInfo::exists(path) });
    return section;
}

ui::ScenarioSection unsavedSection(const QVector<DraftStore::Entry>& drafts)
{
    ui::ScenarioSection section { MainWindow::tr("NOT SAVED"), {} };
    for (const DraftStore::Entry& draft : drafts)
        section.entries.push_back(
            { draft.title.isEmpty() ? MainWindow::tr("Untitled") : draft.title, draft.key, true });
    return section;
}

} // namespace

void MainWindow::connectFileActions()
{
    connect(m_parts.list, &ui::ScenarioList::openRequested, this, &MainWindow::openFile);
    connect(m_actions.open, &QAction::triggered, this, &MainWindow::askForFile);
    connect(m_actions.openModel, &QAction::triggered, this, &MainWindow::askForModelConfig);
    connect(m_actions.save, &QAction::triggered, this, &MainWindow::save);
    connect(m_actions.saveAs, &QAction::triggered, this, &MainWindow::saveAs);
    connect(m_actions.quit, &QAction::triggered, this, &MainWindow::close);
}

void MainWindow::fillLists()
{
    const QVector<ShippedScenario> shipped = shippedScenarios(m_folders);
    const QStringList recent = m_options.remembers ? RecentFiles().paths() : QStringList();
    auto sections = shippedSections(shipped);
    if (const auto own = recentSection(recent, shipped); !own.entries.isEmpty())
        sections.push_back(own);
    if (const auto unsaved = unsavedSection(m_drafts.withoutFile()); !unsaved.entries.isEmpty())
        sections.push_back(unsaved);
    m_parts.list->setSections(sections);
    m_parts.list->setCurrent(m_drafts.key());

    m_actions.newFrom->clear();
    for (const ShippedScenario& scenario : shipped)
        connect(m_actions.newFrom->addAction(ui::menuText(scenario.title)), &QAction::triggered, this,
            [this, path = scenario.path] { newFrom(path); });

    fillLaneMenus();
    m_actions.recent->clear();
    for (const QString& path : recent) {
        QAction* action = m_actions.recent->addAction(ui::menuText(QFileInfo(path).fileName()));
        action->setToolTip(ui::visibleText(path));
        action->setEnabled(QFileInfo::exists(path));
        connect(action, &QAction::triggered, this, [this, path] { openFile(path); });
    }
    m_actions.recent->addSeparator();
    QAction* clear = m_actions.recent->addAction(tr("&Clear"));
    clear->setEnabled(!recent.isEmpty());
    // Queued: filling the menu again deletes the action that is speaking.
    connect(
        clear, &QAction::triggered, this,
        [this] {
            RecentFiles().clear();
            fillLists();
        },
        Qt::QueuedConnection);
}

bool MainWindow::openFile(const QString& path)
{
    if (isModelConfig(path))
        return openModelConfig(path);
    if (!keepChanges([this, path] { openFile(path); }))
        return false;
    const Offer offer = offerToSave();
    const bool isUnsaved = m_drafts.isWithoutFile(path);
    const auto opened = isUnsaved ? openUnsaved(path) : m_document.open(path);
    if (!opened) {
        auto* dialog = new ProblemDialog(
            tr("%1 cannot be opened. What was open stays open.").arg(QDir::toNativeSeparators(path)),
            opened.error(), this);
        dialog->open();
        return false;
    }
    if (!isUnsaved)
        resumeDraft(offer);
    return true;
}

/// Recent is what was on screen: a file that ends the program while it is played must not come back by
/// itself.
void MainWindow::noteShown()
{
    if (m_options.remembers && !m_document.path().isEmpty())
        RecentFiles().add(m_document.path());
    // The list that asked for this file may still be speaking: fill it afterwards.
    QMetaObject::invokeMethod(this, &MainWindow::fillLists, Qt::QueuedConnection);
    emit shown();
}

/// An edit of what is open, not another scenario: undo takes it back.
bool MainWindow::openModelConfig(const QString& path)
{
    const auto refuse = [&](const core::Problems& problems) {
        (new ProblemDialog(
             tr("%1 cannot be opened. What was open stays open.").arg(QDir::toNativeSeparators(path)),
             problems, this))
            ->open();
        return false;
    };
    const auto model = readModelConfig(path);
    if (!model)
        return refuse(model.error());
    const auto applied = m_document.apply(modelSettings(m_catalog, m_document.scenario(), m_system, *model),
        tr("Set model to %1").arg(QString::fromStdString(model->id)), {});
    if (!applied)
        return refuse(applied.error());
    say(modelSentence(m_catalog, *model));
    return true;
}

void MainWindow::askForModelConfig()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open model config"), QDir::homePath(), tr("Hugging Face configs (config.json *.json)"));
    if (!path.isEmpty())
        openModelConfig(path);
}

void MainWindow::newFrom(const QString& path)
{
    if (!keepChanges([this, path] { newFrom(path); }))
        return;
    auto scenario = loadScenario(path, m_catalog);
    if (scenario)
        m_document.adopt(*std::move(scenario), {}, folderOf(path));
    else
        (new ProblemDialog(tr("%1 cannot be opened.").arg(path), scenario.error().problems, this))->open();
}

void MainWindow::askForFile()
{
    const QString start = m_document.path().isEmpty() ? m_folders.scenarios : m_document.path();
    const QString path
        = QFileDialog::getOpenFileName(this, tr("Open"), start, filter() + tr(";;Models (config.json)"));
    if (!path.isEmpty())
        openFile(path);
}

bool MainWindow::save()
{
    // What came with the program is a model to start from, not the user's file.
    const QString path = m_document.path();
    if (path.isEmpty() || isShipped(path))
        return saveAs();
    return isOurs(true) && saveTo(path);
}

bool MainWindow::saveAs()
{
    QString name = QFileInfo(m_document.path()).fileName();
    if (name.isEmpty())
        name = m_document.title().toLower().simplified().replace(u' ', u'-') + kSuffix;
    QString path = QFileDialog::getSaveFileName(this, tr("Save as"), QDir::home().filePath(name), filter());
    if (path.isEmpty())
        return false;
    if (!path.endsWith(QStringLiteral(".json")))
        path += kSuffix;
    return saveTo(path);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (localFile(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_parts.dropHint->setGeometry(centralWidget()->rect());
    m_parts.dropHint->raise();
    m_parts.dropHint->show();
}

void MainWindow::dragMoveEvent(QDragMoveEvent* event)
{
    m_parts.dropHint->setText(dropsLane(event->position().toPoint())
            ? tr("Drop a scenario here to let its first system race\n(on the bar above: to open it)")
            : tr("Drop a scenario or a model's config.json to open it"));
    event->accept();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent* /*event*/)
{
    m_parts.dropHint->hide();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    m_parts.dropHint->hide();
    event->acceptProposedAction();
    const QString path = localFile(event->mimeData());
    if (dropsLane(event->position().toPoint()) && !isModelConfig(path))
        addLaneFrom(path);
    else
        openFile(path);
}

} // namespace memwall::app
