// A switch of the toolbar: a track with a knob and a word beside it, in the toolbar's chip. Space, Enter
// and a click toggle it. The knob slides unless the platform asks for no animations.
#pragma once

#include "widgets/theme/theme.h"

#include <QAbstractButton>
#include <QVariantAnimation>

namespace memwall::ui
{

class ToggleSwitch : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ToggleSwitch(const QString& word, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setCompact(bool compact); ///< its word in small letters, close to the track
    [[nodiscard]] bool isCompact() const { return m_compact; }
    [[nodiscard]] int widthFor(bool compact) const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] double padding(bool compact) const;
    void moveKnob(bool on);
    void paintTrack(QPainter& painter, const QRectF& track) const;

    Theme m_theme = Theme::darkTheme();
    QVariantAnimation m_knob;
    double m_position = 0; ///< 0 off … 1 on
    bool m_compact = false;
};

} // namespace memwall::ui
