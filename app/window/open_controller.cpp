#include "app/window/open_controller.h"

#include "app/files/model_config.h"
#include "app/files/trace_file.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

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

OpenController::OpenController(const WindowContext& in, SaveController& saving, ListController& lists)
    : m_in(in)
    , m_saving(saving)
{
    connect(&lists, &ListController::openRequested, this, &OpenController::open);
    connect(&lists, &ListController::newRequested, this, &OpenController::newFrom);
    connect(m_in.actions.open, &QAction::triggered, this, &OpenController::askForFile);
    connect(m_in.actions.openModel, &QAction::triggered, this, &OpenController::askForModelConfig);
}

bool OpenController::open(const QString& path)
{
    if (isModelConfig(path))
        return openModelConfig(path);
    if (!m_saving.keepChanges([this, path] { open(path); }))
        return false;
    const SaveController::Offer offer = m_saving.offerToSave();
    const bool isUnsaved = m_in.session.drafts().isWithoutFile(path);
    const auto opened = isUnsaved ? openUnsaved(path) : m_in.session.document().open(path);
    if (!opened) {
        m_in.showProblems(
            tr("%1 cannot be opened. What was open stays open.").arg(QDir::toNativeSeparators(path)),
            opened.error());
        return false;
    }
    if (!isUnsaved)
        resumeDraft(offer);
    return true;
}

/// An edit of what is open, not another scenario: undo takes it back.
bool OpenController::openModelConfig(const QString& path)
{
    const auto refuse = [&](const core::Problems& problems) {
        m_in.showProblems(
            tr("%1 cannot be opened. What was open stays open.").arg(QDir::toNativeSeparators(path)),
            problems);
        return false;
    };
    const auto model = readModelConfig(path);
    if (!model)
        return refuse(model.error());
    const auto applied = m_in.session.document().apply(
        modelSettings(m_in.catalog, m_in.session.scenario(), m_in.session.edited(), *model),
        tr("Set model to %1").arg(QString::fromStdString(model->id)), {});
    if (!applied)
        return refuse(applied.error());
    m_in.say(modelSentence(m_in.catalog, *model));
    return true;
}

void OpenController::askForModelConfig()
{
    const QString path = QFileDialog::getOpenFileName(&m_in.window, tr("Open model config"), QDir::homePath(),
        tr("Hugging Face configs (config.json *.json)"));
    if (!path.isEmpty())
        openModelConfig(path);
}

void OpenController::newFrom(const QString& path)
{
    if (!m_saving.keepChanges([this, path] { newFrom(path); }))
        return;
    auto scenario = loadScenario(path, m_in.catalog);
    if (scenario)
        m_in.session.document().adopt(*std::move(scenario), {}, folderOf(path));
    else
        m_in.showProblems(tr("%1 cannot be opened.").arg(path), scenario.error().problems);
}

void OpenController::askForFile()
{
    const QString start
        = m_in.session.document().path().isEmpty() ? m_in.folders.scenarios : m_in.session.document().path();
    const QString path = QFileDialog::getOpenFileName(&m_in.window, tr("Open"), start,
        scenarioFilter() + QStringLiteral(";;") + tr("Models (config.json)"));
    if (!path.isEmpty())
        open(path);
}

void OpenController::resumeDraft()
{
    resumeDraft(SaveController::Offer {});
}

void OpenController::resumeDraft(SaveController::Offer offer)
{
    const auto draft = m_in.session.drafts().find(m_in.session.drafts().key());
    if (draft && m_in.session.document().goOnWith(draft->scenario, tr("Go on with your changes")))
        m_in.session.drafts().goOnAs(*draft);
    if (draft && m_in.session.document().isModified()) {
        offer.sentences << tr("Your changes of %1 are shown.").arg(momentText(draft->kept));
        if (draft->base != m_in.session.document().fileDigest())
            offer.sentences << tr("The file itself is another since.");
        if (!m_saving.isShipped(m_in.session.document().path()))
            offer.answers.push_back({ tr("Save"), [this] { m_saving.save(); } });
        offer.answers.push_back({ tr("Back to the original"), [this] { m_saving.backToOriginal(); } });
    }
    if (!offer.sentences.isEmpty())
        m_in.parts.notice->offer(offer.sentences.join(u' '), offer.answers);
}

/// A scenario that never had a file, as it was left.
std::expected<void, core::Problems> OpenController::openUnsaved(const QString& key)
{
    const auto draft = m_in.session.drafts().find(key);
    if (!draft)
        return std::unexpected(core::Problems { { .pointer = {},
            .line = std::nullopt,
            .message = "it is no longer kept",
            .remedy = "open the scenario that it was made from" } });
    auto scenario = withTrace(draft->scenario, draft->folder);
    if (!scenario)
        return std::unexpected(std::move(scenario.error().problems));
    m_in.session.document().adopt(*std::move(scenario), {}, draft->folder);
    m_in.session.document().undoStack().resetClean();
    m_in.session.drafts().goOnAs(*draft);
    m_in.parts.notice->offer(tr("“%1” is not saved.").arg(m_in.session.document().title()),
        { { tr("Save as…"), [this] { m_saving.saveAs(); } },
            { tr("Delete it"), [this] {
                 m_in.session.document().undoStack().setClean();
                 m_in.session.drafts().drop(m_in.session.drafts().key());
                 open(defaultScenario(m_in.folders));
             } } });
    return {};
}

} // namespace memwall::app
