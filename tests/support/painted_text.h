// A paint device that draws nothing and remembers every text with its rectangle: labels can be asked for
// their bounds as they were painted.
#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include <span>
#include <vector>

namespace memwall::test
{

struct PaintedText
{
    QString text;
    QRectF rect; ///< of the ink's line, in device coordinates
    bool covered = false; ///< something opaque was painted over a part of it later
    QColor color {}; ///< of its letters
};

class TextRecorder : public QPaintEngine
{
public:
    explicit TextRecorder(Type type)
        : QPaintEngine(AllFeatures)
        , m_type { type }
    {
    }

    std::vector<PaintedText> texts;

    bool begin(QPaintDevice* /*device*/) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState& changed) override
    {
        if (changed.state() & DirtyTransform)
            m_transform = changed.transform();
        if (changed.state() & DirtyBrush)
            m_brush = changed.brush();
        if (changed.state() & DirtyPen)
            m_color = changed.pen().color();
    }
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override { }
    void drawPath(const QPainterPath& path) override { cover(path.boundingRect()); }
    void drawRects(const QRectF* rects, int count) override
    {
        for (const QRectF& rect : std::span(rects, static_cast<std::size_t>(count)))
            cover(rect);
    }
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override { }
    void drawPolygon(const QPoint*, int, PolygonDrawMode) override { }
    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        const QRectF line { at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent() };
        const QRectF rect = m_transform.mapRect(line);
        // One line of text may come in several items of different fonts.
        if (!texts.empty() && std::abs(texts.back().rect.right() - rect.left()) < 0.6
            && std::abs(texts.back().rect.top() - rect.top()) < 3)
            texts.back()
                = { texts.back().text + item.text(), texts.back().rect.united(rect), false, m_color };
        else if (!item.text().trimmed().isEmpty())
            texts.push_back({ item.text(), rect, false, m_color });
    }
    Type type() const override { return m_type; }

private:
    void cover(const QRectF& shape)
    {
        if (m_brush.style() != Qt::SolidPattern || m_brush.color().alpha() < 255)
            return;
        const QRectF rect = m_transform.mapRect(shape);
        for (PaintedText& text : texts) {
            const QRectF both = text.rect.intersected(rect);
            // Empty leading above and below the ink may lie under something.
            text.covered |= both.width() > 1 && both.height() > 0.3 * text.rect.height();
        }
    }

    Type m_type;
    QTransform m_transform;
    QBrush m_brush;
    QColor m_color;
};

class TextDevice : public QPaintDevice
{
public:
    /// As SVG it gets what widgets would else paint from pixmaps that they keep.
    explicit TextDevice(QSize size, QPaintEngine::Type type = QPaintEngine::User)
        : m_size { size }
        , m_engine { type }
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
