// The window: builds the parts, connects views to document, simulator and playback, and nothing else.
// Values go down by setters, wishes come up by signals.
#pragma once

#include "app/files/catalog_location.h"
#include "app/session/bookmark_keeper.h"
#include "app/session/document.h"
#include "app/session/draft_keeper.h"
#include "app/session/playback.h"
#include "app/session/simulator.h"
#include "app/session/target_seeker.h"
#include "app/window/actions.h"
#include "app/window/charts_window.h"
#include "app/window/computing_sign.h"
#include "app/window/explainer.h"
#include "app/window/notice_bar.h"
#include "app/window/trust_windows.h"
#include "app/window/window_layout.h"

#include <QMainWindow>
#include <QTimer>

#include <optional>

class QSettings;

namespace memwall::app
{

struct WindowOptions
{
    bool remembers = true; ///< reads and writes the user's settings
    bool autoplay = true;
    std::optional<QString> theme {}; ///< dark | light, over every other wish
    double scale = 1.0;
    QString draftFolder {}; ///< where changes that are not saved are kept; empty: nowhere
    double measureSeconds = 3; ///< that measuring this computer may take
    int fps = 0; ///< the window is filmed: pictures a second
};

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// The catalog must outlive the window.
    MainWindow(const core::Catalog& catalog, Folders folders, const WindowOptions& options);

    /// Opens a scenario, or takes the model of a config.json into the open one; what is wrong with it is
    /// shown, and the open scenario stays. False then, or where unsaved changes could not be kept.
    bool openFile(const QString& path);
    /// Shows a scenario whose result is known already, with no thread: for pictures and a quick start.
    void showScenario(const core::Scenario& scenario, const QString& path, core::SimulationResult result);
    /// Moves the playhead and lets the timeline show the tokens around it.
    void lookAt(core::Instant time);
    /// The same without the zoom; the answer at true speed stands where it is after so many seconds.
    void showMoment(core::Instant time, double playedS);
    /// Of the scenario's systems, the one shown. REQUIRES: a result is shown.
    void chooseSystem(std::size_t system);
    /// Adds the first system of a scenario file as a lane; what is wrong with it is shown. False then.
    bool addLaneFrom(const QString& path);
    /// Goes on with what was kept of the open scenario's changes, and says so.
    void resumeDraft();
    /// A quiet sentence above everything; empty: none.
    void say(const QString& sentence);

    [[nodiscard]] Document& document() { return m_document; }
    [[nodiscard]] Playback& playback() { return m_playback; }
    [[nodiscard]] const WindowParts& parts() const { return m_parts; }
    [[nodiscard]] const ui::Theme& theme() const { return m_theme; }
    /// What is on screen; null before the first result.
    [[nodiscard]] Simulator::Result result() const { return m_result; }
    /// All systems on one clock are shown, not one in Explore.
    [[nodiscard]] bool isRace() const { return m_isRace; }
    [[nodiscard]] std::size_t system() const { return m_system; } ///< that the bar changes
    [[nodiscard]] bool isSimulating() const { return m_simulator.isBusy(); }
    /// What is shown is said to be out of date.
    [[nodiscard]] bool isDimmed() const { return m_computing.isShown(); }

signals:
    void shown(); ///< another scenario's first result is on screen

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void connectDocument();
    void connectPlayback();
    void connectViews();
    void connectFileActions();
    void connectViewActions();
    void connectPlaybackActions();
    void connectHelpActions();
    void connectTarget();
    void connectTimeline();

    void startScenario();
    void takeScenario();
    void takeResult(const Simulator::Result& result);
    void noteShown();
    void showSystem(bool anew);
    void startClock(bool fromTheStart);
    void showTime(core::Instant time);
    void fillSystems();
    void fillLists();
    void applySettings(const core::Settings& settings, const QString& text, const QString& mergeKey);

    void connectRace();
    void connectLaneMenu();
    void fillRace();
    void fillLaneMenus();
    void showRace(bool race);
    void takeLaneCount(std::size_t lanes);
    void selectLane(std::size_t lane);
    void soloLane(std::size_t lane);
    void addLane(const core::System& system, const QString& origin);
    void removeLane(std::size_t lane);
    void swapLanes(std::size_t a, std::size_t b);
    void askForLane();
    [[nodiscard]] bool hasRoomForLane();
    [[nodiscard]] bool dropsLane(QPoint position) const;
    [[nodiscard]] Playback::Runs shownRuns() const;
    void updateModes();

    void connectTools();
    void connectCharts();
    void loadOwnChip();
    void measureComputer();
    void openOn(const nlohmann::json& chip);

    void askForTarget();
    void seekTarget();
    void showTarget(const core::Report& report, bool anew);

    bool openModelConfig(const QString& path);
    void askForModelConfig();
    void newFrom(const QString& path);
    bool save();
    bool saveAs();
    bool saveTo(const QString& path);

    /// What the notice bar says when something else was opened, and what can be done about it.
    struct Offer
    {
        QStringList sentences;
        QVector<NoticeBar::Answer> answers;
    };
    void connectDrafts();
    [[nodiscard]] bool isShipped(const QString& path) const;
    bool keepChanges(const std::function<void()>& goOn);
    [[nodiscard]] Offer offerToSave();
    void resumeDraft(Offer offer);
    std::expected<void, core::Problems> openUnsaved(const QString& key);
    void saveLeft(const QString& path);
    void backToOriginal();
    [[nodiscard]] bool isOurs(bool saving);
    void reload();
    void askForFile();

    void connectExport();
    void exportPicture();
    void exportMovie();
    void exportHandout();
    [[nodiscard]] QString exportName() const; ///< what an exported file is called first
    void exportTrace();

    void chooseTheme(ThemeChoice choice);
    void setScale(double scale);
    void updateLook();
    void updatePace();
    void updateColumns();
    void connectPanels();
    void showPanel(Panel panel, bool shown); ///< by hand
    void placePanelsAnew();
    void focusStage();
    void restorePanels(const QSettings& settings);
    void updateTitle();
    void remember();
    void restore();

    const core::Catalog& m_catalog;
    const Folders m_folders;
    const WindowOptions m_options;
    Document m_document;
    DraftKeeper m_drafts;
    Simulator m_simulator;
    TargetSeeker m_seeker;
    Playback m_playback;
    WindowParts m_parts;
    Actions m_actions;
    TrustWindows m_trust;
    Explainer m_explainer;
    ChartsWindow m_charts;
    ComputingSign m_computing;
    BookmarkKeeper m_bookmarks;
    QTimer m_frames; ///< runs only while something moves

    Simulator::Result m_result;
    core::Scenario m_simulated; ///< what m_result, or the result under way, belongs to
    std::size_t m_system = 0; ///< of the scenario's systems, the one shown
    bool m_isRace = false;
    QByteArray m_askedAbout; ///< the file on the disk that the user was asked about
    std::size_t m_lanes = 0; ///< systems of the scenario when it was last taken
    std::optional<double> m_exploreScale; ///< time scale before lanes were added
    bool m_isNew = true; ///< the next result is another story, not a change of this one
    ui::Theme m_theme;
    ThemeChoice m_themeChoice = ThemeChoice::Scenario;
    double m_scale = 1.0;
    std::optional<bool> m_wantsReduced; ///< motion; absent: as the desktop says
    bool m_desktopReduces = false;
    PerPanel<PanelWish> m_wishes;
};

} // namespace memwall::app
