#include "widgets/controls/scenario_bar.h"

#include "widgets/controls/bar_parts.h"
#include "widgets/controls/bar_values.h"
#include "widgets/settings/catalog_choices.h"

#include <cmath>
#include <numeric>
#include <optional>

namespace memwall::ui
{

namespace
{

constexpr double kItemGap = 8;
constexpr double kComfortable = 110; ///< a long value is not cut below this before words go

} // namespace

struct ScenarioBar::State
{
    State(const core::Catalog& known, QWidget* bar)
        : catalog { known }
        , parts { known, bar }
    {
    }

    [[nodiscard]] core::EditContext context() const { return { catalog, scenario, system }; }
    /// The chip behind a row of the list.
    [[nodiscard]] core::ChipRef chipRef(const QString& key) const
    {
        const std::string id = key.toStdString();
        for (const nlohmann::json& chip : ownChips)
            if (chip.value("id", std::string {}) == id)
                return { .id = core::ChipId(id), .object = chip };
        return { .id = core::ChipId(id), .object = {} };
    }
    [[nodiscard]] bool hasSystem() const { return system < scenario.systems.size(); }

    const core::Catalog& catalog;
    std::vector<nlohmann::json> ownChips;
    core::Scenario scenario;
    std::size_t system = 0;
    std::optional<core::Report> report; ///< of this scenario and system
    Theme theme = Theme::darkTheme();
    BarParts parts;
};

ScenarioBar::ScenarioBar(const core::Catalog& catalog, QWidget* parent)
    : QWidget { parent }
    , m_state { std::make_unique<State>(catalog, this) }
{
    setObjectName(QStringLiteral("scenarioBar"));
    setAccessibleName(tr("Scenario"));
    setToolTip(tr("What is simulated: hardware, model, workload"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_state->parts.hardwarePopup->setSections(chipSections(catalog));
    m_state->parts.modelPopup->setSections(modelSections(catalog));
    connectChoices();
    connectNumbers();
    connectSwitches();
    setTheme(m_state->theme);
    setEnabled(false);
}

ScenarioBar::~ScenarioBar() = default;

void ScenarioBar::connectChoices()
{
    const BarParts& parts = m_state->parts;
    connect(parts.hardwarePopup, &ChoicePopup::chosen, this, [this](const QString& key) {
        const core::EditContext context = m_state->context();
        const core::ChipRef ref = m_state->chipRef(key);
        const auto chip = core::chipOf(ref, m_state->catalog);
        const auto model = core::modelOf(context.edited().model, m_state->catalog);
        if (chip && model) // another chip may not go in the same number
            askHardware(ref, core::nearestCount(chipCounts(*chip, *model), context.decodePool().chips));
    });
    connect(parts.hardwarePopup, &ChoicePopup::countChosen, this, [this](int count) {
        askHardware(core::ChipRef { m_state->context().decodePool().chip }, count);
        showValues();
    });
    connect(parts.hardwarePopup, &ChoicePopup::refused, this, &ScenarioBar::refused);
    connect(parts.modelPopup, &ChoicePopup::chosen, this, [this](const QString& key) {
        const core::ModelRef ref { .id = core::ModelId(key.toStdString()), .object = {} };
        const auto model = core::modelOf(ref, m_state->catalog);
        emit settingsRequested(setModel(m_state->context(), ref),
            tr("Set model to %1").arg(model ? QString::fromStdString(model->name) : key), {});
    });
    connect(parts.weightsPopup, &ChoicePopup::chosen, this, [this](const QString& key) {
        emit settingsRequested(setWeights(m_state->context(), weightOf(key)),
            tr("Set weights to %1").arg(weightText(weightOf(key))), {});
    });
}

void ScenarioBar::askHardware(const core::ChipRef& ref, int count)
{
    const auto chip = core::chipOf(ref, m_state->catalog);
    if (chip)
        emit settingsRequested(setHardware(m_state->context(), ref, count),
            tr("Set hardware to %1 × %2").arg(count).arg(QString::fromStdString(chip->shortName)), {});
}

void ScenarioBar::connectNumbers()
{
    const BarParts& parts = m_state->parts;
    connect(parts.usersPopup, &NumberPopup::valueRequested, this, [this](double value, const QString& key) {
        emit settingsRequested(setUsers(m_state->context(), std::llround(value)),
            tr("Set users to %1").arg(numberText(value)), key);
    });
    connect(parts.promptPopup, &NumberPopup::valueRequested, this, [this](double value, const QString& key) {
        emit settingsRequested(setPromptTokens(m_state->context(), std::llround(value)),
            tr("Set prompt to %1 tokens").arg(numberText(value)), key);
    });
    connect(parts.outputPopup, &NumberPopup::valueRequested, this, [this](double value, const QString& key) {
        emit settingsRequested(setOutputTokens(m_state->context(), std::llround(value)),
            tr("Set output to %1 tokens").arg(numberText(value)), key);
    });
    connect(parts.batch, &NumberField::numberRequested, this, [this](double value) {
        emit settingsRequested(setMaxBatch(m_state->context(), std::llround(value)),
            tr("Set batch to at most %1").arg(numberText(value)), {});
    });
    connect(parts.rate, &NumberField::numberRequested, this, [this](double value) {
        emit settingsRequested(
            core::setRate(value), tr("Set rate to %1 per second").arg(numberText(value)), {});
    });
    connect(parts.settings, &SettingsPopup::settingsRequested, this,
        [this](const core::Settings& settings, const QString& text) {
            emit settingsRequested(settings, text, {});
        });
    connect(parts.settings, &SettingsPopup::systemRequested, this, &ScenarioBar::systemRequested);
    connect(parts.settings, &SettingsPopup::refused, this, &ScenarioBar::refused);
    for (const NumberPopup* popup : { parts.usersPopup, parts.promptPopup, parts.outputPopup })
        connect(popup, &NumberPopup::refused, this, &ScenarioBar::refused);
}

void ScenarioBar::setRefused(const QString& sentence)
{
    m_state->parts.settings->setRefused(sentence);
}

void ScenarioBar::openSettings()
{
    m_state->parts.more->click();
}

void ScenarioBar::connectSwitches()
{
    const BarParts& parts = m_state->parts;
    // A switch shows what the scenario says, also when the request was refused.
    connect(parts.speculative, &QAbstractButton::clicked, this, [this](bool on) {
        emit settingsRequested(setSpeculative(m_state->context(), on),
            on ? tr("Turn speculative decoding on") : tr("Turn speculative decoding off"), {});
        showValues();
    });
    connect(parts.disaggregated, &QAbstractButton::clicked, this, [this](bool on) {
        emit settingsRequested(setDisaggregated(m_state->context(), on),
            on ? tr("Separate prefill from decode") : tr("Put prefill and decode together"), {});
        showValues();
    });
}

void ScenarioBar::setOwnChips(std::vector<nlohmann::json> chips)
{
    m_state->ownChips = std::move(chips);
    m_state->parts.hardwarePopup->setSections(chipSections(m_state->catalog, m_state->ownChips));
    showValues();
}

void ScenarioBar::setScenario(const core::Scenario& scenario, std::size_t system)
{
    if (system != m_state->system || scenario.workload != m_state->scenario.workload
        || scenario.systems != m_state->scenario.systems)
        m_state->report.reset();
    m_state->scenario = scenario;
    m_state->system = system;
    setEnabled(m_state->hasSystem());
    showValues();
}

void ScenarioBar::setReport(const core::Report& report)
{
    m_state->report = report;
    showValues();
}

void ScenarioBar::showValues()
{
    if (!m_state->hasSystem())
        return;
    m_state->parts.settings->setScenario(m_state->scenario, m_state->system);
    showScenario(m_state->parts, m_state->context(), m_state->report ? &*m_state->report : nullptr);
    updateGeometry();
    layOut();
}

void ScenarioBar::setTheme(const Theme& theme)
{
    m_state->theme = theme;
    m_state->parts.setTheme(theme);
    updateGeometry();
    layOut();
}

QSize ScenarioBar::sizeHint() const
{
    const auto items = m_state->parts.items();
    const double gaps = m_state->theme.px(kItemGap) * static_cast<double>(items.size() - 1);
    const int width = std::accumulate(
        items.begin(), items.end(), 0, [](int sum, const BarItem& item) { return sum + item.full; });
    return { width + static_cast<int>(std::lround(gaps)),
        static_cast<int>(std::lround(m_state->theme.px(32))) };
}

QSize ScenarioBar::minimumSizeHint() const
{
    return { static_cast<int>(std::lround(m_state->theme.px(400))), sizeHint().height() };
}

void ScenarioBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void ScenarioBar::layOut()
{
    const Theme& theme = m_state->theme;
    const int gap = static_cast<int>(std::lround(theme.px(kItemGap)));
    const int comfortable = static_cast<int>(std::lround(theme.px(kComfortable)));
    m_state->parts.place(layOutBar(m_state->parts.items(), width(), gap, comfortable), sizeHint().height());
}

} // namespace memwall::ui
