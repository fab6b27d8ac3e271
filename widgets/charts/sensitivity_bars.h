// What twice of each resource would buy: one bar per resource, on a scale whose end is half the time.
#pragma once

#include "core/figures/report.h"
#include "widgets/theme/theme.h"

#include <QWidget>

#include <vector>

namespace memwall::ui
{

/// One bar: the share of the time that is saved; below zero where it takes longer.
struct SavingBar
{
    QString name;
    double saved = 0;
};

[[nodiscard]] std::vector<SavingBar> savingBars(const core::Sensitivity& change);
/// Of the time per token; of the time to the first one where there is no other.
[[nodiscard]] std::vector<SavingBar> savingBars(const core::Report& report);

/// A saving has a minus sign, as the time gets shorter: "−44 %".
[[nodiscard]] QString changeText(double saved);

class SensitivityBars : public QWidget
{
    Q_OBJECT
public:
    explicit SensitivityBars(QWidget* parent = nullptr);

    /// shown: of the time per token, or of that to the first one.
    void setReport(const core::Report& report, const core::Sensitivity& shown);
    void setTheme(const Theme& theme);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] double rowHeight() const;

    Theme m_theme;
    std::vector<SavingBar> m_bars;
};

} // namespace memwall::ui
