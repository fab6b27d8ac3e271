#include "widgets/charts/scatter_marks.h"

#include <qcustomplot.h>

#include <array>
#include <cmath>

namespace memwall::ui
{

namespace
{

class WideTicker : public QCPAxisTickerLog
{
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        static const std::array<const char16_t*, 9> kLetters { u"n", u"µ", u"m", u"", u"k", u"M", u"G", u"T",
            u"P" };
        const double step = std::clamp(std::floor(std::log10(tick) / 3 + 1e-9), -3.0, 5.0);
        return QString::number(tick / std::pow(1000.0, step), 'g', 3)
            + QString::fromUtf16(kLetters[static_cast<std::size_t>(step + 3)]);
    }
};

struct Mark
{
    QCPScatterStyle::ScatterShape shape;
    core::Kind kind;
};

/// Figures that weights decide have the colour of weights, and so on.
Mark markFor(core::FigureKind kind)
{
    switch (kind) {
    case core::FigureKind::Decode:
        return { QCPScatterStyle::ssDisc, core::Kind::Weights };
    case core::FigureKind::Prefill:
        return { QCPScatterStyle::ssSquare, core::Kind::Activations };
    case core::FigureKind::Throughput:
        return { QCPScatterStyle::ssTriangle, core::Kind::KvCache };
    case core::FigureKind::Collectives:
        return { QCPScatterStyle::ssDiamond, core::Kind::Communication };
    case core::FigureKind::Speculation:
        return { QCPScatterStyle::ssTriangleInverted, core::Kind::Draft };
    case core::FigureKind::Operators:
        return { QCPScatterStyle::ssCross, core::Kind::Weights };
    case core::FigureKind::EndToEnd:
        return { QCPScatterStyle::ssPlus, core::Kind::KvCache };
    case core::FigureKind::Bandwidth:
        return { QCPScatterStyle::ssStar, core::Kind::Activations };
    case core::FigureKind::Transfer:
    case core::FigureKind::Unknown:
        break;
    }
    return { QCPScatterStyle::ssPlusCircle, core::Kind::Communication };
}

} // namespace

QCPScatterStyle markOf(core::FigureKind kind, bool filled, const Theme& theme)
{
    const Mark mark = markFor(kind);
    QColor colour = theme.color(mark.kind);
    const bool disc = mark.shape == QCPScatterStyle::ssDisc;
    QColor inner = colour;
    inner.setAlphaF(0.75F);
    QCPScatterStyle style(disc ? QCPScatterStyle::ssCircle : mark.shape, QPen(colour, theme.px(1.2)),
        filled ? QBrush(inner) : QBrush(Qt::NoBrush), theme.px(7));
    if (!filled) { // hollow shapes are lighter than filled ones: they should not crowd them out
        colour.setAlphaF(0.8F);
        style.setPen(QPen(colour, theme.px(1)));
    }
    return style;
}

QSharedPointer<QCPAxisTicker> wideTicker()
{
    return QSharedPointer<WideTicker>::create();
}

void styleLegend(QCustomPlot& plot, const Theme& theme)
{
    plot.legend->setVisible(true);
    plot.legend->setFont(theme.font(TextRole::Caption));
    plot.legend->setTextColor(theme.text);
    const int icon = static_cast<int>(std::lround(theme.px(22)));
    plot.legend->setIconSize(icon, icon);
    plot.legend->setBrush(theme.panel);
    plot.legend->setBorderPen(QPen(theme.line, 1));
    plot.axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignRight | Qt::AlignBottom);
    plot.axisRect()->setBackground(theme.panel);
    plot.setBackground(theme.window);
}

} // namespace memwall::ui
