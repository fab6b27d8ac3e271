// Opening: scenarios, drafts of scenarios that never had a file, models. What is wrong with a file is shown,
// and what was open stays open.
#pragma once

#include "app/window/list_controller.h"
#include "app/window/save_controller.h"

namespace memwall::app
{

class OpenController : public QObject
{
    Q_OBJECT
public:
    OpenController(const WindowContext& in, SaveController& saving, ListController& lists);

    /// Opens a scenario, or takes the model of a config.json into the open one. False where that failed, or
    /// where unsaved changes could not be kept.
    bool open(const QString& path);
    /// Goes on with what was kept of the open scenario's changes, and says so.
    void resumeDraft();

private:
    void resumeDraft(SaveController::Offer offer);
    std::expected<void, core::Problems> openUnsaved(const QString& key);
    bool openModelConfig(const QString& path);
    void newFrom(const QString& path);
    void askForFile();
    void askForModelConfig();

    const WindowContext& m_in;
    SaveController& m_saving;
};

} // namespace memwall::app
