#include "app/dialogs/picture_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace memwall::app
{

namespace
{

constexpr int kMostRatio = 4;

} // namespace

PictureDialog::PictureDialog(const QVector<Subject>& subjects, double screenRatio, QWidget* parent)
    : QDialog(parent)
    , m_subjects(subjects)
    , m_subject(new QComboBox(this))
    , m_format(new QComboBox(this))
    , m_ratio(new QComboBox(this))
    , m_outcome(new QLabel(this))
{
    setObjectName(QStringLiteral("pictureDialog"));
    setWindowTitle(tr("Export picture"));
    m_subject->setObjectName(QStringLiteral("subject"));
    m_format->setObjectName(QStringLiteral("format"));
    m_ratio->setObjectName(QStringLiteral("ratio"));
    m_outcome->setObjectName(QStringLiteral("outcome"));
    for (const Subject& subject : subjects)
        m_subject->addItem(subject.name);
    m_format->addItem(tr("PNG, pixels"), int(PictureFormat::Png));
    m_format->addItem(tr("SVG, vectors for drawing programs and the web"), int(PictureFormat::Svg));
    m_format->addItem(tr("PDF, vectors for print and LaTeX"), int(PictureFormat::Pdf));
    for (int ratio = 1; ratio <= kMostRatio; ++ratio)
        m_ratio->addItem(QStringLiteral("%1 ×").arg(ratio), ratio);
    m_ratio->setCurrentIndex(std::clamp(static_cast<int>(std::lround(screenRatio)), 1, kMostRatio) - 1);

    auto* form = new QFormLayout(this);
    form->addRow(tr("&What"), m_subject);
    form->addRow(tr("&File"), m_format);
    form->addRow(tr("&Resolution"), m_ratio);
    form->addRow(m_outcome);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Save)->setText(tr("&Save as…"));
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (QComboBox* box : { m_subject, m_format, m_ratio })
        connect(box, &QComboBox::currentIndexChanged, this, &PictureDialog::update);
    update();
}

int PictureDialog::subject() const
{
    return m_subject->currentIndex();
}

PictureFormat PictureDialog::format() const
{
    return static_cast<PictureFormat>(m_format->currentData().toInt());
}

double PictureDialog::pixelRatio() const
{
    return m_ratio->currentData().toDouble();
}

void PictureDialog::update()
{
    const bool pixels = format() == PictureFormat::Png;
    m_ratio->setEnabled(pixels);
    const QSize size = m_subjects[subject()].size * (pixels ? pixelRatio() : 1.0);
    m_outcome->setText(pixels ? tr("%1 × %2 pixels").arg(size.width()).arg(size.height())
                              : tr("Sharp at any size; text stays text."));
}

} // namespace memwall::app
