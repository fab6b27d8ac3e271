// What every chart can give away: its picture and its values. Saving and copying are made of this alone.
#pragma once

#include <QString>

#include <string>

class QWidget;

namespace memwall::ui
{

class ChartSource
{
public:
    virtual ~ChartSource() = default;

    /// For people, and for the name of a file.
    [[nodiscard]] virtual QString chartName() const = 0;
    /// The widget whose look is the picture.
    [[nodiscard]] virtual QWidget& chartPicture() = 0;
    /// The values shown, with units in the head.
    [[nodiscard]] virtual std::string chartCsv() const = 0;
};

} // namespace memwall::ui
