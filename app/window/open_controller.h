// Opening: scenarios, drafts of scenarios that never had a file, models. What is wrong with a file is shown,
// and what was open stays open.
#pragma once

#include "app/window/list_controller.h"
#include "app/window/save_controller.h"

#include <QTimer>

namespace memwall::app
{

class OpenController : public QObject
{
    Q_OBJECT
public:
    OpenController(const WindowContext& in, SaveController& saving, ListController& lists);

    /// Opens a scenario, or takes the model of a config.json into the open one, as soon as it is read.
    void open(const QString& path);
    /// An edit of what is open, not another scenario: undo takes it back. False where it is not possible.
    bool takeModel(const core::ModelRef& model);
    /// Goes on with what was kept of the open scenario's changes, and says so.
    void resumeDraft();

signals:
    /// What was asked for is open, or it is not: it is bad, or unsaved changes could not be kept.
    void finished(bool opened);

private:
    using Then = bool (OpenController::*)(const QString& path, Opened& opened);

    /// Reads, refuses with all that is wrong, or goes on.
    void read(const QString& path, FileReader::Read read, Then then);
    bool takeFile(const QString& path, Opened& opened);
    bool takeUnsaved(const QString& key, Opened& opened);
    bool takeCopy(const QString& path, Opened& opened);
    bool takeModelFile(const QString& path, Opened& opened);
    void resumeDraft(SaveController::Offer offer);
    void newFrom(const QString& path);
    void askForFile();
    void askForModelConfig();
    void sayWhatIsRead(const QString& path);

    const WindowContext& m_in;
    SaveController& m_saving;
    QTimer m_slow; ///< then a file that is being read is spoken of
};

} // namespace memwall::app
