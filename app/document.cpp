#include "app/document.h"

#include "app/trace_file.h"

#include <QFileInfo>
#include <QUndoCommand>

#include <functional>

namespace memwall::app
{

namespace
{

/// The whole scenario before and after: it is small, and a difference could be wrong.
class ChangeScenario : public QUndoCommand
{
public:
    using Replace = std::function<void(const core::Scenario&)>;

    ChangeScenario(core::Scenario before, core::Scenario after, QString mergeKey, Replace replace)
        : m_before(std::move(before))
        , m_after(std::move(after))
        , m_mergeKey(std::move(mergeKey))
        , m_replace(std::move(replace))
    {
    }

    void undo() override { m_replace(m_before); }
    void redo() override { m_replace(m_after); }

    int id() const override
    {
        constexpr int kNeverMerged = -1;
        constexpr int kByKey = 1;
        return m_mergeKey.isEmpty() ? kNeverMerged : kByKey;
    }

    bool mergeWith(const QUndoCommand* command) override
    {
        const auto* other = dynamic_cast<const ChangeScenario*>(command);
        if (!other || other->m_mergeKey != m_mergeKey)
            return false;
        m_after = other->m_after;
        setText(other->text());
        setObsolete(m_after == m_before);
        return true;
    }

private:
    core::Scenario m_before, m_after;
    QString m_mergeKey;
    Replace m_replace;
};

} // namespace

Document::Document(const core::Catalog& catalog, QObject* parent)
    : QObject(parent)
    , m_catalog(catalog)
{
    connect(&m_undo, &QUndoStack::cleanChanged, this, [this](bool clean) { emit modifiedChanged(!clean); });
}

QString Document::title() const
{
    if (!m_scenario.title.empty())
        return QString::fromStdString(m_scenario.title);
    return m_path.isEmpty() ? tr("Untitled") : QFileInfo(m_path).fileName();
}

std::expected<void, core::Problems> Document::open(const QString& path)
{
    auto scenario = loadScenario(path, m_catalog);
    if (!scenario)
        return std::unexpected(std::move(scenario.error().problems));
    adopt(*std::move(scenario), QFileInfo(path).absoluteFilePath());
    return {};
}

void Document::adopt(core::Scenario scenario, const QString& path, const QString& folder)
{
    m_scenario = std::move(scenario);
    m_path = path;
    m_folder = folder.isEmpty() ? folderOf(path) : folder;
    m_undo.clear();
    emit pathChanged();
    emit opened();
}

std::expected<void, core::Problems> Document::apply(
    const core::Settings& settings, const QString& text, const QString& mergeKey)
{
    auto set = core::withSettings(m_scenario, settings, m_catalog);
    if (!set)
        return std::unexpected(std::move(set.error()));
    auto changed = withTrace(*std::move(set), m_folder);
    if (!changed)
        return std::unexpected(std::move(changed.error().problems));
    if (*changed == m_scenario)
        return {};
    auto* command = new ChangeScenario(m_scenario, *std::move(changed), mergeKey,
        [this](const core::Scenario& scenario) { replace(scenario); });
    command->setText(text);
    m_undo.push(command);
    return {};
}

std::expected<void, core::Problems> Document::saveAs(const QString& path)
{
    if (auto saved = saveScenario(path, movedTo(m_scenario, m_folder, folderOf(path))); !saved)
        return saved;
    m_path = QFileInfo(path).absoluteFilePath();
    m_undo.setClean();
    emit pathChanged();
    return {};
}

void Document::replace(const core::Scenario& scenario)
{
    m_scenario = scenario;
    emit scenarioChanged();
}

} // namespace memwall::app
