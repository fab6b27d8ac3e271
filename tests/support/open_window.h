// The real window, open on a shipped scenario, paused, without the user's settings.
#pragma once

#include "app/main_window.h"

#include <QTest>

namespace memwall::test
{

class OpenWindow
{
public:
    explicit OpenWindow(const core::Catalog& catalog, const app::Folders& folders,
        const QString& scenario = {}, double scale = 1.0)
    {
        app::WindowOptions options;
        options.remembers = false;
        options.autoplay = true;
        options.scale = scale;
        m_window = std::make_unique<app::MainWindow>(catalog, folders, options);
        m_window->show();
        const bool opened = m_window->openFile(scenario.isEmpty() ? app::defaultScenario(folders) : scenario);
        m_ready = opened
            && QTest::qWaitFor([this] { return m_window->result() && !m_window->isSimulating(); }, 20'000);
        m_window->playback().setPlaying(false);
    }
    ~OpenWindow()
    {
        m_window->document().undoStack().setClean(); // nobody is asked whether to save
        m_window->close();
    }
    OpenWindow(const OpenWindow&) = delete;
    OpenWindow& operator=(const OpenWindow&) = delete;

    [[nodiscard]] bool isReady() const { return m_ready; }
    app::MainWindow* operator->() const { return m_window.get(); }
    app::MainWindow& operator*() const { return *m_window; }

private:
    std::unique_ptr<app::MainWindow> m_window;
    bool m_ready = false;
};

} // namespace memwall::test
