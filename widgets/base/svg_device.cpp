#include "widgets/base/svg_device.h"

#include "core/base/assert.h"
#include "widgets/base/plain_text.h"
#include "widgets/base/svg_engine.h"

namespace memwall::ui
{

SvgDevice::SvgDevice(QSize size, QString title, QString maker)
    : m_size(size)
    , m_title(std::move(title))
    , m_maker(std::move(maker))
    , m_engine(std::make_unique<SvgEngine>())
{
}

SvgDevice::~SvgDevice() = default;

QPaintEngine* SvgDevice::paintEngine() const
{
    return m_engine.get();
}

QByteArray SvgDevice::document() const
{
    MEMWALL_ASSERT(!paintingActive());
    const QByteArray width = QByteArray::number(m_size.width()), height = QByteArray::number(m_size.height());
    QByteArray all = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                     " width=\"";
    all += width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + ' ' + height + "\">\n";
    all += "<title>" + visibleText(m_title).toHtmlEscaped().toUtf8() + "</title>\n";
    all += "<desc>" + visibleText(m_maker).toHtmlEscaped().toUtf8() + "</desc>\n";
    all += "<style>" + m_engine->styles() + "</style>\n";
    return all + m_engine->content() + "</svg>\n";
}

int SvgDevice::metric(PaintDeviceMetric metric) const
{
    constexpr int kDotsPerInch = 96;
    constexpr double kMillimetres = 25.4;
    switch (metric) {
    case PdmWidth:
        return m_size.width();
    case PdmHeight:
        return m_size.height();
    case PdmWidthMM:
        return qRound(m_size.width() * kMillimetres / kDotsPerInch);
    case PdmHeightMM:
        return qRound(m_size.height() * kMillimetres / kDotsPerInch);
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return kDotsPerInch;
    case PdmDepth:
        return 32;
    case PdmNumColors:
        return 1 << 24;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    default:
        return QPaintDevice::metric(metric);
    }
}

} // namespace memwall::ui
