#include "app/background/measure_text.h"

#include "app/probe/chip_json.h"
#include "core/base/number_text.h"
#include "widgets/base/format.h"
#include "widgets/base/text_table.h"

#include <QDate>

#include <cmath>

namespace memwall::app
{

namespace
{

QString scatterOf(const probe::Figure& figure)
{
    return QStringLiteral("±%1 %").arg(std::lround(figure.scatter * 100));
}

QString nanoseconds(double seconds)
{
    return QString::fromStdString(core::fixedText(seconds * 1e9, 4));
}

QString levelsTable(const probe::Measurement& measurement)
{
    QVector<QStringList> rows { { QStringLiteral("level"), QStringLiteral("size"), QStringLiteral("reading"),
        QStringLiteral("scatter") } };
    for (const probe::LevelFigure& level : measurement.levels)
        rows.push_back({ QString::fromStdString(level.name),
            level.capacityBytes ? ui::formatBytes(*level.capacityBytes) : QString(),
            ui::formatRate(level.bandwidth.median), scatterOf(level.bandwidth) });
    rows.push_back({ QStringLiteral("fp32 multiply-adds"), QString(),
        ui::formatFlops(measurement.flops.median), scatterOf(measurement.flops) });
    return ui::aligned(rows);
}

QString kernelsTable(const probe::Measurement& measurement)
{
    QVector<QStringList> rows { { QStringLiteral("decode kernel"), QStringLiteral("ns a weight"),
        QStringLiteral("scatter"), QStringLiteral("bytes over bandwidth"), QStringLiteral("model") } };
    for (const probe::KernelFigure& kernel : measurement.kernels) {
        const double size = probe::bytesPerWeight(kernel.format);
        rows.push_back({ QString::fromUtf8(probe::idOf(kernel.format)),
            nanoseconds(kernel.seconds.median / kernel.weights), scatterOf(kernel.seconds),
            nanoseconds(size / measurement.memory().bandwidth.median),
            nanoseconds(measurement.decode.secondsPerWeight(size)) });
    }
    return ui::aligned(rows)
        + QStringLiteral("Model: bytes at %1, and %2 ns for every weight beside them.\n")
              .arg(ui::formatRate(1 / measurement.decode.perByte), nanoseconds(measurement.decode.perWeight));
}

nlohmann::ordered_json speedsJson(const std::vector<ModelSpeed>& speeds)
{
    auto list = nlohmann::ordered_json::array();
    for (const ModelSpeed& speed : speeds) {
        nlohmann::ordered_json one { { "model", speed.id.text() }, { "name", speed.name },
            { "total_params", speed.parameters } };
        for (std::size_t i = 0; i < kSpeedFormats.size(); ++i) {
            const auto& format = speed.formats[i];
            one[kSpeedFormats[i].text()] = format
                ? nlohmann::ordered_json { { "tokens_per_s", format->tokensPerS }, { "low", format->low },
                      { "high", format->high } }
                : nlohmann::ordered_json();
        }
        list.push_back(std::move(one));
    }
    return list;
}

} // namespace

QString figuresTable(const probe::Measurement& measurement)
{
    QString text = QStringLiteral("%1, %2 of %3 processors, %4\n\n")
                       .arg(QString::fromStdString(measurement.computer.name))
                       .arg(measurement.threads)
                       .arg(measurement.computer.processors)
                       .arg(QString::fromStdString(measurement.instructions));
    text += levelsTable(measurement) + u'\n' + kernelsTable(measurement);
    for (const std::string& warning : measurement.warnings)
        text += QStringLiteral("\nWarning: %1\n").arg(QString::fromStdString(warning));
    return text;
}

QString speedsTable(const std::vector<ModelSpeed>& speeds)
{
    if (speeds.empty())
        return QStringLiteral("No model of the catalog fits into this computer's memory.\n");
    QVector<QStringList> rows { { QStringLiteral("tokens/s, one user"), QStringLiteral("parameters") } };
    for (const core::FormatId& format : kSpeedFormats)
        rows.front() << QString::fromStdString(format.text()) << QStringLiteral("range");
    for (const ModelSpeed& speed : speeds) {
        QStringList row { QString::fromStdString(speed.name),
            QStringLiteral("%1 B").arg(ui::formatNumber(speed.parameters / 1e9)) };
        for (const auto& format : speed.formats) {
            row << (format ? ui::formatNumber(format->tokensPerS) : QStringLiteral("–"));
            row << (format ? QStringLiteral("%1–%2").arg(
                        ui::formatNumber(format->low), ui::formatNumber(format->high))
                           : QString());
        }
        rows.push_back(row);
    }
    return ui::aligned(rows);
}

nlohmann::ordered_json measureJson(const nlohmann::ordered_json& chip, const probe::Measurement& measurement,
    const std::vector<ModelSpeed>& speeds)
{
    const std::string date = QDate::currentDate().toString(Qt::ISODate).toStdString();
    return { { "chip", chip }, { "measurement", probe::figuresJson(measurement, date) },
        { "predictions", speedsJson(speeds) } };
}

} // namespace memwall::app
