#include "widgets/inputs/number_popup.h"

#include "widgets/inputs/choice_popup.h"
#include "widgets/inputs/number_field.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr double kSliderWidth = 240, kFieldWidth = 110;

QLabel* sentenceLabel(QWidget* parent, const QString& name)
{
    auto* label = new QLabel { parent };
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->hide();
    return label;
}

void showSentence(QLabel* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

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
    , m_grid { new QGridLayout { this } }
    , m_limit { new QLabel { this } }
    , m_slider { new QSlider { Qt::Horizontal, this } }
    , m_said { sentenceLabel(this, name + u"Refused") }
    , m_note { sentenceLabel(this, name + u"Note") }
{
    setObjectName(name);
    setAccessibleName(title);
    m_slider->setObjectName(QString { name + u"Slider" });
    m_slider->setAccessibleName(title);
    m_slider->setToolTip(tr("Drag: each step to the right multiplies"));
    m_slider->setRange(0, kLogSteps);
    m_slider->setSingleStep(20);
    m_slider->setPageStep(100);
    m_limit->setObjectName(QString { name + u"Range" });
    addRow({ new QLabel { title, this }, new NumberField { name + u"Exact", title, this } }, 0);
    m_grid->addWidget(m_slider, 1, 0);
    m_grid->addWidget(m_limit, 1, 1, Qt::AlignRight);
    m_grid->addWidget(m_said, 2, 0, 1, 2);
    m_grid->addWidget(m_note, 3, 0, 1, 2);
    m_grid->setSizeConstraint(QLayout::SetFixedSize); // sentences come and go
    connect(m_slider, &QSlider::sliderPressed, this, [this] { ++m_gesture; });
    connect(m_slider, &QSlider::valueChanged, this, &NumberPopup::moveSlider);
    connect(m_rows.front().field, &NumberField::numberRequested, this, [this](double value) {
        setSlider(value);
        emit valueRequested(value, {});
    });
}

void NumberPopup::addRow(const Row& row, int line)
{
    m_grid->addWidget(row.caption, line, 0);
    m_grid->addWidget(row.field, line, 1);
    row.caption->setBuddy(row.field);
    row.caption->setTextFormat(Qt::PlainText);
    connect(
        row.field, &NumberField::refused, this, [this](const QString& why) { showSentence(m_said, why); });
    connect(row.field, &NumberField::accepted, this, &NumberPopup::finish);
    m_rows.push_back(row);
}

NumberField* NumberPopup::addField(const QString& name, const QString& caption)
{
    auto* field = new NumberField { name, caption, this };
    addRow({ new QLabel { caption, this }, field }, m_grid->rowCount());
    setTheme(m_theme);
    return field;
}

void NumberPopup::showField(const NumberField& field, bool shown)
{
    const auto row = std::find_if(
        m_rows.begin(), m_rows.end(), [&field](const Row& each) { return each.field == &field; });
    if (row == m_rows.end())
        return;
    row->caption->setVisible(shown);
    row->field->setVisible(shown);
}

/// Return: closes as soon as everything that was typed is taken.
void NumberPopup::finish()
{
    if (std::all_of(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.field->take(); }))
        hide();
}

void NumberPopup::moveSlider(int position)
{
    const int value = valueAt(position, m_most);
    NumberField& field = *m_rows.front().field;
    if (value == field.number())
        return;
    field.setNumber(value, field.range());
    emit valueRequested(value, QStringLiteral("%1-%2").arg(objectName()).arg(m_gesture));
}

void NumberPopup::setTheme(const Theme& theme)
{
    m_theme = theme;
    setStyleSheet(popupStyle(theme));
    const int margin = static_cast<int>(std::lround(theme.px(12)));
    m_grid->setContentsMargins(margin, margin, margin, margin);
    m_grid->setSpacing(margin / 2);
    for (const Row& row : m_rows) {
        row.caption->setFont(theme.font(&row == &m_rows.front() ? TextRole::BodyStrong : TextRole::Body));
        row.field->setFont(theme.font(TextRole::Body));
        row.field->setMinimumWidth(static_cast<int>(std::lround(theme.px(kFieldWidth))));
    }
    m_limit->setFont(theme.font(TextRole::Caption));
    m_said->setFont(theme.font(TextRole::Body));
    m_note->setFont(theme.font(TextRole::Body));
    QPalette palette = m_said->palette();
    palette.setColor(QPalette::WindowText, theme.bad);
    m_said->setPalette(palette);
    m_slider->setMinimumWidth(static_cast<int>(std::lround(theme.px(kSliderWidth))));
    for (QLabel* text : { m_said, m_note }) // wrapped, not as wide as they are long
        text->setFixedWidth(static_cast<int>(std::lround(theme.px(kSliderWidth + kFieldWidth))));
}

void NumberPopup::setValue(double value, const NumberRange& range, int sliderMost)
{
    m_most = std::max(1, sliderMost);
    m_rows.front().field->setNumber(value, range);
    m_limit->setText(rangeText(range));
    if (!m_slider->isSliderDown()) // the hand on the knob knows better where it is than rounding does
        setSlider(value);
}

void NumberPopup::setSlider(double value)
{
    const QSignalBlocker blocker { m_slider };
    m_slider->setValue(positionOf(static_cast<int>(std::clamp(value, 1.0, double(m_most))), m_most));
}

void NumberPopup::setNote(const QString& sentence)
{
    showSentence(m_note, sentence);
}

void NumberPopup::openBelow(const QWidget& button)
{
    ++m_gesture;
    placeBelow(*this, button, static_cast<int>(std::lround(m_theme.px(4))));
    m_rows.front().field->selectAll();
    m_rows.front().field->setFocus(Qt::PopupFocusReason);
}

void NumberPopup::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        for (const Row& row : m_rows)
            row.field->restore();
    QFrame::keyPressEvent(event);
}

/// A click beside it takes what was typed, as Return does; what cannot be taken is told on.
void NumberPopup::hideEvent(QHideEvent* event)
{
    QFrame::hideEvent(event);
    for (const Row& row : m_rows) {
        if (!row.field->take())
            emit refused(m_said->text());
        row.field->restore();
    }
    emit closed();
}

} // namespace memwall::ui
