#include "widgets/controls/bar_parts.h"

#include <QCoreApplication>

namespace memwall::ui
{

namespace
{

struct BarPartsText
{
    Q_DECLARE_TR_FUNCTIONS(ScenarioBar)
};

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

/// What names itself ("Llama 3.1 70B", "16-bit") can do without its caption.
BarItem namedItem(const ChoiceButton* button, int rank, bool longValue, int leaves)
{
    return { button->widthWith(true), button->widthWith(false), button->leastWidth(false), rank, longValue,
        leaves };
}

/// A bare "256" says nothing: a number keeps its caption or leaves.
BarItem numberItem(const ChoiceButton* button, int leaves)
{
    const int whole = button->widthWith(true);
    return { whole, whole, button->leastWidth(true), 0, false, leaves };
}

BarItem switchItem(const ToggleSwitch* toggle, int rank, int leaves)
{
    const int compact = toggle->widthFor(true);
    return { toggle->widthFor(false), compact, compact, rank, false, leaves };
}

} // namespace

BarParts::BarParts(const core::Catalog& catalog, QWidget* bar)
    : hardware { button(bar, "hardware", BarPartsText::tr("Hardware"), true) }
    , model { button(bar, "model", BarPartsText::tr("Model"), true) }
    , weights { button(bar, "weights", BarPartsText::tr("Weights"), true) }
    , users { button(bar, "users", BarPartsText::tr("Users"), false) }
    , prompt { button(bar, "prompt", BarPartsText::tr("Prompt"), false) }
    , output { button(bar, "output", BarPartsText::tr("Output"), false) }
    , speculative { toggle(bar, "speculative", BarPartsText::tr("Speculative")) }
    , disaggregated { toggle(bar, "disaggregated", BarPartsText::tr("Disaggregated")) }
    , more { button(bar, "more", QString {}, false) }
    , hardwarePopup { new ChoicePopup { QStringLiteral("hardwarePopup"), BarPartsText::tr("Hardware"), bar } }
    , modelPopup { new ChoicePopup { QStringLiteral("modelPopup"), BarPartsText::tr("Model"), bar } }
    , weightsPopup { new ChoicePopup { QStringLiteral("weightsPopup"), BarPartsText::tr("Weights"), bar } }
    , usersPopup { new NumberPopup { QStringLiteral("usersPopup"), BarPartsText::tr("Users at once"), bar } }
    , promptPopup { new NumberPopup {
          QStringLiteral("promptPopup"), BarPartsText::tr("Prompt tokens"), bar } }
    , outputPopup { new NumberPopup {
          QStringLiteral("outputPopup"), BarPartsText::tr("Output tokens"), bar } }
    , settings { new SettingsPopup { catalog, bar } }
    , batch { usersPopup->addField(QStringLiteral("maxBatch"), BarPartsText::tr("Run at once at most")) }
    , rate { usersPopup->addField(QStringLiteral("ratePerS"), BarPartsText::tr("Requests per second")) }
{
    join(hardware, hardwarePopup);
    join(model, modelPopup);
    join(weights, weightsPopup);
    join(users, usersPopup);
    join(prompt, promptPopup);
    join(output, outputPopup);
    join(more, settings);
    more->setValue(BarPartsText::tr("More"));
    more->setShortValues({ QStringLiteral("\u22ef") });
    more->setAccessibleName(BarPartsText::tr("More settings of the scenario"));
    more->setToolTip(BarPartsText::tr(
        "Everything else of the scenario: batching, KV cache, engine, names \u2026 (Ctrl+,)"));
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
    more->setTheme(theme);
    settings->setTheme(theme);
}

std::vector<BarItem> BarParts::items() const
{
    return { namedItem(hardware, 1, true, 0), namedItem(model, 0, true, 0), namedItem(weights, 2, false, 4),
        numberItem(users, 1), numberItem(prompt, 2), numberItem(output, 3),
        switchItem(speculative, kLateRank, kLeavesEarly),
        switchItem(disaggregated, kLateRank + 1, kLeavesEarly + 1),
        { more->widthWith(false), more->leastWidth(false), more->leastWidth(false), 3, false, 0 } };
}

void BarParts::place(const std::vector<BarSlot>& row, int height) const
{
    const auto put = [&row, height](auto* control, std::size_t at) {
        control->setCompact(row[at].compact);
        control->setVisible(row[at].width > 0);
        control->setGeometry(row[at].x, 0, row[at].width, height);
    };
    std::size_t at = 0;
    for (ChoiceButton* each : buttons())
        put(each, at++);
    for (ToggleSwitch* each : { speculative, disaggregated })
        put(each, at++);
    put(more, at);
}

} // namespace memwall::ui
