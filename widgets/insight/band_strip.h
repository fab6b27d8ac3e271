// A figure on a logarithmic line: its typical band, the ideal, and where the nearest published measurements
// would put it.
#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace memwall::ui
{

struct BandData
{
    double value = 0;
    std::optional<double> ideal {}, low {}, high {};
    std::vector<double> measured {}; ///< the value times measured over predicted of each
    QString unit {};

    bool operator==(const BandData&) const = default;
};

class BandStrip : public QWidget
{
    Q_OBJECT
public:
    explicit BandStrip(QWidget* parent = nullptr);

    /// Hidden where there is neither a band nor an ideal.
    void setData(const BandData& band);
    void setTheme(const Theme& theme);

    /// Where a value stands, pixels from the left.
    [[nodiscard]] double xOf(double value) const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void findRange();

    BandData m_data;
    Theme m_theme;
    double m_from = 1, m_to = 10;
};

} // namespace memwall::ui
