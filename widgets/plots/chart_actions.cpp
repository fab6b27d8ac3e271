#include "widgets/plots/chart_actions.h"

#include "widgets/plots/chart_export.h"
#include "widgets/plots/chart_source.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QRegularExpression>

namespace memwall::ui
{

namespace
{

constexpr double kForPrint = 2; ///< pixels of a saved picture per pixel on screen

/// "Where one token's time goes" → "where-one-tokens-time-goes".
QString fileName(const QString& name)
{
    static const QRegularExpression kApostrophes(QStringLiteral("['’]"));
    static const QRegularExpression kOthers(QStringLiteral("[^\\p{L}\\p{N}]+"));
    QString plain = name.toLower().remove(kApostrophes).replace(kOthers, QStringLiteral(" "));
    return plain.trimmed().replace(u' ', u'-');
}

} // namespace

ChartActions::ChartActions(ChartSource& source, QWidget& widget, Qt::ShortcutContext where)
    : QObject(&widget)
    , m_source(source)
    , m_copy(
          add(tr("&Copy picture and values"), QStringLiteral("Ctrl+C"), QStringLiteral("copyChart"), where))
{
    m_saves = { add(tr("Save as &PNG…"), QStringLiteral("Ctrl+Alt+P"), QStringLiteral("savePng"), where),
        add(tr("Save as &SVG…"), QStringLiteral("Ctrl+Alt+S"), QStringLiteral("saveSvg"), where),
        add(tr("Save &values as CSV…"), QStringLiteral("Ctrl+Alt+V"), QStringLiteral("saveCsv"), where) };
    widget.addAction(m_copy);
    widget.addActions(m_saves);
    widget.setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_copy, &QAction::triggered, this, &ChartActions::copy);
    for (int i = 0; i < m_saves.size(); ++i) {
        static const QStringList kSuffixes { QStringLiteral("png"), QStringLiteral("svg"),
            QStringLiteral("csv") };
        connect(m_saves[i], &QAction::triggered, this, [this, suffix = kSuffixes[i]] { save(suffix); });
    }
}

QAction* ChartActions::add(
    const QString& text, const QString& keys, const QString& name, Qt::ShortcutContext where)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(QKeySequence(keys));
    action->setShortcutContext(where);
    return action;
}

void ChartActions::copy()
{
    auto* data = new QMimeData;
    data->setImageData(chartImage(m_source, kForPrint));
    const std::string csv = m_source.chartCsv();
    data->setText(QString::fromStdString(csv));
    data->setData(QStringLiteral("text/csv"), QByteArray::fromStdString(csv));
    data->setData(QStringLiteral("image/svg+xml"), chartSvg(m_source));
    QGuiApplication::clipboard()->setMimeData(data);
}

void ChartActions::save(const QString& suffix)
{
    ChartFile file;
    file.suffix = suffix;
    file.name = fileName(m_source.chartName()) + u'.' + suffix;
    if (suffix == QStringLiteral("png")) {
        file.title = tr("Save as picture");
        file.filter = tr("Pictures (*.png)");
        file.bytes = chartPng(m_source, kForPrint);
    } else if (suffix == QStringLiteral("svg")) {
        file.title = tr("Save as drawing");
        file.filter = tr("Drawings (*.svg)");
        file.bytes = chartSvg(m_source);
    } else {
        file.title = tr("Save values");
        file.filter = tr("Tables (*.csv)");
        file.bytes = QByteArray::fromStdString(m_source.chartCsv());
    }
    emit saveRequested(file);
}

} // namespace memwall::ui
