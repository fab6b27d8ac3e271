// The two windows that say how far to trust a number: where a headline figure comes from, and all published
// points predicted against measured. Made when first asked for; they follow the system on screen.
#pragma once

#include "app/background/model_checker.h"
#include "core/validate/nearest.h"
#include "widgets/theme/theme.h"

#include <QPointer>

class QDialog;
class QWidget;

namespace memwall::ui
{
class OriginView;
class ScatterView;
}

namespace memwall::app
{

class TrustWindows : public QObject
{
    Q_OBJECT
public:
    /// Window and catalog must outlive it.
    TrustWindows(const core::Catalog& catalog, const QString& measurementsFile, QWidget& window);

    void setSystem(
        const core::System& system, const core::Workload& workload, const core::SystemResult& result);
    void setTheme(const ui::Theme& theme);

    void showOrigin(core::Headline headline);
    void showMeasurements();

private:
    QDialog* dialogFor(QWidget* view, const QString& title, QSize size);
    void updateOrigins();
    void updateRings();
    void takeCheck();
    [[nodiscard]] std::vector<core::NearestPoint> nearestTo(core::Headline headline) const;

    const core::Catalog& m_catalog;
    QWidget& m_window;
    ModelChecker m_checker;
    core::System m_system;
    core::Workload m_workload;
    core::SystemResult m_result; ///< run is null before the first
    ui::Theme m_theme;
    QPointer<ui::OriginView> m_origin; ///< lives in its dialog, which deletes itself when closed
    QPointer<ui::ScatterView> m_measurements;
};

} // namespace memwall::app
