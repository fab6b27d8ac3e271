// All of a scenario that the toolbar has no place for, and what leaves it in a narrow window: the lane's
// name, KV cache, engine, batching, drafts, how requests come, title and description. Every change is asked
// for at once and can be undone; what is refused stays where it was typed, with a sentence.
#pragma once

#include "widgets/settings/settings_edits.h"
#include "widgets/theme/theme.h"

#include <QFrame>

#include <memory>
#include <vector>

class QLabel;
class QScrollArea;

namespace memwall::ui
{

class SettingsForm;

class SettingsPopup : public QFrame
{
    Q_OBJECT
public:
    /// The catalog must outlive the popup.
    SettingsPopup(const core::Catalog& catalog, QWidget* parent);
    ~SettingsPopup() override;

    void setTheme(const Theme& theme);
    /// REQUIRES: there is such a system by the time it opens.
    void setScenario(const core::Scenario& scenario, std::size_t system);
    /// The last wish was not granted: why. Empty: it was.
    void setRefused(const QString& sentence);
    void openBelow(const QWidget& button);

signals:
    void settingsRequested(const memwall::core::Settings& settings, const QString& text);
    void systemRequested(std::size_t system); ///< another lane
    /// It closes over something that cannot be taken: the sentence is for whoever can still show it.
    void refused(const QString& sentence);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Controls;
    void buildSystem();
    void buildBatching();
    void buildDrafts();
    void buildWorkload();
    void buildScenario();
    void connectForms();
    void showScenario();
    void showSystem(const core::EditContext& context);
    void showDrafts(const core::EditContext& context);
    void showWorkload(const core::EditContext& context);
    /// Asks, or says why not.
    void ask(const NamedSettings& wish, const QString& whyNot = {});
    void finish();
    void placeForms();
    [[nodiscard]] core::EditContext context() const { return { m_catalog, m_scenario, m_system }; }

    const core::Catalog& m_catalog;
    core::Scenario m_scenario;
    std::size_t m_system = 0;
    Theme m_theme = Theme::darkTheme();
    QScrollArea* m_area;
    QLabel* m_said;
    std::vector<SettingsForm*> m_forms;
    std::unique_ptr<Controls> m_controls;
};

} // namespace memwall::ui
