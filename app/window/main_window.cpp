#include "app/window/main_window.h"

#include "app/frame/key_policy.h"
#include "widgets/stage/stage_widget.h"
#include "widgets/tape/tape_widget.h"
#include "widgets/timeline/timeline_widget.h"

#include <QCloseEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QSettings>
#include <QToolButton>

namespace memwall::app
{

namespace
{

QString localFile(const QMimeData* data)
{
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile())
            return url.toLocalFile();
    }
    return {};
}

} // namespace

MainWindow::MainWindow(const core::Catalog& catalog, Folders folders, const WindowOptions& options)
    : m_catalog(catalog)
    , m_folders(std::move(folders))
    , m_options(options)
    , m_session(catalog, options.draftFolder, options.autoplay)
    , m_parts(buildWindow(*this, catalog))
    , m_actions(createActions(*this, m_session.document().undoStack()))
    , m_in { m_catalog, m_folders, m_options, *this, m_session, m_reader, m_parts, m_actions }
    , m_look(m_in)
    , m_panels(m_in)
    , m_views(m_in)
    , m_racing(m_in)
    , m_playing(m_in)
    , m_saving(m_in)
    , m_lists(m_in)
    , m_opening(m_in, m_saving, m_lists)
    , m_exporting(m_in)
    , m_target(m_in)
    , m_tools(m_in, m_saving)
    , m_help(m_in)
    , m_lesson(m_in, m_panels)
    , m_presenting(m_in, m_look, m_panels, m_lesson)
{
    m_session.setParent(this);
    new KeyPolicy(*this);
    setAcceptDrops(true);
    constexpr QSize kSmallest { 640, 360 }; // 1280 × 720 at 200 %
    setMinimumSize(kSmallest);
    m_parts.menuButton->setMenu(m_actions.menu);
    connect(m_actions.quit, &QAction::triggered, this, &MainWindow::close);
    connect(&m_lists, &ListController::laneRequested, &m_racing, &RaceController::addFrom);
    connect(&m_racing, &RaceController::modelFound, &m_opening, &OpenController::takeModel);
    connect(&m_help, &HelpController::openRequested, &m_opening, &OpenController::open);
    connect(&m_lesson, &LessonController::openRequested, &m_opening, &OpenController::open);
    connect(&m_saving, &SaveController::saved, &m_lists, &ListController::fill);
    connect(&m_session, &Session::opened, this, &MainWindow::updateTitle);
    connect(&document(), &Document::modifiedChanged, this, &MainWindow::updateTitle);
    connect(&document(), &Document::pathChanged, this, &MainWindow::updateTitle);
    connect(&m_look, &LookController::themeChanged, this, &MainWindow::applyTheme);
    if (m_options.remembers)
        m_panels.restore(QSettings());
    m_look.start();
}

void MainWindow::applyTheme(const ui::Theme& theme)
{
    m_views.setTheme(theme);
    m_help.setTheme(theme);
    m_exporting.setTheme(theme);
    m_panels.setTheme(theme);
    m_presenting.setTheme(theme);
}

void MainWindow::updateTitle()
{
    setWindowTitle(document().title() + QStringLiteral("[*] — Memwall"));
    setWindowModified(document().isModified());
}

void MainWindow::lookAt(core::Instant time)
{
    showMoment(time, core::toSeconds(time));
    m_parts.timeline->zoomToDepth(core::Depth::Step);
}

void MainWindow::showMoment(core::Instant time, double playedS)
{
    playback().seek(time);
    m_parts.tape->setRealSeconds(playedS);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_saving.keepChanges([this] { close(); })) {
        event->ignore();
        return;
    }
    if (m_options.remembers)
        m_look.remember();
    event->accept();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_panels.makeRoom();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        m_actions.fullScreen->setChecked(isFullScreen());
    if (event->type() != QEvent::ActivationChange)
        return;
    if (isActiveWindow())
        (void)m_saving.isOurs(false);
    else
        (void)m_session.drafts().keep();
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
    m_parts.dropHint->setText(m_racing.dropsLane(event->position().toPoint())
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
    if (m_racing.dropsLane(event->position().toPoint()))
        addLaneFrom(path);
    else
        openFile(path);
}

} // namespace memwall::app
