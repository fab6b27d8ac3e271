// A paint device that writes SVG. Unlike Qt's generator it clips: by geometry, so that every viewer shows the
// same, and its text keeps its width where the reader's computer lacks the font.
#pragma once

#include <QByteArray>
#include <QPaintDevice>
#include <QSize>
#include <QString>

#include <memory>

namespace memwall::ui
{

class SvgEngine;

class SvgDevice : public QPaintDevice
{
public:
    SvgDevice(QSize size, QString title, QString maker);
    ~SvgDevice() override;

    /// The whole document. REQUIRES: no painter is active on the device.
    [[nodiscard]] QByteArray document() const;

    [[nodiscard]] QPaintEngine* paintEngine() const override;

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override;

private:
    QSize m_size;
    QString m_title, m_maker;
    std::unique_ptr<SvgEngine> m_engine;
};

} // namespace memwall::ui
