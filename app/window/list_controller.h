// The scenarios to choose from: in the list on the left, in the menus of the shipped and of the recent ones.
#pragma once

#include "app/window/window_context.h"

namespace memwall::app
{

class ListController : public QObject
{
    Q_OBJECT
public:
    explicit ListController(const WindowContext& in);

    /// Once more: the user's own files may be others.
    void fill();

signals:
    void openRequested(const QString& path);
    void newRequested(const QString& path); ///< a copy of a shipped one
    void laneRequested(const QString& path); ///< its first system in the race

private:
    void noteShown();

    const WindowContext& m_in;
    const QVector<ShippedScenario> m_shipped;
};

} // namespace memwall::app
