#include "widgets/controls/scenario_list.h"

#include "widgets/inputs/section_list.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

struct ScenarioList::State
{
    SectionList* list = nullptr;
    Theme theme = Theme::darkTheme();
};

namespace
{

SectionRow rowOf(const ScenarioEntry& entry, int number)
{
    SectionRow row;
    row.title = entry.title;
    row.key = entry.path;
    row.enabled = entry.enabled;
    row.badge = number;
    const bool isFile = entry.path.contains(u'/'); // else a draft that never had one
    const QString where = isFile ? entry.path : ScenarioList::tr("No file yet");
    row.tooltip = entry.enabled
        ? QString { entry.title + u'\n' + (entry.about.isEmpty() ? where : entry.about) }
        : ScenarioList::tr("%1\nThis file is gone: %2").arg(entry.title, where);
    return row;
}

} // namespace

ScenarioList::ScenarioList(QWidget* parent)
    : QWidget { parent }
    , m_state { std::make_unique<State>() }
{
    setObjectName(QStringLiteral("scenarioList"));
    setAccessibleName(tr("Scenarios"));
    m_state->list = new SectionList { this };
    m_state->list->setObjectName(QStringLiteral("scenarioEntries"));
    m_state->list->setAccessibleName(tr("Scenarios to open"));
    m_state->list->setToolTip(tr("Open a scenario: click it, or move with the arrows and press Enter"));
    setFocusProxy(m_state->list);
    auto* layout = new QVBoxLayout { this };
    layout->addWidget(m_state->list);
    connect(m_state->list, &SectionList::chosen, this, &ScenarioList::openRequested);
    setTheme(Theme::darkTheme());
}

ScenarioList::~ScenarioList() = default;

void ScenarioList::setSections(const QVector<ScenarioSection>& sections)
{
    QVector<Section> shown;
    for (const ScenarioSection& section : sections) {
        Section made { section.title, {} };
        for (const ScenarioEntry& entry : section.entries)
            made.rows.push_back(rowOf(entry, section.numbered ? static_cast<int>(made.rows.size()) + 1 : 0));
        shown.push_back(made);
    }
    m_state->list->setSections(shown);
    fit();
}

void ScenarioList::setCurrent(const QString& path)
{
    m_state->list->setChosen(path);
}

void ScenarioList::setChanged(const QStringList& paths)
{
    m_state->list->setMarked(paths, tr("changed, not saved"));
    fit();
}

void ScenarioList::setTheme(const Theme& theme)
{
    const int margin = static_cast<int>(std::lround(theme.px(4)));
    layout()->setContentsMargins(margin, margin * 2, margin, margin);
    m_state->theme = theme;
    m_state->list->setTheme(theme);
    fit();
}

/// As wide as the longest title, within reason: titles of a user's own files may be long.
void ScenarioList::fit()
{
    const Theme& theme = m_state->theme;
    const QMargins margins = layout()->contentsMargins();
    const double width = m_state->list->wholeWidth() + margins.left() + margins.right();
    setFixedWidth(static_cast<int>(std::ceil(std::clamp(width, theme.px(216), theme.px(260)))));
}

} // namespace memwall::ui
