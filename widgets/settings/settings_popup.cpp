// The sheet of settings: its controls, and what each of them asks for.
#include "widgets/settings/catalog_choices.h"
#include "widgets/settings/settings_controls.h"
#include "widgets/words/sayings.h"

#include <cmath>

namespace memwall::ui
{

SettingsPopup::SettingsPopup(const core::Catalog& catalog, QWidget* parent)
    : QFrame { parent, Qt::Popup }
    , m_catalog { catalog }
    , m_area { new QScrollArea { this } }
    , m_said { new QLabel { this } }
    , m_controls { std::make_unique<Controls>() }
{
    setObjectName(QStringLiteral("settingsPopup"));
    setAccessibleName(tr("Settings of the scenario"));
    auto* content = new QWidget;
    new QGridLayout { content };
    m_area->setWidget(content);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_said->setObjectName(QStringLiteral("settingsRefused"));
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_said->hide();
    auto* column = new QVBoxLayout { this };
    column->addWidget(m_area);
    column->addWidget(m_said);
    buildSystem();
    buildBatching();
    buildDrafts();
    buildWorkload();
    buildScenario();
    connectForms();
}

SettingsPopup::~SettingsPopup() = default;

void SettingsPopup::buildSystem()
{
    auto* form = m_forms.emplace_back(new SettingsForm { tr("Machine"), m_area->widget() });
    Controls& c = *m_controls;
    c.lane = form->addChoice(QStringLiteral("settingsLane"), tr("Lane"));
    c.name = form->addText(QStringLiteral("settingsName"), tr("Name"));
    c.weights = form->addChoice(QStringLiteral("settingsWeights"), tr("Weights"));
    c.kvCache = form->addSwitch(QStringLiteral("settingsKvCache"), tr("KV cache"));
    c.kvBits = form->addChoice(QStringLiteral("settingsKvBits"), tr("KV cache in"));
    c.engine = form->addChoice(QStringLiteral("settingsEngine"), tr("Engine"));
    c.disaggregated = form->addSwitch(QStringLiteral("settingsDisaggregated"), tr("Disaggregated"));
    connect(c.lane, &QComboBox::activated, this,
        [this](int index) { emit systemRequested(static_cast<std::size_t>(index)); });
    connect(c.weights, &QComboBox::activated, this, [this] {
        const auto bits = weightOf(m_controls->weights->currentData().toString());
        ask({ setWeights(context(), bits), tr("Set weights to %1").arg(weightText(bits)) },
            wordsOf(whyFormatRefused(context(), bits)));
    });
    connect(c.kvCache, &QAbstractButton::clicked, this,
        [this](bool on) { ask(setKvCache(context(), on), on ? QString {} : whyKvCache(context())); });
    connect(c.kvBits, &QComboBox::activated, this,
        [this] { ask(setKvBits(context(), m_controls->kvBits->currentData().toString())); });
    connect(c.engine, &QComboBox::activated, this,
        [this] { ask(setEngine(context(), m_controls->engine->currentData().toString())); });
    connect(c.disaggregated, &QAbstractButton::clicked, this, [this](bool on) {
        ask({ setDisaggregated(context(), on),
                on ? tr("Separate prefill from decode") : tr("Put prefill and decode together") },
            on ? wordsOf(whyNotDisaggregated(context())) : QString {});
    });
}

void SettingsPopup::buildBatching()
{
    auto* form = m_forms.emplace_back(new SettingsForm { tr("Batching"), m_area->widget() });
    Controls& c = *m_controls;
    c.policy = form->addChoice(QStringLiteral("settingsPolicy"), tr("How"));
    c.maxBatch = form->addNumber(QStringLiteral("settingsMaxBatch"), tr("Run at once at most"));
    c.chunk = form->addNumber(QStringLiteral("settingsChunk"), tr("Tokens in a part"));
    connect(c.policy, &QComboBox::activated, this, [this] {
        const QString key = m_controls->policy->currentData().toString();
        ask(setPolicy(context(), key), whyNotPolicy(context(), key));
    });
    connect(c.maxBatch, &NumberField::numberRequested, this, [this](double value) {
        ask({ setMaxBatch(context(), std::llround(value)),
            tr("Set batch to at most %1").arg(numberText(value)) });
    });
    connect(c.chunk, &NumberField::numberRequested, this,
        [this](double value) { ask(setChunk(context(), std::llround(value))); });
}

void SettingsPopup::buildDrafts()
{
    auto* form = m_forms.emplace_back(new SettingsForm { tr("Drafts"), m_area->widget() });
    Controls& c = *m_controls;
    c.speculative = form->addSwitch(QStringLiteral("settingsSpeculative"), tr("Speculative"));
    c.method = form->addChoice(QStringLiteral("settingsMethod"), tr("Drafts from"));
    c.drafter = form->addChoice(QStringLiteral("settingsDrafter"), tr("Small model"));
    c.draftTokens = form->addNumber(QStringLiteral("settingsDraftTokens"), tr("Tokens a draft"));
    c.acceptance = form->addNumber(QStringLiteral("settingsAcceptance"), tr("Acceptance"));
    connect(c.speculative, &QAbstractButton::clicked, this, [this](bool on) {
        ask({ setSpeculative(context(), on),
                on ? tr("Turn speculative decoding on") : tr("Turn speculative decoding off") },
            on ? wordsOf(whyNotSpeculative(context())) : QString {});
    });
    connect(c.method, &QComboBox::activated, this,
        [this] { ask(setMethod(context(), m_controls->method->currentData().toString())); });
    connect(c.drafter, &QComboBox::activated, this,
        [this] { ask(setDrafter(context(), m_controls->drafter->currentData().toString())); });
    connect(c.draftTokens, &NumberField::numberRequested, this,
        [this](double value) { ask(setDraftTokens(context(), std::llround(value))); });
    connect(c.acceptance, &NumberField::numberRequested, this,
        [this](double value) { ask(setAcceptance(context(), value)); });
}

void SettingsPopup::buildWorkload()
{
    auto* form = m_forms.emplace_back(new SettingsForm { tr("Requests"), m_area->widget() });
    Controls& c = *m_controls;
    c.arrivals = form->addChoice(QStringLiteral("settingsArrivals"), tr("They come"));
    c.users = form->addNumber(QStringLiteral("settingsUsers"), tr("Users"));
    c.requests = form->addNumber(QStringLiteral("settingsRequests"), tr("Requests"));
    c.rate = form->addNumber(QStringLiteral("settingsRate"), tr("Per second"));
    c.prompt = form->addNumber(QStringLiteral("settingsPrompt"), tr("Prompt tokens"));
    c.output = form->addNumber(QStringLiteral("settingsOutput"), tr("Output tokens"));
    connect(c.arrivals, &QComboBox::activated, this,
        [this] { ask(setArrivals(m_controls->arrivals->currentData().toString())); });
    connect(c.users, &NumberField::numberRequested, this, [this](double value) {
        ask({ { { "/workload/users", std::llround(value) } }, tr("Set users to %1").arg(numberText(value)) });
    });
    connect(c.requests, &NumberField::numberRequested, this, [this](double value) {
        ask({ { { "/workload/requests", std::llround(value) } },
            tr("Set requests to %1").arg(numberText(value)) });
    });
    connect(c.rate, &NumberField::numberRequested, this, [this](double value) {
        ask({ core::setRate(value), tr("Set rate to %1 per second").arg(numberText(value)) });
    });
    connect(c.prompt, &NumberField::numberRequested, this, [this](double value) {
        ask({ setPromptTokens(context(), std::llround(value)),
            tr("Set prompt to %1 tokens").arg(numberText(value)) });
    });
    connect(c.output, &NumberField::numberRequested, this, [this](double value) {
        ask({ setOutputTokens(context(), std::llround(value)),
            tr("Set output to %1 tokens").arg(numberText(value)) });
    });
}

void SettingsPopup::buildScenario()
{
    auto* form = m_forms.emplace_back(new SettingsForm { tr("Scenario"), m_area->widget() });
    m_controls->title = form->addText(QStringLiteral("settingsTitle"), tr("Title"));
    m_controls->description = form->addParagraph(QStringLiteral("settingsDescription"), tr("Description"));
}

void SettingsPopup::connectForms()
{
    for (const SettingsForm* form : m_forms) {
        connect(form, &SettingsForm::refused, this, &SettingsPopup::setRefused);
        connect(form, &SettingsForm::accepted, this, &SettingsPopup::finish);
        connect(form, &SettingsForm::textRequested, this, [this](const QWidget* field, const QString& text) {
            if (field == m_controls->name)
                ask(setName(context(), text));
            else if (field == m_controls->title)
                ask(setTitle(text));
            else
                ask(setDescription(text));
        });
    }
}

} // namespace memwall::ui
