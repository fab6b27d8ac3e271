// A paint device that draws nothing and remembers every text with its rectangle: labels can be asked for
// their bounds as they were painted.
#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>

#include <vector>

namespace memwall::test
{

struct PaintedText
{
    QString text;
    QRectF rect; ///< of the ink's line, in device coordinates
};

class TextRecorder : public QPaintEngine
{
public:
    TextRecorder()
        : QPaintEngine(AllFeatures)
    {
    }

    std::vector<PaintedText> texts;

    bool begin(QPaintDevice* /*device*/) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState& changed) override
    {
        if (changed.state() & DirtyTransform)
            m_transform = changed.transform();
    }
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override { }
    void drawPath(const QPainterPath&) override { }
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override { }
    void drawPolygon(const QPoint*, int, PolygonDrawMode) override { }
    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        const QRectF line { at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent() };
        const QRectF rect = m_transform.mapRect(line);
        // One line of text may come in several items of different fonts.
        if (!texts.empty() && std::abs(texts.back().rect.right() - rect.left()) < 0.6
            && std::abs(texts.back().rect.top() - rect.top()) < 3)
            texts.back() = { texts.back().text + item.text(), texts.back().rect.united(rect) };
        else if (!item.text().trimmed().isEmpty())
            texts.push_back({ item.text(), rect });
    }
    Type type() const override { return User; }

private:
    QTransform m_transform;
};

class TextDevice : public QPaintDevice
{
public:
    explicit TextDevice(QSize size)
        : m_size { size }
    {
    }

    QPaintEngine* paintEngine() const override { return &m_engine; }
    [[nodiscard]] const std::vector<PaintedText>& texts() const { return m_engine.texts; }

protected:
    int metric(PaintDeviceMetric which) const override
    {
        constexpr int kDpi = 96;
        switch (which) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmWidthMM:
            return m_size.width() * 254 / (kDpi * 10);
        case PdmHeightMM:
            return m_size.height() * 254 / (kDpi * 10);
        case PdmNumColors:
            return 1 << 24;
        case PdmDepth:
            return 32;
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return kDpi;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        default:
            return 0;
        }
    }

private:
    QSize m_size;
    mutable TextRecorder m_engine;
};

} // namespace memwall::test
