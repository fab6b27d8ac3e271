// The sheet of settings: what it shows of a scenario, and how it opens, closes and finds its place.
#include "core/base/assert.h"
#include "widgets/base/format.h"
#include "widgets/inputs/choice_popup.h"
#include "widgets/settings/catalog_choices.h"
#include "widgets/settings/settings_controls.h"
#include "widgets/words/sayings.h"

#include <QKeyEvent>
#include <QScreen>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr double kColumnWidth = 360;

Choices weightChoices(const core::EditContext& context)
{
    Choices choices;
    for (const Section& section : weightSections(context))
        for (const SectionRow& row : section.rows)
            if (row.enabled)
                choices.push_back({ row.key, row.title });
    return choices;
}

Choices laneChoices(const core::Scenario& scenario)
{
    Choices choices;
    for (std::size_t i = 0; i < scenario.systems.size(); ++i)
        choices.push_back({ QString::number(i),
            SettingsPopup::tr("%1: %2").arg(i + 1).arg(QString::fromStdString(scenario.systems[i].name)) });
    return choices;
}

NumberRange upTo(double most)
{
    return { .most = most };
}

} // namespace

void SettingsPopup::setScenario(const core::Scenario& scenario, std::size_t system)
{
    m_scenario = scenario;
    m_system = system;
    if (isVisible())
        showScenario();
}

void SettingsPopup::showScenario()
{
    const core::EditContext shown = context();
    showSystem(shown);
    showDrafts(shown);
    showWorkload(shown);
    showText(*m_controls->title, QString::fromStdString(m_scenario.title));
    showText(*m_controls->description, QString::fromStdString(m_scenario.description));
    placeForms();
}

void SettingsPopup::showSystem(const core::EditContext& context)
{
    Controls& c = *m_controls;
    const core::System& system = context.edited();
    showChoices(*c.lane, laneChoices(m_scenario), QString::number(m_system));
    m_forms[0]->showRow(c.lane, m_scenario.systems.size() > 1);
    showText(*c.name, QString::fromStdString(system.name));
    showChoices(*c.weights, weightChoices(context), weightKey(system.weightBits));
    c.kvCache->setChecked(system.kvCache);
    showChoices(*c.kvBits, kvBitChoices(), QString::number(system.kvBits));
    m_forms[0]->showRow(c.kvBits, system.kvCache);
    showChoices(*c.engine, engineChoices(context),
        QString::fromStdString(system.engine.value_or(core::EngineId {}).text()));
    c.disaggregated->setChecked(isDisaggregated(system));
    showChoices(*c.policy, policyChoices(), policyKey(system.batching.policy));
    c.maxBatch->setNumber(system.batching.maxBatch, upTo(double(core::kMostBatch)));
    c.chunk->setNumber(system.batching.prefillChunkTokens, upTo(double(core::kMostChunk)));
    m_forms[1]->showRow(c.chunk, system.batching.policy == core::BatchingPolicy::Chunked);
}

void SettingsPopup::showDrafts(const core::EditContext& context)
{
    Controls& c = *m_controls;
    const auto& drafts = context.edited().speculation;
    c.speculative->setChecked(drafts.has_value());
    const core::Speculation shown = drafts.value_or(core::Speculation {});
    showChoices(*c.method, methodChoices(), plain(core::nameOf(shown.method)));
    showChoices(*c.drafter, drafterChoices(context), QString::fromStdString(shown.draftModel.id.text()));
    c.draftTokens->setNumber(shown.draftTokens, upTo(core::kMostDraftTokens));
    c.acceptance->setNumber(shown.acceptance, { .least = 0, .most = 1, .whole = false });
    for (QWidget* row : std::initializer_list<QWidget*> { c.method, c.draftTokens, c.acceptance })
        m_forms[2]->showRow(row, drafts.has_value());
    m_forms[2]->showRow(c.drafter, drafts && shown.method == core::DraftMethod::DraftModel);
}

void SettingsPopup::showWorkload(const core::EditContext& context)
{
    Controls& c = *m_controls;
    const core::Workload& work = m_scenario.workload;
    const core::Arrivals arrivals = work.arrivals;
    const bool counted = arrivals == core::Arrivals::Together || arrivals == core::Arrivals::Closed;
    const bool one = !whyOneUser(context).empty();
    const std::int64_t prompt = upperTokens(work.promptTokens), output = upperTokens(work.outputTokens);
    const double limit = static_cast<double>(contextLimit(context));
    showChoices(*c.arrivals, arrivalChoices(work.trace.has_value()), arrivalsKey(arrivals));
    c.users->setNumber(double(work.users),
        { .most = one ? 1 : double(core::kMostUsers), .why = wordsOf(whyOneUser(context)) });
    c.requests->setNumber(double(work.requests), upTo(double(core::kMostRequests)));
    c.rate->setNumber(work.ratePerS, { .least = core::kLeastRate, .most = core::kMostRate, .whole = false });
    c.prompt->setNumber(double(prompt), upTo(std::max(1.0, limit - double(output))));
    c.output->setNumber(double(output), upTo(std::max(1.0, limit - double(prompt))));
    SettingsForm& form = *m_forms[3];
    form.showRow(c.users, counted);
    form.showRow(c.requests, arrivals == core::Arrivals::Poisson || arrivals == core::Arrivals::Closed);
    form.showRow(c.rate, arrivals == core::Arrivals::Poisson);
    form.showRow(c.prompt, arrivals != core::Arrivals::Trace);
    form.showRow(c.output, arrivals != core::Arrivals::Trace);
}

void SettingsPopup::ask(const NamedSettings& wish, const QString& whyNot)
{
    setRefused(whyNot);
    if (whyNot.isEmpty())
        emit settingsRequested(wish.settings, wish.text);
    showScenario(); // what was not granted shows the truth again
}

void SettingsPopup::setRefused(const QString& sentence)
{
    m_said->setText(sentence);
    m_said->setVisible(!sentence.isEmpty());
    if (isVisible())
        placeForms();
}

void SettingsPopup::setTheme(const Theme& theme)
{
    m_theme = theme;
    setStyleSheet(popupStyle(theme));
    const int margin = static_cast<int>(std::lround(theme.px(12)));
    layout()->setContentsMargins(margin, margin, margin, margin);
    layout()->setSpacing(margin / 2);
    m_said->setFont(theme.font(TextRole::Body));
    QPalette said = m_said->palette();
    said.setColor(QPalette::WindowText, theme.bad);
    m_said->setPalette(said);
    QPalette ground = m_area->palette();
    ground.setColor(QPalette::Window, theme.panel);
    m_area->setPalette(ground);
    for (SettingsForm* form : m_forms)
        form->setTheme(theme);
}

/// In two columns where the screen has room for them, as high as the screen allows.
void SettingsPopup::placeForms()
{
    auto* grid = static_cast<QGridLayout*>(m_area->widget()->layout());
    const QRect room = screen()->availableGeometry();
    const int margins = 2 * layout()->contentsMargins().left() + 2;
    const bool two = room.width() >= 2 * m_theme.px(kColumnWidth) + margins;
    grid->setContentsMargins(0, 0, two ? 0 : m_area->verticalScrollBar()->sizeHint().width(), 0);
    grid->setHorizontalSpacing(static_cast<int>(std::lround(m_theme.px(28))));
    grid->setVerticalSpacing(static_cast<int>(std::lround(m_theme.px(16))));
    // Left what the machine is, right what it is asked to do.
    constexpr std::array kPlaces { QPoint { 0, 0 }, QPoint { 0, 1 }, QPoint { 1, 0 }, QPoint { 1, 1 },
        QPoint { 0, 2 } };
    for (std::size_t i = 0; i < m_forms.size(); ++i) {
        const QPoint at = two ? kPlaces[i] : QPoint { 0, static_cast<int>(i) };
        grid->removeWidget(m_forms[i]);
        grid->addWidget(m_forms[i], at.y(), at.x(), 1, two && i + 1 == m_forms.size() ? 2 : 1, Qt::AlignTop);
    }
    grid->activate();
    const int said = m_said->isHidden() ? 0 : m_said->sizeHint().height() + layout()->spacing();
    const QSize wanted = grid->sizeHint();
    m_area->setFixedSize(std::min(wanted.width(), room.width() - margins),
        std::min(wanted.height(), room.height() - margins - said));
    adjustSize();
    if (isVisible())
        move(std::max(room.left(), std::min(x(), room.right() + 1 - width())),
            std::max(room.top(), std::min(y(), room.bottom() + 1 - height())));
}

void SettingsPopup::openBelow(const QWidget& button)
{
    MEMWALL_ASSERT(m_system < m_scenario.systems.size());
    setRefused({});
    showScenario();
    placeBelow(*this, button, static_cast<int>(std::lround(m_theme.px(4))));
    m_area->verticalScrollBar()->setValue(0);
    m_controls->name->setFocus(Qt::PopupFocusReason);
}

/// Return: closes as soon as everything that was typed is taken.
void SettingsPopup::finish()
{
    bool all = true;
    for (SettingsForm* form : m_forms)
        all = form->take() && all;
    if (all && m_said->isHidden())
        hide();
}

void SettingsPopup::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        for (SettingsForm* form : m_forms)
            form->restore();
    QFrame::keyPressEvent(event);
}

void SettingsPopup::hideEvent(QHideEvent* event)
{
    QFrame::hideEvent(event);
    for (SettingsForm* form : m_forms)
        if (!form->take())
            emit refused(m_said->text());
    for (SettingsForm* form : m_forms)
        form->restore();
    emit closed();
}

} // namespace memwall::ui
