#include "app/export/scene.h"

#include "app/session/time_scale.h"
#include "core/base/assert.h"
#include "widgets/insight/insight_column.h"
#include "widgets/plots/paint_widget.h"
#include "widgets/scene/stage_blocks.h"
#include "widgets/stage/stage_widget.h"
#include "widgets/tape/tape_widget.h"
#include "widgets/timeline/timeline_widget.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace memwall::app
{

namespace
{

const core::SystemResult& shown(const SceneInput& input)
{
    return input.result.systems[input.system];
}

QRectF areaOf(QSize size)
{
    return { QPointF {}, QSizeF(size) };
}

class StageScene : public Scene
{
public:
    explicit StageScene(const SceneInput& input)
        : m_report(shown(input).report)
        , m_size(input.size)
    {
        m_input.run = shown(input).run;
        m_input.report = &m_report;
        m_input.widths = input.scenario.view.stageWidths;
        m_input.theme = input.theme;
        m_input.pace = ui::filmPace(timeScaleOf(input.scenario, *m_input.run), input.fps);
    }

    void setMoment(core::Instant time, double /*playedS*/) override { m_input.time = time; }

    void paint(QPaintDevice& device) override
    {
        QPainter painter(&device);
        painter.fillRect(areaOf(m_size), m_input.theme.panel);
        ui::paintStage(painter, areaOf(m_size), m_input);
    }

private:
    core::Report m_report;
    ui::StageInput m_input;
    QSize m_size;
};

class TapeScene : public Scene
{
public:
    explicit TapeScene(const SceneInput& input)
        : m_size(input.size)
    {
        m_input.run = shown(input).run;
        m_input.answer = QString::fromStdString(input.scenario.workload.answerText.value_or(std::string()));
        m_input.theme = input.theme;
        m_input.pace = ui::filmPace(timeScaleOf(input.scenario, *m_input.run), input.fps);
    }

    void setMoment(core::Instant time, double playedS) override
    {
        m_input.time = time;
        m_input.trueSpeedTime = std::min(core::instantAt(playedS), m_input.run->end());
    }

    void paint(QPaintDevice& device) override
    {
        QPainter painter(&device);
        painter.fillRect(areaOf(m_size), m_input.theme.panel);
        ui::paintTape(painter, areaOf(m_size), m_input);
    }

private:
    ui::TapeInput m_input;
    QSize m_size;
};

class TimelineScene : public Scene
{
public:
    explicit TimelineScene(const SceneInput& input)
    {
        m_timeline.setAttribute(Qt::WA_DontShowOnScreen);
        m_timeline.setTheme(input.theme);
        m_timeline.setRun(shown(input).run);
        m_timeline.resize(input.size);
        m_timeline.show();
    }

    void setMoment(core::Instant time, double /*playedS*/) override
    {
        if (!m_first) {
            m_timeline.setTime(time);
            m_timeline.zoomToDepth(core::Depth::Step);
            m_first = m_timeline.window();
        }
        turnToPage(m_timeline, *m_first, time);
        m_timeline.setTime(time);
    }

    void paint(QPaintDevice& device) override { ui::paintWidget(device, m_timeline); }

private:
    ui::TimelineWidget m_timeline;
    std::optional<core::TimeSpan> m_first; ///< page of the first moment
};

/// One card of the insight column.
class PanelScene : public Scene
{
public:
    PanelScene(const QString& name, const SceneInput& input)
        : m_card(ui::cardNamed(name))
    {
        m_card->setAttribute(Qt::WA_DontShowOnScreen);
        m_card->setTheme(input.theme);
        m_card->setData({ shown(input).report, shown(input).run });
        m_card->resize(input.size);
    }

    void setMoment(core::Instant time, double /*playedS*/) override
    {
        m_card->setTime(time);
        // Shown last: legends and plots get their places when the card does, and have their content by then.
        m_card->show();
    }

    void paint(QPaintDevice& device) override { ui::paintWidget(device, *m_card); }

private:
    std::unique_ptr<ui::Card> m_card;
};

} // namespace

void turnToPage(ui::TimelineWidget& timeline, core::TimeSpan first, core::Instant time)
{
    const core::Duration length = first.length();
    if (length <= core::Duration {})
        return;
    std::int64_t page = (time - first.begin) / length;
    if (time < first.begin + page * length)
        --page;
    const core::Instant begin = first.begin + page * length;
    timeline.setWindow({ begin, core::later(begin, length) });
}

QStringList partNames()
{
    return QStringList { QStringLiteral("stage"), QStringLiteral("tape"), QStringLiteral("timeline") }
    + ui::panelNames();
}

std::unique_ptr<Scene> makePartScene(const QString& part, const SceneInput& input)
{
    MEMWALL_ASSERT(qobject_cast<QApplication*>(QCoreApplication::instance()) && partNames().contains(part));
    if (part == QStringLiteral("stage"))
        return std::make_unique<StageScene>(input);
    if (part == QStringLiteral("tape"))
        return std::make_unique<TapeScene>(input);
    if (part == QStringLiteral("timeline"))
        return std::make_unique<TimelineScene>(input);
    return std::make_unique<PanelScene>(part, input);
}

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

} // namespace memwall::app
