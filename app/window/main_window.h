// The window: builds the parts, connects them through session and controllers, and nothing else.
#pragma once

#include "app/window/export_controller.h"
#include "app/window/help_controller.h"
#include "app/window/lesson_controller.h"
#include "app/window/look_controller.h"
#include "app/window/open_controller.h"
#include "app/window/panel_controller.h"
#include "app/window/playback_controller.h"
#include "app/window/present_controller.h"
#include "app/window/race_controller.h"
#include "app/window/target_controller.h"
#include "app/window/tools_controller.h"
#include "app/window/views.h"

namespace memwall::app
{

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// The catalog must outlive the window.
    MainWindow(const core::Catalog& catalog, Folders folders, const WindowOptions& options);

    /// Opens a scenario, or takes the model of a config.json into the open one, as soon as it is read; what
    /// is wrong with it is shown, and the open scenario stays. opening() says how it ended.
    void openFile(const QString& path) { m_opening.open(path); }
    /// Shows a scenario whose result is known already, with no thread: for pictures.
    void showScenario(const core::Scenario& scenario, const QString& path, core::SimulationResult result)
    {
        m_session.show(scenario, path, std::move(result));
    }
    /// Moves the playhead and lets the timeline show the tokens around it.
    void lookAt(core::Instant time);
    /// The same without the zoom; the answer at true speed stands where it is after so many seconds.
    void showMoment(core::Instant time, double playedS);
    /// Of the scenario's systems, the one shown in Explore.
    void chooseSystem(std::size_t system) { m_racing.solo(system); }
    /// Adds the first system of a scenario file as a lane, as soon as it is read; what is wrong with it is
    /// shown.
    void addLaneFrom(const QString& path) { m_racing.addFrom(path); }
    /// Goes on with what was kept of the open scenario's changes, and says so.
    void resumeDraft() { m_opening.resumeDraft(); }
    /// A quiet sentence above everything; empty: none.
    void say(const QString& sentence) { m_in.say(sentence); }

    [[nodiscard]] Session& session() { return m_session; }
    [[nodiscard]] const OpenController& opening() const { return m_opening; }
    [[nodiscard]] bool isReading() const { return m_reader.isReading(); } ///< a file
    [[nodiscard]] Document& document() { return m_session.document(); }
    [[nodiscard]] Playback& playback() { return m_session.playback(); }
    [[nodiscard]] const WindowParts& parts() const { return m_parts; }
    [[nodiscard]] const ui::Theme& theme() const { return m_look.theme(); }
    /// What is on screen; null before the first result.
    [[nodiscard]] Simulator::Result result() const { return m_session.shown().result; }
    /// All systems on one clock are shown, not one in Explore.
    [[nodiscard]] bool isRace() const { return m_session.isRace(); }
    [[nodiscard]] std::size_t system() const { return m_session.edited(); } ///< that the bar changes
    [[nodiscard]] bool isSimulating() const { return m_session.isBusy(); }
    /// What is shown is said to be out of date.
    [[nodiscard]] LessonPlayer& lesson() { return m_lesson.player(); }
    [[nodiscard]] PresentController& presenting() { return m_presenting; }
    [[nodiscard]] bool isDimmed() const { return m_views.isDimmed(); }

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void updateTitle();
    void applyTheme(const ui::Theme& theme);

    const core::Catalog& m_catalog;
    const Folders m_folders;
    const WindowOptions m_options;
    Session m_session;
    FileReader m_reader;
    WindowParts m_parts;
    Actions m_actions;
    const WindowContext m_in;
    LookController m_look; ///< before all that takes its theme
    PanelController m_panels;
    Views m_views;
    RaceController m_racing;
    PlaybackController m_playing;
    SaveController m_saving;
    ListController m_lists;
    OpenController m_opening;
    ExportController m_exporting;
    TargetController m_target;
    ToolsController m_tools;
    HelpController m_help;
    LessonController m_lesson;
    PresentController m_presenting;
};

} // namespace memwall::app
