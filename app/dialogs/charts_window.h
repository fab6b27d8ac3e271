// The window with all charts of the system on screen. Made when first asked for; it follows document and
// playback while it is open, and nothing is worked out for it while it is not.
#pragma once

#include "app/background/chart_worker.h"
#include "widgets/theme/theme.h"

#include <QPointer>

class QAction;

namespace memwall::ui
{
class ChartsView;
}

namespace memwall::app
{

class ChartsWindow : public QObject
{
    Q_OBJECT
public:
    /// Window and catalog must outlive it.
    ChartsWindow(const core::Catalog& catalog, QWidget& window);

    void setSystem(
        const core::System& system, const core::Workload& workload, const core::SystemResult& result);
    void setTime(core::Instant time);
    void setTheme(const ui::Theme& theme);

    /// Commands whose keys work in the window, too.
    void open(const QList<QAction*>& commands);

signals:
    void failed(const QString& sentence);

private:
    void update();

    QWidget& m_window;
    ChartWorker m_worker;
    core::System m_system;
    core::Workload m_workload;
    core::SystemResult m_result; ///< run is null before the first
    core::Instant m_time {};
    ui::Theme m_theme;
    QPointer<ui::ChartsView> m_view; ///< lives in its dialog, which deletes itself when closed
};

} // namespace memwall::app
