// Explain mode: while it is on, whatever lies under the pointer (or has the keyboard's focus) is explained by
// one sentence, its number, its formula and its source.
#pragma once

#include "core/origin/origin.h"
#include "core/simulate.h"
#include "widgets/base/explanation.h"
#include "widgets/theme/theme.h"

#include <QObject>

class QWidget;

namespace memwall::ui
{
class ExplainCard;
}

namespace memwall::app
{

class Explainer : public QObject
{
    Q_OBJECT
public:
    /// Window and catalog must outlive it.
    Explainer(const core::Catalog& catalog, QWidget& window);

    void setOn(bool on);
    [[nodiscard]] bool isOn() const { return m_on; }
    void setTheme(const ui::Theme& theme);
    void setSystem(
        const core::System& system, const core::Workload& workload, const core::SystemResult& result);

    bool eventFilter(QObject* object, QEvent* event) override;

signals:
    void left(); ///< Escape was pressed

private:
    void explainAt(QPoint global);
    void explainWidget(QWidget* widget, QPointF position);
    [[nodiscard]] ui::Explanation explanationOf(QWidget* widget, QPointF position);
    [[nodiscard]] ui::Explanation ofFigure(core::Headline headline);

    const core::Catalog& m_catalog;
    QWidget& m_window;
    ui::ExplainCard* m_card;
    bool m_on = false;
    core::System m_system;
    core::Workload m_workload;
    core::SystemResult m_result; ///< run is null before the first
    std::vector<core::Origin> m_figures; ///< worked out when first asked for
};

} // namespace memwall::app
