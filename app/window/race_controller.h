// The race: lanes come and go through the document, so that undo takes them back; all of them on one clock,
// or one of them in Explore.
#pragma once

#include "app/window/window_context.h"

namespace memwall::app
{

class RaceController : public QObject
{
    Q_OBJECT
public:
    explicit RaceController(const WindowContext& in);

    /// Adds the first system of a scenario file as a lane, as soon as it is read; what is wrong with it is
    /// shown.
    void addFrom(const QString& path);
    /// One system of the scenario in Explore.
    void solo(std::size_t lane);
    /// What is dropped there becomes a lane. The position is the window's.
    [[nodiscard]] bool dropsLane(QPoint position) const;

signals:
    /// What should have become a lane was a model.
    void modelFound(const memwall::core::ModelRef& model);

private:
    void connectLanes();
    void connectLaneMenu();
    void fill();
    void fillSystems();
    void showEdited();
    void focusLane();
    void updateModes();
    void add(const core::System& system, const QString& origin);
    void addRead(const QString& path, const Opened& opened);
    void askForLane();
    void remove(std::size_t lane);
    void swap(std::size_t a, std::size_t b);
    [[nodiscard]] bool hasRoom();

    const WindowContext& m_in;
};

} // namespace memwall::app
