#include "widgets/controls/bar_parts.h"

#include <QCoreApplication>

namespace memwall::ui
{

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("ScenarioBar", text);
}

ChoiceButton* button(QWidget* bar, const char* name, const QString& caption, bool opensList)
{
    auto* made = new ChoiceButton { caption, opensList, bar };
    made->setObjectName(QString::fromUtf8(name));
    return made;
}

ToggleSwitch* toggle(QWidget* bar, const char* name, const QString& word)
{
    auto* made = new ToggleSwitch { word, bar };
    made->setObjectName(QString::fromUtf8(name));
    return made;
}

template <typename Popup> void join(ChoiceButton* button, Popup* popup)
{
    QObject::connect(button, &QAbstractButton::clicked, popup, [button, popup] {
        button->setOpen(true);
        popup->openBelow(*button);
    });
    QObject::connect(popup, &Popup::closed, button, [button] { button->setOpen(false); });
}

BarItem itemOf(const ChoiceButton* button, int rank, bool longValue)
{
    return { button->widthWith(true), button->widthWith(false), button->leastWidth(), rank, longValue };
}

BarItem itemOf(const ToggleSwitch* toggle, int rank)
{
    return { toggle->widthWith(true), toggle->widthWith(false), toggle->widthWith(false), rank, false };
}

} // namespace

BarParts::BarParts(QWidget* bar)
    : hardware { button(bar, "hardware", tr("Hardware"), true) }
    , model { button(bar, "model", tr("Model"), true) }
    , weights { button(bar, "weights", tr("Weights"), true) }
    , users { button(bar, "users", tr("Users"), false) }
    , prompt { button(bar, "prompt", tr("Prompt"), false) }
    , output { button(bar, "output", tr("Output"), false) }
    , speculative { toggle(bar, "speculative", tr("Speculative")) }
    , disaggregated { toggle(bar, "disaggregated", tr("Disaggregated")) }
    , hardwarePopup { new ChoicePopup { QStringLiteral("hardwarePopup"), tr("Hardware"), bar } }
    , modelPopup { new ChoicePopup { QStringLiteral("modelPopup"), tr("Model"), bar } }
    , weightsPopup { new ChoicePopup { QStringLiteral("weightsPopup"), tr("Weights"), bar } }
    , usersPopup { new NumberPopup { QStringLiteral("usersPopup"), tr("Users at once"), bar } }
    , promptPopup { new NumberPopup { QStringLiteral("promptPopup"), tr("Prompt tokens"), bar } }
    , outputPopup { new NumberPopup { QStringLiteral("outputPopup"), tr("Output tokens"), bar } }
{
    join(hardware, hardwarePopup);
    join(model, modelPopup);
    join(weights, weightsPopup);
    join(users, usersPopup);
    join(prompt, promptPopup);
    join(output, outputPopup);
}

std::vector<ChoiceButton*> BarParts::buttons() const
{
    return { hardware, model, weights, users, prompt, output };
}

void BarParts::setTheme(const Theme& theme) const
{
    for (ChoiceButton* each : buttons())
        each->setTheme(theme);
    for (ToggleSwitch* each : { speculative, disaggregated })
        each->setTheme(theme);
    for (ChoicePopup* each : { hardwarePopup, modelPopup, weightsPopup })
        each->setTheme(theme);
    for (NumberPopup* each : { usersPopup, promptPopup, outputPopup })
        each->setTheme(theme);
}

// What names itself ("Llama 3.1 70B", "16-bit") loses its caption first; a bare "256" says nothing, so
// the numbers keep theirs longest.
std::vector<BarItem> BarParts::items() const
{
    return { itemOf(hardware, 1, true), itemOf(model, 0, true), itemOf(weights, 2, false),
        itemOf(users, kLateRank + 2, false), itemOf(prompt, kLateRank + 3, false),
        itemOf(output, kLateRank + 4, false), itemOf(speculative, kLateRank),
        itemOf(disaggregated, kLateRank + 1) };
}

void BarParts::place(const std::vector<BarSlot>& row, int height) const
{
    std::size_t at = 0;
    for (ChoiceButton* each : buttons()) {
        each->setCompact(row[at].compact);
        each->setVisible(row[at].width > 0);
        each->setGeometry(row[at].x, 0, row[at].width, height);
        ++at;
    }
    for (ToggleSwitch* each : { speculative, disaggregated }) {
        each->setCompact(row[at].compact);
        each->setGeometry(row[at].x, 0, row[at].width, height);
        ++at;
    }
}

} // namespace memwall::ui
