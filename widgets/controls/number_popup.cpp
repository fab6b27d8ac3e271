#include "widgets/controls/number_popup.h"

#include "widgets/controls/choice_popup.h"

#include <QGridLayout>
#include <QLabel>
#include <QSlider>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

int valueAt(int position, int most)
{
    if (position >= kLogSteps)
        return most;
    const double value = std::pow(double(most), double(position) / kLogSteps);
    const double step = std::max(1.0, std::pow(10.0, std::floor(std::log10(value)) - 1));
    return std::clamp(static_cast<int>(std::lround(value / step) * std::lround(step)), 1, most);
}

int positionOf(int value, int most)
{
    if (most <= 1)
        return 0;
    const double share = std::log(double(std::clamp(value, 1, most))) / std::log(double(most));
    return static_cast<int>(std::lround(share * kLogSteps));
}

NumberPopup::NumberPopup(const QString& name, const QString& title, QWidget* parent)
    : QFrame { parent, Qt::Popup }
    , m_title { new QLabel { title, this } }
    , m_limit { new QLabel { this } }
    , m_slider { new QSlider { Qt::Horizontal, this } }
    , m_exact { new QSpinBox { this } }
{
    setObjectName(name);
    setAccessibleName(title);
    m_slider->setObjectName(QString { name + u"Slider" });
    m_slider->setAccessibleName(title);
    m_slider->setToolTip(tr("Drag: each step to the right multiplies"));
    m_slider->setRange(0, kLogSteps);
    m_slider->setSingleStep(20);
    m_slider->setPageStep(100);
    m_exact->setObjectName(QString { name + u"Exact" });
    m_exact->setAccessibleName(tr("%1, exact number").arg(title));
    m_exact->setToolTip(tr("The exact number"));
    m_exact->setKeyboardTracking(false);
    m_exact->setGroupSeparatorShown(true);
    auto* grid = new QGridLayout { this };
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_limit, 0, 1, Qt::AlignRight);
    grid->addWidget(m_slider, 1, 0);
    grid->addWidget(m_exact, 1, 1);
    connect(m_slider, &QSlider::sliderPressed, this, [this] { ++m_gesture; });
    connect(m_slider, &QSlider::valueChanged, this, [this](int position) {
        const int value = valueAt(position, m_most);
        if (value == m_value)
            return;
        m_value = value;
        const QSignalBlocker blocker { m_exact };
        m_exact->setValue(value);
        emit valueRequested(value, QStringLiteral("%1-%2").arg(objectName()).arg(m_gesture));
    });
    connect(m_exact, &QSpinBox::valueChanged, this, [this](int value) {
        m_value = value;
        const QSignalBlocker blocker { m_slider };
        m_slider->setValue(positionOf(value, m_most));
        emit valueRequested(value, {});
    });
}

void NumberPopup::setTheme(const Theme& theme)
{
    m_theme = theme;
    setStyleSheet(popupStyle(theme));
    const int margin = static_cast<int>(std::lround(theme.px(12)));
    layout()->setContentsMargins(margin, margin, margin, margin);
    layout()->setSpacing(margin / 2);
    m_title->setFont(theme.font(TextRole::BodyStrong));
    m_limit->setFont(theme.font(TextRole::Caption));
    m_exact->setFont(theme.font(TextRole::Body));
    m_slider->setMinimumWidth(static_cast<int>(std::lround(theme.px(240))));
    m_exact->setMinimumWidth(static_cast<int>(std::lround(theme.px(110))));
}

void NumberPopup::setValue(int value, int most)
{
    m_most = std::max(1, most);
    m_value = std::clamp(value, 1, m_most);
    const QSignalBlocker exact { m_exact };
    const QSignalBlocker slider { m_slider };
    m_exact->setRange(1, m_most);
    m_exact->setValue(m_value);
    m_limit->setText(tr("up to %1").arg(QLocale { QLocale::English }.toString(m_most)));
    // The hand on the knob knows better where it is than rounding does.
    if (!m_slider->isSliderDown())
        m_slider->setValue(positionOf(m_value, m_most));
}

void NumberPopup::openBelow(const QWidget& button)
{
    ++m_gesture;
    placeBelow(*this, button, static_cast<int>(std::lround(m_theme.px(4))));
    m_exact->selectAll();
    m_slider->setFocus(Qt::PopupFocusReason);
}

void NumberPopup::hideEvent(QHideEvent* event)
{
    QFrame::hideEvent(event);
    emit closed();
}

} // namespace memwall::ui
