#include "app/window/window_scene.h"

#include "app/window/main_window.h"
#include "core/base/assert.h"
#include "widgets/plots/paint_widget.h"
#include "widgets/timeline/timeline_widget.h"

#include <QApplication>

namespace memwall::app
{

namespace
{

class WindowScene : public Scene
{
public:
    explicit WindowScene(const SceneInput& input)
        : m_window(input.catalog, findFolders(), optionsFor(input))
    {
        m_window.setAttribute(Qt::WA_DontShowOnScreen);
        m_window.resize(input.size);
        m_window.show();
        m_window.session().show(input.scenario, input.file, input.result);
        if (!input.race)
            m_window.chooseSystem(input.system);
    }

    void setMoment(core::Instant time, double playedS) override
    {
        if (!m_first) {
            m_window.lookAt(time);
            m_first = m_window.parts().timeline->window();
        }
        turnToPage(*m_window.parts().timeline, *m_first, time);
        m_window.showMoment(time, playedS);
        // Layouts settle in events that a window on a screen gets by itself.
        for (int i = 0; i < 3; ++i)
            QCoreApplication::sendPostedEvents();
    }

    void paint(QPaintDevice& device) override { ui::paintWidget(device, m_window); }

private:
    static WindowOptions optionsFor(const SceneInput& input)
    {
        const ui::Theme& theme = input.theme;
        WindowOptions options;
        options.remembers = false;
        options.autoplay = false;
        options.theme = theme.dark ? QStringLiteral("dark") : QStringLiteral("light");
        options.scale = theme.scale;
        options.fps = input.fps;
        return options;
    }

    MainWindow m_window;
    std::optional<core::TimeSpan> m_first; ///< the timeline's page of the first moment
};

} // namespace

std::unique_ptr<Scene> makeScene(const QString& part, const SceneInput& input)
{
    MEMWALL_ASSERT(qobject_cast<QApplication*>(QCoreApplication::instance()));
    if (part.isEmpty())
        return std::make_unique<WindowScene>(input);
    return makePartScene(part, input);
}

} // namespace memwall::app
