// The real window on shipped scenarios, without the user's settings: what every test of it begins and ends
// with.
#pragma once

#include "app/frame/language.h"
#include "app/window/main_window.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

namespace memwall::test
{

class WindowTest : public QObject
{
protected:
    void load()
    {
        app::useLanguage();
        m_folders = app::findFolders();
        m_catalog = app::loadCatalog(m_folders).value();
    }

    void show(app::WindowOptions options = {}, QSize size = {})
    {
        // The offscreen platform says of every dialog that it has no size hints; all else is a failure.
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        options.remembers = false;
        m_window = std::make_unique<app::MainWindow>(m_catalog, m_folders, options);
        if (size.isValid())
            m_window->resize(size);
        m_window->show();
    }

    [[nodiscard]] bool settled() const
    {
        return m_window->result() && !m_window->isReading() && !m_window->isSimulating();
    }

    /// Opens a scenario, the first one where none is named, and waits for its result.
    [[nodiscard]] bool open(const QString& path = {})
    {
        constexpr int kLongestMs = 20'000;
        return openFile(path.isEmpty() ? app::defaultScenario(m_folders) : path)
            && QTest::qWaitFor([this] { return settled(); }, kLongestMs);
    }

    /// Whether a file could be opened, as soon as that is known.
    [[nodiscard]] bool openFile(const QString& path)
    {
        QSignalSpy finished(&m_window->opening(), &app::OpenController::finished);
        m_window->openFile(path);
        return (!finished.isEmpty() || finished.wait()) && finished.last().first().toBool();
    }

    void close()
    {
        m_window->document().undoStack().setClean(); // nobody is asked whether to save
        m_window->close();
        m_window.reset();
    }

    app::Folders m_folders;
    core::Catalog m_catalog;
    std::unique_ptr<app::MainWindow> m_window;
};

} // namespace memwall::test
