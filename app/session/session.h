// The open story: the document, what came of it on the simulator's thread, the clock that plays it, its
// drafts and its bookmarks. The one owner of all five; whatever is shown is one value, shown().
#pragma once

#include "app/background/simulator.h"
#include "app/session/bookmark_keeper.h"
#include "app/session/document.h"
#include "app/session/draft_keeper.h"
#include "app/session/playback.h"
#include "app/session/shown.h"

namespace memwall::app
{

class Session : public QObject
{
    Q_OBJECT
public:
    /// The catalog must outlive the session. autoplay: what is opened plays, from shortly before its first
    /// word.
    Session(const core::Catalog& catalog, const QString& draftFolder, bool autoplay);

    [[nodiscard]] const core::Catalog& catalog() const { return m_catalog; }
    [[nodiscard]] Document& document() { return m_document; }
    [[nodiscard]] const core::Scenario& scenario() const { return m_document.scenario(); }
    [[nodiscard]] DraftKeeper& drafts() { return m_drafts; }
    [[nodiscard]] Playback& playback() { return m_playback; }
    [[nodiscard]] BookmarkKeeper& bookmarks() { return m_bookmarks; }

    /// What is on screen: may be older than the document.
    [[nodiscard]] const Shown& shown() const { return m_shown; }
    /// A newer result is on its way.
    [[nodiscard]] bool isBusy() const { return m_simulator.isBusy(); }
    /// Of the document's systems, the one that the bar changes.
    [[nodiscard]] std::size_t edited() const { return m_document.edited(); }
    [[nodiscard]] bool isRace() const { return m_race; }
    /// The document has several systems.
    [[nodiscard]] bool canRace() const { return scenario().systems.size() > 1; }

    /// Whether these values may be changed by hand now: a task of a lesson leaves some as they are.
    [[nodiscard]] bool allows(const core::Settings& settings) const;
    /// Pointers, of which one has to begin what is changed; none: everything may be.
    void allowOnly(std::vector<std::string> pointers) { m_allowed = std::move(pointers); }

    /// All systems on one clock, or one in Explore. The clock goes on.
    void setRace(bool race);
    /// Another system of the document; nothing where it has none of that number.
    void select(std::size_t system);
    /// Shows a scenario whose result is known already, with no thread.
    void show(const core::Scenario& scenario, const QString& path, core::SimulationResult result);

signals:
    void opened(); ///< another story: what was said of the one before is over
    void scenarioChanged(); ///< of the document, by opening, a change, undo or redo
    void editedChanged(); ///< another system of the document
    void modeChanged(); ///< race or Explore, or how many systems there are
    void resultChanged(bool anew); ///< anew: the first of a story
    void systemChanged(
        bool anew); ///< another system is shown, or its figures are others; anew: another story
    void presented(); ///< the first result of a story is on screen
    void computing(); ///< what is shown is out of date
    void upToDate();
    void failed(const QString& sentence); ///< there will be no result, and why

private:
    void start();
    void takeScenario();
    void takeResult(const Simulator::Result& result, const Simulator::Scenario& scenario);
    void takeSystemCount(std::size_t systems);
    void showEdited();
    void startClock(bool fromTheStart);
    [[nodiscard]] Playback::Runs shownRuns() const;

    const core::Catalog& m_catalog;
    Document m_document;
    DraftKeeper m_drafts;
    Simulator m_simulator;
    Playback m_playback;
    BookmarkKeeper m_bookmarks;
    const bool m_autoplay;

    Shown m_shown;
    std::shared_ptr<const core::Scenario> m_requested; ///< what the newest result is, or will be, of
    bool m_race = false; ///< asked for: a result may still have one system
    bool m_isNew = true; ///< the next result is another story, not a change of this one
    std::size_t m_edited = 0, m_systems = 0; ///< of the document, when it was last taken
    std::vector<std::string> m_allowed; ///< to be changed; empty: everything
    std::optional<double> m_exploreScale; ///< time scale before lanes were added
};

} // namespace memwall::app
