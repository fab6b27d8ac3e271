// A shipped scenario as a film: pictures of its stage that follow each other at its own speed or another.
#pragma once

#include "core/simulate.h"
#include "tests/support/scenario_with_trace.h"
#include "widgets/scene/stage_blocks.h"
#include "widgets/stage/stage_painters.h"

#include <QImage>
#include <QPainter>
#include <QTest>

namespace memwall::tests
{

/// Rows of every shipped scenario: its path, by its name.
inline void addScenarioRows(const std::vector<std::string>& folders)
{
    QTest::addColumn<QString>("path");
    for (const std::string& folder : folders)
        for (const auto& entry : std::filesystem::directory_iterator(
                 std::filesystem::path(MEMWALL_SOURCE_DIR) / "scenarios" / folder))
            if (entry.path().extension() == ".json")
                QTest::newRow(entry.path().filename().c_str())
                    << QString::fromStdString(entry.path().string());
}

class Film
{
public:
    Film(const core::Scenario& scenario, const core::SystemResult& system, int fps, QSize size)
        : m_report { system.report }
        , m_size { size }
    {
        m_input.run = system.run;
        m_input.report = &m_report;
        m_input.theme = ui::Theme::darkTheme();
        const double own = scenario.view.timeScale.value_or(ui::usualTimeScale(*system.run));
        setTimeScale(own, fps);
    }
    Film(const Film&) = delete;
    Film& operator=(const Film&) = delete;

    void setTimeScale(double timeScale, int fps)
    {
        m_input.pace = ui::filmPace(timeScale, fps);
        m_frame = ui::stageFrame(m_input);
        m_layout = ui::layoutStage(m_frame, area(), m_input.theme);
        m_background = {}; // it names the block
    }

    [[nodiscard]] const core::Run& run() const { return *m_input.run; }
    [[nodiscard]] const ui::StageInput& input() const { return m_input; }
    [[nodiscard]] const ui::StageFrame& frame() const { return m_frame; }
    [[nodiscard]] const ui::StageLayout& layout() const { return m_layout; }
    [[nodiscard]] QRectF area() const { return { QPointF {}, QSizeF { m_size } }; }
    [[nodiscard]] core::Instant after(core::Instant begin, double seconds) const
    {
        return begin + m_input.pace.over(seconds);
    }

    [[nodiscard]] ui::StageNow now(core::Instant t)
    {
        m_input.time = std::min(t, run().end());
        return ui::stageNow(m_input, m_frame);
    }

    [[nodiscard]] QImage picture(core::Instant t)
    {
        const ui::StageNow shown = now(t);
        if (m_background.isNull()) {
            m_background = QImage { m_size, QImage::Format_RGB32 };
            QPainter painter { &m_background };
            painter.setRenderHint(QPainter::Antialiasing);
            ui::paintBackground({ painter, m_frame, m_layout, m_input.theme });
        }
        QImage image = m_background;
        QPainter painter { &image };
        painter.setRenderHint(QPainter::Antialiasing);
        ui::paintMoving({ painter, m_frame, m_layout, m_input.theme }, shown);
        return image;
    }

private:
    core::Report m_report;
    ui::StageInput m_input;
    ui::StageFrame m_frame;
    ui::StageLayout m_layout;
    QSize m_size;
    QImage m_background;
};

/// The middle of the 37th word of the first answer, or of the last there is.
inline core::Instant amongWords(const core::Run& run)
{
    const std::int64_t token = std::min<std::int64_t>(36, run.requests.front().outputTokens - 1);
    const core::Instant end = run.tokenTime(0, token);
    return token > 0 ? run.tokenTime(0, token - 1) + (end - run.tokenTime(0, token - 1)) / 2 : end;
}

} // namespace memwall::tests
