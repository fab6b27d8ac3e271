// How far apart two colours look (CIE Lab 1976, D65) to normal and to colour-blind eyes (Machado,
// Oliveira and Fernandes 2009, severity 1, on linear RGB), and their WCAG contrast. For tests.
#pragma once

#include <QColor>

#include <array>
#include <cmath>

namespace memwall::ui
{

enum class Vision
{
    Normal,
    Protan,
    Deutan,
    Tritan,
};

inline constexpr std::array kAllVisions { Vision::Normal, Vision::Protan, Vision::Deutan, Vision::Tritan };

inline const char* nameOf(Vision vision)
{
    constexpr std::array kNames { "normal", "protan", "deutan", "tritan" };
    return kNames[static_cast<std::size_t>(vision)];
}

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

inline Triple times(const Matrix& m, const Triple& v)
{
    Triple result {};
    for (std::size_t row = 0; row < 3; ++row)
        result[row] = m[row][0] * v[0] + m[row][1] * v[1] + m[row][2] * v[2];
    return result;
}

inline Triple linearRgb(const QColor& color)
{
    const auto linear = [](int byte) {
        const double value = byte / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return { linear(color.red()), linear(color.green()), linear(color.blue()) };
}

inline Triple seenBy(Vision vision, const Triple& rgb)
{
    constexpr std::array<Matrix, 4> kSeen { {
        { { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
        { { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 },
            { -0.003882, -0.048116, 1.051998 } } },
        { { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 },
            { -0.011820, 0.042940, 0.968881 } } },
        { { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 },
            { 0.004733, 0.691367, 0.303900 } } },
    } };
    Triple seen = times(kSeen.at(static_cast<std::size_t>(vision)), rgb);
    for (double& channel : seen)
        channel = std::fmin(1.0, std::fmax(0.0, channel));
    return seen;
}

inline Triple labOf(const Triple& rgb)
{
    constexpr Matrix kToXyz { { { 0.4124564, 0.3575761, 0.1804375 }, { 0.2126729, 0.7151522, 0.0721750 },
        { 0.0193339, 0.1191920, 0.9503041 } } };
    constexpr Triple kWhite { 0.95047, 1.0, 1.08883 };
    Triple f = times(kToXyz, rgb);
    for (std::size_t i = 0; i < 3; ++i) {
        const double share = f[i] / kWhite[i];
        f[i] = share > 216.0 / 24389.0 ? std::cbrt(share) : (24389.0 / 27.0 * share + 16.0) / 116.0;
    }
    return { 116.0 * f[1] - 16.0, 500.0 * (f[0] - f[1]), 200.0 * (f[1] - f[2]) };
}

inline double labDistance(const QColor& a, const QColor& b, Vision vision)
{
    const Triple labA = labOf(seenBy(vision, linearRgb(a)));
    const Triple labB = labOf(seenBy(vision, linearRgb(b)));
    return std::hypot(labA[0] - labB[0], labA[1] - labB[1], labA[2] - labB[2]);
}

inline double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& color) {
        const Triple rgb = linearRgb(color);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    };
    const double la = luminance(a), lb = luminance(b);
    return (std::fmax(la, lb) + 0.05) / (std::fmin(la, lb) + 0.05);
}

} // namespace memwall::ui
