#include "app/cli/benchmark.h"

#include "app/cli/process_age.h"
#include "app/export/scene.h"
#include "app/window/main_window.h"
#include "core/base/assert.h"
#include "widgets/base/format.h"
#include "widgets/timeline/timeline_widget.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>

namespace memwall::app
{

namespace
{

constexpr int kFrames = 40;
constexpr double kFrameS = 1.0 / 60.0;

template <typename Work> double secondsOf(Work work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double median(std::vector<double> seconds)
{
    const auto middle = seconds.begin() + static_cast<std::ptrdiff_t>(seconds.size() / 2);
    std::nth_element(seconds.begin(), middle, seconds.end());
    return *middle;
}

/// Enough repetitions for a median, few enough for a large scenario.
double simulateSeconds(const core::Scenario& scenario, const core::Catalog& catalog)
{
    constexpr double kEnoughS = 1.0;
    constexpr std::size_t kMost = 25;
    std::vector<double> seconds;
    double total = 0;
    while (seconds.empty() || (total < kEnoughS && seconds.size() < kMost)) {
        seconds.push_back(secondsOf([&] { (void)core::simulate(scenario, catalog); }));
        total += seconds.back();
    }
    return median(std::move(seconds));
}

QImage canvas(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::black);
    return image;
}

double blitSeconds(QSize size)
{
    const QImage from = canvas(size);
    QImage onto = canvas(size);
    std::vector<double> seconds;
    for (int i = 0; i < kFrames; ++i)
        seconds.push_back(secondsOf([&] { QPainter(&onto).drawImage(0, 0, from); }));
    return median(std::move(seconds));
}

/// A frame is what a playing window does when time moves: every view that shows time paints into the
/// window's own buffer. What does not change is not painted again, here as on a screen.
FrameFigures frameFigures(MainWindow& window, QSize size)
{
    window.resize(size);
    QCoreApplication::processEvents();
    const Playback& playback = window.playback();
    const core::Duration step = core::fromSeconds(kFrameS / playback.timeScale());
    core::Instant time = tellingMoment(*window.result()->systems.front().run);
    window.lookAt(time);
    QCoreApplication::processEvents(); // caches of this size are filled once, not per frame
    std::vector<double> seconds;
    for (int i = 0; i < kFrames; ++i) {
        time += step;
        seconds.push_back(secondsOf([&] {
            window.playback().seek(time);
            QCoreApplication::processEvents();
        }));
    }
    return { size, median(seconds), *std::max_element(seconds.begin(), seconds.end()), blitSeconds(size) };
}

double panSeconds(MainWindow& window)
{
    ui::TimelineWidget& timeline = *window.parts().timeline;
    QImage image = canvas(timeline.size());
    std::vector<double> seconds;
    for (int i = 0; i < kFrames; ++i) {
        core::TimeSpan view = timeline.window();
        const core::Duration shift = view.length() / kFrames;
        seconds.push_back(secondsOf([&] {
            timeline.setWindow({ view.begin + shift, view.end + shift });
            timeline.render(&image);
        }));
    }
    return median(std::move(seconds));
}

} // namespace

BenchmarkFigures benchmark(const core::Scenario& scenario, const core::Catalog& catalog)
{
    MEMWALL_ASSERT(qobject_cast<QApplication*>(QCoreApplication::instance()));
    MEMWALL_ASSERT(QApplication::topLevelWidgets().isEmpty());
    WindowOptions options;
    options.remembers = false;
    options.autoplay = false;
    MainWindow window(catalog, findFolders(), options);
    window.showScenario(scenario, {}, core::simulate(scenario, catalog));
    window.show();
    QCoreApplication::processEvents(); // the first paint
    BenchmarkFigures figures;
    figures.firstFrameS = processAgeSeconds();
    figures.simulateS = simulateSeconds(scenario, catalog);
    figures.frames.push_back(frameFigures(window, { 1920, 1080 }));
    figures.timelinePanS = panSeconds(window);
    figures.frames.push_back(frameFigures(window, { 3840, 2160 }));
    return figures;
}

nlohmann::ordered_json benchmarkJson(const BenchmarkFigures& figures)
{
    nlohmann::ordered_json json;
    json["simulate_s"] = figures.simulateS;
    json["first_frame_s"] = figures.firstFrameS;
    for (const FrameFigures& frame : figures.frames) {
        const std::string size
            = std::to_string(frame.size.width()) + 'x' + std::to_string(frame.size.height());
        json["frame"][size]
            = { { "median_s", frame.medianS }, { "max_s", frame.maxS }, { "blit_s", frame.blitS } };
    }
    json["timeline_pan_s"] = figures.timelinePanS;
    return json;
}

std::string benchmarkTable(const BenchmarkFigures& figures)
{
    QString table = QStringLiteral("simulate        %1\nfirst frame     %2\n")
                        .arg(ui::formatSeconds(figures.simulateS), ui::formatSeconds(figures.firstFrameS));
    for (const FrameFigures& frame : figures.frames)
        table += QStringLiteral("frame %1x%2 %3, at most %4, copying alone %5\n")
                     .arg(frame.size.width())
                     .arg(frame.size.height())
                     .arg(ui::formatSeconds(frame.medianS), ui::formatSeconds(frame.maxS),
                         ui::formatSeconds(frame.blitS));
    table += QStringLiteral("timeline pan    %1\n").arg(ui::formatSeconds(figures.timelinePanS));
    return table.toStdString();
}

} // namespace memwall::app
