#include "app/dialogs/movie_dialog.h"

#include "app/export/movie.h"
#include "app/export/movie_writer.h"
#include "widgets/base/format.h"
#include "widgets/inputs/number_field.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace memwall::app
{

namespace
{

constexpr QSize kSmallestText { 420, 0 };

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
    , m_from(new ui::NumberField(QStringLiteral("from"), tr("From, seconds"), this))
    , m_to(new ui::NumberField(QStringLiteral("to"), tr("To, seconds"), this))
    , m_timeScale(new ui::NumberField(QStringLiteral("timeScale"), tr("Times slower"), this))
    , m_fps(new ui::NumberField(QStringLiteral("fps"), tr("Pictures per second"), this))
    , m_outcome(new QLabel(this))
{
    setObjectName(QStringLiteral("movieDialog"));
    setWindowTitle(tr("Export movie"));
    showTiming(start);
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
    form->addRow(tr("&From, s"), m_from);
    form->addRow(tr("&To, s"), m_to);
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
    for (const ui::NumberField* field : { m_from, m_to, m_timeScale, m_fps }) {
        connect(field, &ui::NumberField::numberRequested, this, &MovieDialog::update);
        connect(field, &ui::NumberField::refused, this, [this](const QString& why) {
            update();
            if (why.isEmpty())
                return;
            m_save->setEnabled(false);
            m_outcome->setText(why);
        });
    }
    connect(m_format, &QComboBox::currentIndexChanged, this, &MovieDialog::update);
    update();
}

void MovieDialog::showTiming(const MovieTiming& timing)
{
    const double end = core::toSeconds(m_run->end());
    const ui::NumberRange inRun { .least = 0, .most = end, .whole = false };
    constexpr double kFastest = 1e-3, kSlowest = 1e12;
    m_from->setNumber(core::toSeconds(timing.from), inRun);
    m_to->setNumber(core::toSeconds(timing.to), inRun);
    m_timeScale->setNumber(timing.timeScale, { .least = kFastest, .most = kSlowest, .whole = false });
    constexpr double kMostFps = 60;
    m_fps->setNumber(timing.fps, { .most = kMostFps });
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
    return { core::instantAt(m_from->number()), core::instantAt(m_to->number()), m_timeScale->number(),
        static_cast<int>(m_fps->number()) };
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
