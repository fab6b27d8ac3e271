#include "app/window/list_controller.h"

#include "app/files/recent_files.h"
#include "core/scenario/lesson.h"
#include "widgets/base/plain_text.h"
#include "widgets/controls/scenario_list.h"

#include <QFileInfo>

#include <algorithm>

namespace memwall::app
{

namespace
{

using Section = ui::ScenarioSection;

const QString kClaims = QStringLiteral("claims"); ///< folder of what F7 lists

QVector<Section> shippedSections(const QVector<ShippedScenario>& scenarios)
{
    QVector<Section> sections;
    for (const ShippedScenario& scenario : scenarios) {
        if (scenario.section == kClaims)
            continue; // they have a window of their own
        const QString title = scenario.section.toUpper();
        if (sections.isEmpty() || sections.back().title != title)
            sections.push_back({ title, {} });
        sections.back().entries.push_back({ scenario.title, scenario.path, true, scenario.description });
    }
    return sections;
}

/// The user's own files: shipped scenarios are in the list already.
Section recentSection(const QStringList& paths, const QVector<ShippedScenario>& shipped)
{
    Section section { ListController::tr("RECENT"), {} };
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

Section unsavedSection(const QVector<DraftStore::Entry>& drafts)
{
    Section section { ListController::tr("NOT SAVED"), {} };
    for (const DraftStore::Entry& draft : drafts)
        section.entries.push_back(
            { draft.title.isEmpty() ? ListController::tr("Untitled") : draft.title, draft.key, true });
    return section;
}

} // namespace

ListController::ListController(const WindowContext& in)
    : m_in(in)
    , m_shipped(shippedScenarios(in.folders))
{
    connect(m_in.parts.list, &ui::ScenarioList::openRequested, this, &ListController::openRequested);
    connect(&m_in.session.drafts(), &DraftKeeper::changed, this, [this] {
        m_in.parts.list->setChanged(m_in.session.drafts().keys());
        m_in.parts.list->setCurrent(m_in.session.drafts().key());
    });
    connect(&m_in.session, &Session::presented, this, &ListController::noteShown);
    for (const ShippedScenario& scenario : m_shipped) {
        if (scenario.section == kClaims)
            continue;
        const QString text = ui::menuText(scenario.title);
        connect(m_in.actions.newFrom->addAction(text), &QAction::triggered, this,
            [this, path = scenario.path] { emit newRequested(path); });
        connect(m_in.actions.addLaneFrom->addAction(text), &QAction::triggered, this,
            [this, path = scenario.path] { emit laneRequested(path); });
    }
    fill();
}

void ListController::fill()
{
    const QStringList recent = m_in.options.remembers ? RecentFiles().paths() : QStringList();
    auto sections = shippedSections(m_shipped);
    if (const auto own = recentSection(recent, m_shipped); !own.entries.isEmpty())
        sections.push_back(own);
    if (const auto unsaved = unsavedSection(m_in.session.drafts().withoutFile()); !unsaved.entries.isEmpty())
        sections.push_back(unsaved);
    m_in.parts.list->setSections(sections);
    m_in.parts.list->setCurrent(m_in.session.drafts().key());

    m_in.actions.recent->clear();
    for (const QString& path : recent) {
        QAction* action = m_in.actions.recent->addAction(ui::menuText(QFileInfo(path).fileName()));
        action->setToolTip(ui::visibleText(path));
        action->setEnabled(QFileInfo::exists(path));
        connect(action, &QAction::triggered, this, [this, path] { emit openRequested(path); });
    }
    m_in.actions.recent->addSeparator();
    QAction* clear = m_in.actions.recent->addAction(tr("&Clear"));
    clear->setEnabled(!recent.isEmpty());
    // Queued: filling the menu again deletes the action that is speaking.
    connect(
        clear, &QAction::triggered, this,
        [this] {
            RecentFiles().clear();
            fill();
        },
        Qt::QueuedConnection);
}

/// Recent is what was on screen: a file that ends the program while it is played must not come back by
/// itself.
void ListController::noteShown()
{
    const auto lesson = core::lessonOf(m_in.session.scenario());
    const bool isShow = lesson && lesson->everyS; // it is over when it ends
    if (m_in.options.remembers && !isShow && !m_in.session.document().path().isEmpty())
        RecentFiles().add(m_in.session.document().path());
    // The list that asked for this file may still be speaking: fill it afterwards.
    QMetaObject::invokeMethod(this, &ListController::fill, Qt::QueuedConnection);
}

} // namespace memwall::app
