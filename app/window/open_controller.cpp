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

LoadFailure noLongerKept()
{
    return { true,
        { { .pointer = {},
            .line = std::nullopt,
            .message = { "wrong.not_kept" },
            .remedy = { "right.open_origin" } } } };
}

} // namespace

OpenController::OpenController(const WindowContext& in, SaveController& saving, ListController& lists)
    : m_in(in)
    , m_saving(saving)
{
    constexpr int kSlowMs = 200;
    m_slow.setSingleShot(true);
    m_slow.setInterval(kSlowMs);
    connect(&m_in.reader, &FileReader::begun, this, &OpenController::sayWhatIsRead);
    connect(&m_in.reader, &FileReader::ended, &m_slow, &QTimer::stop);
    connect(&lists, &ListController::openRequested, this, &OpenController::open);
    connect(&lists, &ListController::newRequested, this, &OpenController::newFrom);
    connect(m_in.actions.open, &QAction::triggered, this, &OpenController::askForFile);
    connect(m_in.actions.openModel, &QAction::triggered, this, &OpenController::askForModelConfig);
}

void OpenController::open(const QString& path)
{
    if (!m_in.session.drafts().isWithoutFile(path))
        return read(
            path, [path, &catalog = m_in.catalog] { return loadOpened(path, catalog); },
            &OpenController::takeFile);
    const auto draft = m_in.session.drafts().find(path);
    const auto load = [draft]() -> Opened {
        if (!draft)
            return std::unexpected(noLongerKept());
        auto scenario = withTrace(draft->scenario, draft->folder);
        if (!scenario)
            return std::unexpected(std::move(scenario.error()));
        return OpenedFile { *std::move(scenario), {} };
    };
    read(path, load, &OpenController::takeUnsaved);
}

/// Where it takes its time.
void OpenController::sayWhatIsRead(const QString& path)
{
    m_slow.disconnect(this);
    connect(&m_slow, &QTimer::timeout, this,
        [this, name = QFileInfo(path).fileName()] { m_in.say(tr("Reading %1…").arg(name)); });
    m_slow.start();
}

void OpenController::read(const QString& path, FileReader::Read read, Then then)
{
    m_in.reader.request(path, std::move(read), [this, path, then](Opened opened) {
        if (!opened)
            m_in.showProblems(
                tr("%1 cannot be opened. What was open stays open.").arg(QDir::toNativeSeparators(path)),
                opened.error().problems);
        emit finished(opened && (this->*then)(path, opened));
    });
}

bool OpenController::takeFile(const QString& path, Opened& opened)
{
    if (const auto* model = std::get_if<core::ModelRef>(&opened->content))
        return takeModel(*model);
    if (!m_saving.keepChanges([this, path] { open(path); }))
        return false;
    const SaveController::Offer offer = m_saving.offerToSave();
    m_in.session.document().adoptFile(
        std::get<core::Scenario>(std::move(opened->content)), path, opened->digest);
    resumeDraft(offer);
    return true;
}

bool OpenController::takeModel(const core::ModelRef& model)
{
    const auto applied = m_in.session.document().apply(
        modelSettings(m_in.catalog, m_in.session.scenario(), m_in.session.edited(), model),
        tr("Set model to %1").arg(QString::fromStdString(model.id.text())), {});
    if (applied)
        m_in.say(modelSentence(m_in.catalog, model));
    else
        m_in.showProblems(
            tr("%1 cannot be opened. What was open stays open.").arg(QString::fromStdString(model.id.text())),
            applied.error());
    return applied.has_value();
}

bool OpenController::takeModelFile(const QString& path, Opened& opened)
{
    if (const auto* model = std::get_if<core::ModelRef>(&opened->content))
        return takeModel(*model);
    m_in.showProblems(
        tr("%1 cannot be opened. What was open stays open.").arg(QDir::toNativeSeparators(path)),
        { { .pointer = {},
            .line = std::nullopt,
            .message = { "wrong.no_config" },
            .remedy = { "right.choose_config" } } });
    return false;
}

void OpenController::askForModelConfig()
{
    const QString path = QFileDialog::getOpenFileName(&m_in.window, tr("Open model config"), QDir::homePath(),
        tr("Hugging Face configs (config.json *.json)"));
    if (!path.isEmpty())
        read(
            path, [path, &catalog = m_in.catalog] { return readOpened(path, catalog); },
            &OpenController::takeModelFile);
}

void OpenController::newFrom(const QString& path)
{
    read(
        path, [path, &catalog = m_in.catalog] { return loadOpened(path, catalog); },
        &OpenController::takeCopy);
}

/// A shipped scenario as the beginning of one's own.
bool OpenController::takeCopy(const QString& path, Opened& opened)
{
    if (!m_saving.keepChanges([this, path] { newFrom(path); }))
        return false;
    m_in.session.document().adopt(std::get<core::Scenario>(std::move(opened->content)), folderOf(path));
    return true;
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
bool OpenController::takeUnsaved(const QString& key, Opened& opened)
{
    if (!m_saving.keepChanges([this, key] { open(key); }))
        return false;
    const auto draft = m_in.session.drafts().find(key);
    if (!draft)
        return false; // it was deleted while its trace was read
    m_in.session.document().adopt(std::get<core::Scenario>(std::move(opened->content)), draft->folder);
    m_in.session.document().undoStack().resetClean();
    m_in.session.drafts().goOnAs(*draft);
    m_in.parts.notice->offer(tr("“%1” is not saved.").arg(m_in.session.document().title()),
        { { tr("Save as…"), [this] { m_saving.saveAs(); } },
            { tr("Delete it"), [this] {
                 m_in.session.document().undoStack().setClean();
                 m_in.session.drafts().drop(m_in.session.drafts().key());
                 open(defaultScenario(m_in.folders));
             } } });
    return true;
}

} // namespace memwall::app
