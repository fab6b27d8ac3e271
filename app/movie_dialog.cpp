#include "app/movie_dialog.h"

#include "app/movie.h"
#include "app/movie_writer.h"
#include "widgets/base/format.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace memwall::app
{

namespace
{

constexpr QSize kSmallestText { 420, 0 };

QDoubleSpinBox* numberBox(const QString& name, double most, int decimals, double value, QWidget* parent)
{
    auto* box = new QDoubleSpinBox(parent);
    box->setObjectName(name);
    box->setDecimals(decimals);
    box->setRange(0, most);
    box->setValue(value);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    return box;
}

void addSizes(QComboBox& box, QSize window)
{
    for (const QSize size : { QSize(1280, 720), QSize(1920, 1080), QSize(854, 480), QSize(640, 360), window })
        box.addItem(MovieDialog::tr("%1 × %2").arg(size.width()).arg(size.height()), size);
    box.setItemText(box.count() - 1, MovieDialog::tr("as the window, %1").arg(box.itemText(box.count() - 1)));
}

} // namespace

MovieDialog::MovieDialog(
    std::shared_ptr<const core::Run> run, const MovieTiming& start, QSize window, QWidget* parent)
    : QDialog(parent)
    , m_run(std::move(run))
    , m_part(new QComboBox(this))
    , m_size(new QComboBox(this))
    , m_format(new QComboBox(this))
    , m_fps(new QSpinBox(this))
    , m_outcome(new QLabel(this))
{
    setObjectName(QStringLiteral("movieDialog"));
    setWindowTitle(tr("Export movie"));
    constexpr int kPicoDigits = 9; // to the nanosecond
    const double end = core::toSeconds(m_run->end());
    m_from = numberBox(QStringLiteral("from"), end, kPicoDigits, core::toSeconds(start.from), this);
    m_to = numberBox(QStringLiteral("to"), end, kPicoDigits, core::toSeconds(start.to), this);
    m_timeScale = numberBox(QStringLiteral("timeScale"), 1e12, 3, start.timeScale, this);
    m_timeScale->setMinimum(1e-3);
    for (QDoubleSpinBox* box : { m_from, m_to })
        box->setSuffix(QStringLiteral("\u2009s"));
    m_fps->setObjectName(QStringLiteral("fps"));
    m_fps->setRange(1, 60);
    m_fps->setValue(start.fps);
    m_part->setObjectName(QStringLiteral("part"));
    m_part->addItem(tr("Whole window"), QString());
    m_part->addItem(tr("Stage"), QStringLiteral("stage"));
    m_part->addItem(tr("Answer"), QStringLiteral("tape"));
    m_part->addItem(tr("Timeline"), QStringLiteral("timeline"));
    m_size->setObjectName(QStringLiteral("size"));
    addSizes(*m_size, window);
    m_format->setObjectName(QStringLiteral("format"));
    m_format->addItem(tr("GIF, plays everywhere"), QStringLiteral("gif"));
    m_format->addItem(tr("MP4, smaller and smoother"), QStringLiteral("mp4"));
    m_outcome->setObjectName(QStringLiteral("outcome"));
    m_outcome->setWordWrap(true);
    m_outcome->setMinimumSize(kSmallestText);

    auto* form = new QFormLayout(this);
    form->addRow(tr("&What"), m_part);
    form->addRow(tr("&Size in pixels"), m_size);
    form->addRow(tr("&From"), m_from);
    form->addRow(tr("&To"), m_to);
    form->addRow(tr("Times s&lower"), m_timeScale);
    form->addRow(tr("&Pictures per second"), m_fps);
    form->addRow(tr("F&ile"), m_format);
    form->addRow(m_outcome);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setText(tr("&Save as…"));
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (QDoubleSpinBox* box : { m_from, m_to, m_timeScale })
        connect(box, &QDoubleSpinBox::valueChanged, this, &MovieDialog::update);
    connect(m_fps, &QSpinBox::valueChanged, this, &MovieDialog::update);
    connect(m_format, &QComboBox::currentIndexChanged, this, &MovieDialog::update);
    update();
}

QString MovieDialog::part() const
{
    return m_part->currentData().toString();
}

QSize MovieDialog::size() const
{
    return m_size->currentData().toSize();
}

MovieTiming MovieDialog::timing() const
{
    return { core::instantAt(m_from->value()), core::instantAt(m_to->value()), m_timeScale->value(),
        m_fps->value() };
}

QString MovieDialog::suffix() const
{
    return m_format->currentData().toString();
}

void MovieDialog::update()
{
    const MovieTiming timing = this->timing();
    const QString problem = movieProblem(QStringLiteral(".") + suffix(), timing, *m_run);
    m_save->setEnabled(problem.isEmpty());
    if (!problem.isEmpty()) {
        m_outcome->setText(tr("Not possible: %1.").arg(problem));
        return;
    }
    const std::int64_t frames = timing.frames();
    m_outcome->setText(tr("%1 pictures, %2 on screen: %3.")
                           .arg(grouped(frames), ui::formatSeconds(timing.playedS(frames)),
                               ui::formatTimeScale(timing.timeScale)));
}

} // namespace memwall::app
