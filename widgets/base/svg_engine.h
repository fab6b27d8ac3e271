// What a painter on an SvgDevice does, as SVG elements. Internal to svg_device.
#pragma once

#include <QBrush>
#include <QByteArray>
#include <QPaintEngine>
#include <QPainterPath>
#include <QStringList>
#include <QTransform>

#include <optional>

namespace memwall::ui
{

class SvgEngine : public QPaintEngine
{
public:
    SvgEngine();

    [[nodiscard]] const QByteArray& content() const { return m_content; }

    [[nodiscard]] const QByteArray& styles() const { return m_styles; }

    using QPaintEngine::drawPolygon; // of whole numbers: those of the base end here
    using QPaintEngine::drawRects;
    bool begin(QPaintDevice* device) override;
    bool end() override { return true; }
    void updateState(const QPaintEngineState& next) override;
    void drawPath(const QPainterPath& path) override;
    void drawRects(const QRectF* rects, int count) override;
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override;
    void drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source) override;
    void drawTextItem(const QPointF& point, const QTextItem& item) override;
    [[nodiscard]] Type type() const override { return SVG; }

private:
    /// What is seen of a shape in the device's coordinates.
    enum class Seen : std::uint8_t
    {
        Nothing,
        Part,
        All,
    };

    void clip(const QPainterPath& path, Qt::ClipOperation operation);
    /// Clips of the painter and of the widget that is rendered; absent: everything is seen.
    [[nodiscard]] std::optional<QPainterPath> clipNow() const;
    [[nodiscard]] static Seen seen(const QRectF& bounds, const std::optional<QPainterPath>& clip);
    void fill(const QPainterPath& path); ///< both in the device's coordinates
    void stroke(const QPainterPath& path);
    void addShape(const QPainterPath& path, const QByteArray& paint);
    [[nodiscard]] QByteArray paintOf(const char* what, const QColor& color) const;
    /// The class of a font's texts, whose style names what may stand in.
    [[nodiscard]] QByteArray classOf(const QFont& font);
    [[nodiscard]] QByteArray textureOf(const QBrush& brush);
    /// Puts an element into a group that shows only the clip's part of it.
    void addClipped(const QByteArray& element, const QRectF& bounds);

    QByteArray m_content;
    QTransform m_transform;
    std::optional<QPainterPath> m_clip;
    bool m_clips = false;
    QStringList m_families;
    QByteArray m_styles;
    int m_names = 0; ///< of what is defined, counted
};

} // namespace memwall::ui
