#include "app/screenshot.h"

#include "app/main_window.h"
#include "widgets/charts/insight_column.h"
#include "widgets/stage/stage_widget.h"
#include "widgets/tape/tape_widget.h"
#include "widgets/timeline/timeline_widget.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPainter>

#include <algorithm>

namespace memwall::app
{

namespace
{

constexpr QSize kWindowSize { 1600, 1000 };
constexpr QSize kPanelSize { 1000, 600 };

ui::Theme themeOf(const CommandLine& line, const core::Scenario& scenario)
{
    const bool light = line.theme ? *line.theme == QStringLiteral("light") : scenario.view.theme == "light";
    return light ? ui::Theme::lightTheme(line.scale) : ui::Theme::darkTheme(line.scale);
}

/// One part of the window, on the panel's ground.
struct Picture
{
    const core::Scenario& scenario;
    const core::SystemResult& system;
    core::Instant time;
    ui::Theme theme;
    QSize size;
};

QImage canvas(QSize size, const QColor& ground)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(ground);
    return image;
}

QImage stagePicture(const Picture& picture)
{
    QImage image = canvas(picture.size, picture.theme.panel);
    QPainter painter(&image);
    ui::StageInput input;
    input.run = picture.system.run;
    input.report = &picture.system.report;
    input.time = picture.time;
    input.widths = picture.scenario.view.stageWidths == "true" ? ui::WidthScale::True : ui::WidthScale::Log;
    input.theme = picture.theme;
    ui::paintStage(painter, QRectF(image.rect()), input);
    return image;
}

QImage tapePicture(const Picture& picture)
{
    QImage image = canvas(picture.size, picture.theme.panel);
    QPainter painter(&image);
    ui::TapeInput input;
    input.run = picture.system.run;
    input.time = input.trueSpeedTime = picture.time;
    input.answer = QString::fromStdString(picture.scenario.workload.answerText.value_or(std::string()));
    input.theme = picture.theme;
    ui::paintTape(painter, QRectF(image.rect()), input);
    return image;
}

QImage timelinePicture(const Picture& picture)
{
    ui::TimelineWidget timeline;
    timeline.setAttribute(Qt::WA_DontShowOnScreen);
    timeline.setTheme(picture.theme);
    timeline.setRun(picture.system.run);
    timeline.setTime(picture.time);
    timeline.zoomToDepth(core::Depth::Step);
    timeline.resize(picture.size);
    QImage image = canvas(picture.size, picture.theme.panel);
    timeline.render(&image);
    return image;
}

QImage partPicture(const QString& name, const Picture& picture)
{
    if (name == QStringLiteral("stage"))
        return stagePicture(picture);
    if (name == QStringLiteral("tape"))
        return tapePicture(picture);
    if (name == QStringLiteral("timeline"))
        return timelinePicture(picture);
    return ui::renderPanel(name, picture.system, picture.time, picture.theme, picture.size, 1.0);
}

QImage windowPicture(const CommandLine& line, const core::Scenario& scenario, const core::Catalog& catalog,
    const core::SimulationResult& result)
{
    WindowOptions options;
    options.remembers = false;
    options.theme = line.theme;
    options.scale = line.scale;
    options.autoplay = false;
    MainWindow window(catalog, findFolders(), options);
    window.setAttribute(Qt::WA_DontShowOnScreen);
    window.resize(line.size.value_or(kWindowSize));
    window.show();
    window.showScenario(scenario, line.file, result);
    window.lookAt(line.atS ? core::instantAt(*line.atS) : tellingMoment(*result.systems.front().run));
    // Layouts settle and plots draw in events that a window on a screen gets by itself.
    for (int i = 0; i < 3; ++i)
        QCoreApplication::processEvents();
    QImage image = canvas(window.size(), themeOf(line, scenario).window);
    window.render(&image);
    return image;
}

} // namespace

core::Instant tellingMoment(const core::Run& run)
{
    if (!run.fits || run.requests.empty() || run.requests.front().rejected)
        return core::Instant {};
    constexpr std::int64_t kToken = 36; // counted from 0
    const std::int64_t last = run.requests.front().outputTokens - 1;
    const std::int64_t token = std::min(kToken, last);
    if (token < 0)
        return core::Instant {};
    const core::Instant end = run.tokenTime(0, token);
    const core::Instant begin = token > 0 ? run.tokenTime(0, token - 1) : core::Instant {};
    return begin + (end - begin) / 2;
}

std::expected<QByteArray, QString> screenshot(const CommandLine& line, const core::Scenario& scenario,
    const core::Catalog& catalog, const core::SimulationResult& result)
{
    const core::SystemResult& system = result.systems.front();
    const core::Instant time = line.atS ? core::instantAt(*line.atS) : tellingMoment(*system.run);
    ui::applyTheme(themeOf(line, scenario));
    const QImage image = line.panel ? partPicture(*line.panel,
                             { scenario, system, std::min(time, system.run->end()), themeOf(line, scenario),
                                 line.size.value_or(kPanelSize) })
                                    : windowPicture(line, scenario, catalog, result);
    QByteArray png;
    QBuffer buffer(&png);
    if (image.isNull() || !buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return std::unexpected(QStringLiteral("the picture could not be made; try a smaller --size"));
    return png;
}

} // namespace memwall::app
