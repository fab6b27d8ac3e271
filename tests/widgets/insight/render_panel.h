// A card of the insight column alone, as a picture.
#pragma once

#include "widgets/insight/insight_column.h"

#include <QImage>

namespace memwall::tests
{

/// Null for an unknown name.
inline QImage renderPanel(const QString& name, const core::SystemResult& result, core::Instant time,
    const ui::Theme& theme, QSize size, double devicePixelRatio)
{
    const std::unique_ptr<ui::Card> card = ui::cardNamed(name);
    if (!card)
        return {};
    card->setAttribute(Qt::WA_DontShowOnScreen);
    card->setTheme(theme);
    card->setData({ result.report, result.run });
    card->setTime(time);
    // Shown last: legends and plots get their places when the card does, and have their content by then.
    card->resize(size);
    card->show();
    QImage image(size * devicePixelRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(devicePixelRatio);
    image.fill(theme.window);
    card->render(&image);
    return image;
}

} // namespace memwall::tests
