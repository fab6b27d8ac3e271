#include "app/session/document.h"

#include "app/files/text_file.h"
#include "app/files/trace_file.h"
#include "widgets/base/plain_text.h"

#include <QFileInfo>
#include <QUndoCommand>

#include <algorithm>
#include <functional>

namespace memwall::app
{

namespace
{

constexpr int kMostSteps = 200; ///< that can be undone: a day in front of a class must not fill the memory

/// The whole scenario before and after, shared with the steps beside: a difference could be wrong.
class ChangeScenario : public QUndoCommand
{
public:
    /// A scenario, and which of its systems is edited.
    struct State
    {
        std::shared_ptr<const core::Scenario> scenario;
        std::size_t edited = 0;
    };
    using Replace = std::function<void(const State&)>;

    ChangeScenario(State before, State after, QString mergeKey, Replace replace)
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
        setObsolete(*m_after.scenario == *m_before.scenario);
        return true;
    }

private:
    State m_before, m_after;
    QString m_mergeKey;
    Replace m_replace;
};

} // namespace

Document::Document(const core::Catalog& catalog, QObject* parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_scenario(std::make_shared<const core::Scenario>())
    , m_original(m_scenario)
{
    m_undo.setUndoLimit(kMostSteps);
    connect(&m_undo, &QUndoStack::cleanChanged, this, [this](bool clean) { emit modifiedChanged(!clean); });
}

QString Document::title() const
{
    if (!m_scenario->title.empty())
        return QString::fromStdString(m_scenario->title);
    return m_path.isEmpty() ? tr("Untitled") : ui::visibleText(QFileInfo(m_path).fileName());
}

void Document::adoptFile(core::Scenario scenario, const QString& path, const QByteArray& digest)
{
    m_path = QFileInfo(path).absoluteFilePath();
    m_digest = digest;
    m_folder = folderOf(path);
    begin(std::move(scenario));
}

void Document::adopt(core::Scenario scenario, const QString& folder)
{
    m_path.clear();
    m_digest.clear();
    m_folder = folder.isEmpty() ? folderOf({}) : folder;
    begin(std::move(scenario));
}

void Document::begin(core::Scenario scenario)
{
    m_scenario = std::make_shared<const core::Scenario>(std::move(scenario));
    m_original = m_scenario;
    m_edited = 0;
    m_isPage = false;
    m_trace = m_scenario->workload.traceRequests;
    m_undo.clear();
    emit pathChanged();
    emit opened();
}

std::expected<void, core::Problems> Document::apply(const core::Settings& settings, const QString& text,
    const QString& mergeKey, std::optional<std::size_t> editedThen)
{
    auto set = core::withSettings(*m_scenario, settings, m_catalog);
    if (!set)
        return std::unexpected(std::move(set.error()));
    auto changed = withTrace(*std::move(set), m_folder);
    if (!changed)
        return std::unexpected(std::move(changed.error().problems));
    push(*std::move(changed), text, mergeKey, editedThen);
    return {};
}

void Document::shareTrace(core::Scenario& scenario)
{
    core::SharedTrace& trace = scenario.workload.traceRequests;
    if (trace == m_trace)
        trace = m_trace;
    else if (trace.read)
        m_trace = trace;
}

void Document::push(core::Scenario scenario, const QString& text, const QString& mergeKey,
    std::optional<std::size_t> editedThen)
{
    if (scenario == *m_scenario)
        return;
    shareTrace(scenario);
    const std::size_t last = scenario.systems.empty() ? 0 : scenario.systems.size() - 1;
    const ChangeScenario::State before { m_scenario, m_edited };
    const ChangeScenario::State after { std::make_shared<const core::Scenario>(std::move(scenario)),
        std::min(editedThen.value_or(m_edited), last) };
    auto* command = new ChangeScenario(before, after, mergeKey,
        [this](const ChangeScenario::State& state) { replace(state.scenario, state.edited); });
    command->setText(text);
    m_undo.push(command);
}

void Document::turnTo(core::Scenario scenario)
{
    m_undo.clear();
    m_isPage = true;
    auto complete = withTrace(scenario, m_folder);
    m_original
        = std::make_shared<const core::Scenario>(complete ? *std::move(complete) : std::move(scenario));
    replace(m_original, 0);
}

std::expected<void, core::Problems> Document::goOnWith(core::Scenario scenario, const QString& text)
{
    auto complete = withTrace(std::move(scenario), m_folder);
    if (!complete)
        return std::unexpected(std::move(complete.error().problems));
    push(*std::move(complete), text, {});
    return {};
}

void Document::backToFile()
{
    push(*m_original, tr("Go back to the original"), {});
    m_undo.setClean();
}

void Document::reload(core::Scenario scenario, const QByteArray& digest)
{
    m_original = std::make_shared<const core::Scenario>(std::move(scenario));
    m_digest = digest;
    backToFile();
}

bool Document::isChangedOnDisk() const
{
    const QByteArray now = app::fileDigest(m_path);
    return !now.isEmpty() && now != m_digest;
}

std::expected<void, core::Problems> Document::saveAs(const QString& path)
{
    if (auto saved = saveScenario(path, movedTo(*m_scenario, m_folder, folderOf(path))); !saved)
        return saved;
    m_path = QFileInfo(path).absoluteFilePath();
    m_digest = app::fileDigest(m_path);
    m_original = m_scenario;
    m_isPage = false;
    m_undo.setClean();
    emit pathChanged();
    emit saved();
    return {};
}

void Document::setTimeScale(double timeScale)
{
    core::Scenario scenario = *m_scenario;
    scenario.view.timeScale = timeScale;
    m_scenario = std::make_shared<const core::Scenario>(std::move(scenario));
}

void Document::replace(const Shared& scenario, std::size_t edited)
{
    m_scenario = scenario;
    m_edited = edited;
    emit scenarioChanged();
}

} // namespace memwall::app
