// The toolbar's choices: hardware, model, weight bits, users, prompt and output length, speculative,
// disaggregated. Shows a scenario, asks for settings; it never changes anything itself.
#pragma once

#include "core/catalog/catalog.h"
#include "core/figures/report.h"
#include "core/scenario/scenario_io.h"
#include "widgets/theme/theme.h"

#include <QWidget>
#include <nlohmann/json.hpp>

#include <memory>
#include <vector>

namespace memwall::ui
{

class ScenarioBar : public QWidget
{
    Q_OBJECT
public:
    explicit ScenarioBar(const core::Catalog& catalog, QWidget* parent = nullptr);
    ~ScenarioBar() override;

    /// Chips that the catalog does not have, in its format: choosing one writes it into the scenario, so that
    /// the file opens the same elsewhere.
    void setOwnChips(std::vector<nlohmann::json> chips);
    void setScenario(const core::Scenario& scenario, std::size_t system);
    /// What came of it; forgotten as soon as the scenario is another.
    void setReport(const core::Report& report);
    /// The last wish was not granted; said where it was made, if that is still open.
    void setRefused(const QString& sentence);
    void openSettings(); ///< all that has no place in the row
    void setTheme(const Theme& theme);
    [[nodiscard]] QSize sizeHint() const override; ///< with every word
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// text: for the undo menu ("Set users to 8"); mergeKey: equal keys of one drag become one undo step
    /// (empty: never merged).
    void settingsRequested(
        const memwall::core::Settings& settings, const QString& text, const QString& mergeKey);
    /// Something typed was not taken, and where it was typed has closed: why.
    void refused(const QString& sentence);
    void systemRequested(std::size_t system); ///< another lane is to be changed

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct State;
    void connectChoices();
    void connectNumbers();
    void connectSwitches();
    void askHardware(const core::ChipRef& ref, int count);
    void showValues();
    void layOut();

    std::unique_ptr<State> m_state;
};

} // namespace memwall::ui
