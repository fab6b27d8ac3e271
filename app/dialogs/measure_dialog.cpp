#include "app/dialogs/measure_dialog.h"

#include "app/background/measure_text.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>

namespace memwall::app
{

MeasureDialog::MeasureDialog(double seconds, QWidget* parent)
    : QDialog(parent)
    , m_words(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_figures(new QPlainTextEdit(this))
    , m_worker(
          *this, [this](const auto& task) { work(task); },
          [this](const QString& sentence, quint64 /*number*/) {
              showResult(std::unexpected(sentence.toStdString()));
          })
{
    setObjectName(QStringLiteral("measureDialog"));
    setWindowTitle(tr("Measure this computer"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setWordWrap(true);
    m_bar->setRange(0, 100);
    m_figures->setObjectName(QStringLiteral("figures"));
    m_figures->setReadOnly(true);
    m_figures->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_figures->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_figures->hide();
    auto* buttons = new QDialogButtonBox(this);
    m_open = buttons->addButton(tr("&Open a model on it"), QDialogButtonBox::AcceptRole);
    m_open->setObjectName(QStringLiteral("openOnIt"));
    m_open->setEnabled(false); // hidden, it would come back with any change of style
    m_close = buttons->addButton(QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        accept(); // first: what is opened is looked at
        emit openRequested();
    });

    auto* column = new QVBoxLayout(this);
    for (QWidget* part : std::initializer_list<QWidget*> { m_words, m_bar, m_figures, buttons })
        column->addWidget(part);
    constexpr QSize kSmall { 460, 120 };
    resize(kSmall);
    showProgress(0, tr("Starting"));
    m_worker.request(seconds);
}

MeasureDialog::~MeasureDialog() = default;

void MeasureDialog::work(const Worker<double>::Task& task)
{
    const auto progress = [this](double share, const std::string& what) {
        m_worker.send([this, share, text = QString::fromStdString(what)] { showProgress(share, text); });
    };
    probe::MeasureOptions options;
    options.seconds = task.job;
    m_worker.send([this, result = probe::measure(probe::thisComputer(), options, progress, task.stop)] {
        showResult(result);
    });
}

void MeasureDialog::showProgress(double share, const QString& what)
{
    m_words->setText(what + u'…');
    m_bar->setValue(static_cast<int>(share * 100));
}

void MeasureDialog::showResult(const Result& result)
{
    m_bar->hide();
    m_close->setText(tr("&Close"));
    if (!result) {
        m_words->setText(tr("Nothing was measured: %1.").arg(QString::fromStdString(result.error())));
        return;
    }
    m_figures->setPlainText(figuresTable(*result));
    m_figures->show();
    constexpr QSize kComfortable { 760, 520 };
    resize(kComfortable);
    emit measured(*result);
}

void MeasureDialog::setOutcome(const QString& sentence, bool canOpen)
{
    m_words->setText(sentence);
    m_open->setEnabled(canOpen);
}

} // namespace memwall::app
