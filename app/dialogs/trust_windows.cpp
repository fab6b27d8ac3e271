#include "app/dialogs/trust_windows.h"

#include "app/dialogs/chart_files.h"
#include "widgets/charts/scatter_view.h"
#include "widgets/insight/origin_view.h"
#include "widgets/plots/chart_actions.h"

#include <QDialog>
#include <QScreen>
#include <QVBoxLayout>

namespace memwall::app
{

namespace
{

constexpr QSize kOriginSize { 980, 720 };
constexpr QSize kMeasurementsSize { 980, 760 };
constexpr std::size_t kNearest = 5;

} // namespace

TrustWindows::TrustWindows(const core::Catalog& catalog, const QString& measurementsFile, QWidget& window)
    : m_catalog(catalog)
    , m_window(window)
    , m_checker(catalog, measurementsFile)
{
    connect(&m_checker, &ModelChecker::finished, this, &TrustWindows::takeCheck);
    connect(&m_checker, &ModelChecker::failed, this, [this](const QString& sentence) {
        if (m_measurements)
            m_measurements->setNotice(tr("The published measurements cannot be shown. %1").arg(sentence));
    });
}

void TrustWindows::setSystem(
    const core::System& system, const core::Workload& workload, const core::SystemResult& result)
{
    m_system = system;
    m_workload = workload;
    m_result = result;
    updateOrigins();
    updateRings();
}

void TrustWindows::setTheme(const ui::Theme& theme)
{
    m_theme = theme;
    if (m_origin)
        m_origin->setTheme(theme);
    if (m_measurements)
        m_measurements->setTheme(theme);
}

void TrustWindows::showOrigin(core::Headline headline)
{
    if (!m_origin) {
        m_origin = new ui::OriginView;
        QDialog* dialog = dialogFor(m_origin, tr("Where does this number come from?"), kOriginSize);
        dialog->setObjectName(QStringLiteral("originWindow"));
        connect(m_origin, &ui::OriginView::measurementsRequested, this, &TrustWindows::showMeasurements);
        m_origin->setTheme(m_theme);
        updateOrigins();
        m_checker.start();
        dialog->show();
    }
    m_origin->show(headline);
    m_origin->window()->raise();
    m_origin->window()->activateWindow();
}

void TrustWindows::showMeasurements()
{
    if (!m_measurements) {
        m_measurements = new ui::ScatterView;
        QDialog* dialog = dialogFor(m_measurements, tr("Predicted against measured"), kMeasurementsSize);
        dialog->setObjectName(QStringLiteral("measurementsWindow"));
        connect(m_measurements, &ui::ScatterView::saveRequested, m_measurements,
            [view = m_measurements.data()](const ui::ChartFile& file) { saveChart(file, *view); });
        m_measurements->setTheme(m_theme);
        m_measurements->setNotice(tr("The measurements are being worked out…"));
        if (m_checker.check())
            takeCheck();
        m_checker.start();
        dialog->show();
    }
    m_measurements->window()->raise();
    m_measurements->window()->activateWindow();
}

QDialog* TrustWindows::dialogFor(QWidget* view, const QString& title, QSize size)
{
    auto* dialog = new QDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    const int edge = static_cast<int>(m_theme.px(16));
    auto* layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->addWidget(view);
    const QSize room = m_window.screen()->availableGeometry().size() * 0.95;
    dialog->resize((QSizeF(size) * m_theme.scale).toSize().boundedTo(room));
    return dialog;
}

void TrustWindows::takeCheck()
{
    if (m_measurements)
        m_measurements->setCheck(m_checker.check(), m_catalog);
    updateOrigins();
    updateRings();
}

std::vector<core::NearestPoint> TrustWindows::nearestTo(core::Headline headline) const
{
    if (!m_checker.check() || !m_result.run)
        return {};
    return core::nearestMeasurements(*m_checker.check(), m_system, m_result, m_catalog, headline, kNearest);
}

void TrustWindows::updateOrigins()
{
    if (!m_origin || !m_result.run)
        return;
    ui::Origins origins { QString::fromStdString(m_system.name), {}, m_checker.check(), &m_catalog };
    for (core::Origin& figure : core::originOf(m_system, m_workload, m_catalog, m_result)) {
        std::vector<core::NearestPoint> nearest = nearestTo(figure.headline);
        origins.figures.push_back({ std::move(figure), std::move(nearest) });
    }
    m_origin->setOrigins(std::move(origins));
}

void TrustWindows::updateRings()
{
    if (!m_measurements)
        return;
    std::vector<std::size_t> ringed;
    for (const core::Headline headline :
        { core::Headline::Tpot, core::Headline::Ttft, core::Headline::Throughput })
        for (const core::NearestPoint& point : nearestTo(headline))
            ringed.push_back(point.index);
    m_measurements->setRinged(std::move(ringed));
}

} // namespace memwall::app
