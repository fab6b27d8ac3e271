// "What would it take?": a target at the top, below it one row per resource with how much of it reaches the
// target. Asks for answers and for changes; computes neither.
#pragma once

#include "core/figures/report.h"
#include "core/whatif/target.h"
#include "widgets/theme/theme.h"

#include <QFrame>

#include <array>
#include <optional>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace memwall::ui
{

class NumberField;

class TargetPopup : public QFrame
{
    Q_OBJECT
public:
    explicit TargetPopup(QWidget* parent);

    void setTheme(const Theme& theme);
    /// Today's figures. A target that the user has not touched follows them; anew: nor keeps a touched one.
    void setReport(const core::Report& report, bool anew);
    /// The answers are on their way again.
    void clearRows();
    void setReach(const core::Reach& reach);
    [[nodiscard]] core::Target target() const;
    void openBeside(const QWidget& card);

signals:
    void targetRequested(const memwall::core::Target& target);
    void changeRequested(const memwall::core::Reach& reach);

private:
    struct Row
    {
        QLabel* name = nullptr;
        QLabel* text = nullptr;
        QPushButton* apply = nullptr;
        std::optional<core::Reach> reach;
    };

    void addRow(QGridLayout& grid, core::Resource resource);
    void chooseMetric();
    void showNow();
    [[nodiscard]] core::TargetMetric metric() const;
    [[nodiscard]] double figure(core::TargetMetric metric) const;
    void setDefaultValue();

    Theme m_theme = Theme::darkTheme();
    core::Report m_report;
    QLabel* m_title;
    QComboBox* m_metric;
    NumberField* m_value;
    QLabel* m_unit;
    QLabel* m_said; ///< why a target is not taken
    QLabel* m_now;
    QLabel* m_foot;
    std::array<Row, core::kResources.size()> m_rows;
    bool m_touched = false; ///< the value is the user's own
};

/// What a resource is called in sentences and menus.
[[nodiscard]] QString resourceName(core::Resource resource);

} // namespace memwall::ui
