// Machines whose reports the insight column is shown: simulated, except where a chart needs round numbers.
#pragma once

#include "core/figures/report_steps.h"
#include "core/schedule/scheduler.h"
#include "tests/support/builders.h"
#include "tests/widgets/insight/render_panel.h"
#include "widgets/insight/insight_column.h"

#include <QRegularExpression>
#include <QScrollArea>
#include <QTest>

namespace memwall::tests
{

/// Any but what the offscreen platform says of itself: it has no window manager to hand hints to.
inline void failOnAnyWarning()
{
    QTest::failOnWarning(QRegularExpression { QStringLiteral("^(?!This plugin does not support)") });
}

inline core::SystemResult resultOf(const core::Machine& machine, const core::Workload& workload)
{
    auto run = std::make_shared<core::Run>(core::schedule(machine, workload));
    core::Report report = core::explain(machine, workload, *run);
    core::reportKvOverTime(*run, report);
    core::reportBottleneck(*run, report);
    return { std::move(run), std::move(report) };
}

inline core::Machine fourChips()
{
    core::Machine machine = plainMachine(llama70b(), 4);
    machine.pools[0].engine.perLayer.value = { 20e-6 };
    return machine;
}

/// 139 GB of weights over four chips of 80 GB and 2 TB/s: all kinds of time but drafts and transfers.
inline core::SystemResult fourChipsResult()
{
    core::Workload workload = together(3, 2048, 200);
    workload.events = { { 0.5, 5000, 30 } };
    return resultOf(fourChips(), workload);
}

/// The same weights before one chip.
inline core::SystemResult overflowResult()
{
    return resultOf(plainMachine(llama70b(), 1), together(1, 1024, 64));
}

/// Speculation, and pools of different chips with a transfer between them: every part of the breakdown.
inline core::SystemResult everyPartResult()
{
    core::SystemResult result = fourChipsResult();
    result.report.breakdown = { 4e-3, 3e-3, 2e-3, 1.5e-3, 1e-3, 0.5e-3, 0.25e-3, 0.125e-3 };
    result.report.tpotS = result.report.breakdown.total();
    return result;
}

/// Weights that are wiring: neither arithmetic nor a door is published.
inline core::SystemResult circuitResult()
{
    core::SystemResult result = fourChipsResult();
    for (core::Phase* phase : { &result.report.prefill, &result.report.decode }) {
        phase->peakFlops.reset();
        phase->peakBandwidth.reset();
        phase->flopPerByte = 0;
    }
    return result;
}

/// Shown as the window shows it: in a scrolling area that gives it a width and takes its height.
struct ShownColumn
{
    QScrollArea area;
    ui::InsightColumn& widget;

    explicit ShownColumn(const core::SystemResult& result, const ui::Theme& theme = ui::Theme::darkTheme(),
        QSize size = { 320, 900 })
        : widget(*new ui::InsightColumn) // owned by the area
    {
        area.setWidgetResizable(true);
        area.setFrameShape(QFrame::NoFrame);
        area.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        area.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // keeps the width that a test asks for
        area.setWidget(&widget);
        area.resize(size);
        area.show();
        widget.setTheme(theme);
        show(result);
    }

    void show(const core::SystemResult& result)
    {
        widget.setResult(result.report, result.run);
        QCoreApplication::processEvents();
    }

    template <typename T = QWidget> [[nodiscard]] T* find(const QString& name) const
    {
        return widget.findChild<T*>(name);
    }
};

} // namespace memwall::tests
