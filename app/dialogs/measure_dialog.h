// Measures this computer on a thread of its own while a bar shows how far it is; then shows the figures, and
// offers to open a model on them.
#pragma once

#include "app/background/worker.h"
#include "app/probe/measure.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace memwall::app
{

class MeasureDialog : public QDialog
{
    Q_OBJECT
public:
    /// Starts at once. seconds: about how long it takes.
    explicit MeasureDialog(double seconds, QWidget* parent = nullptr);
    /// Stops what is under way, within a fraction of a second.
    ~MeasureDialog() override;

    /// What became of the figures, above them: "Kept as …".
    void setOutcome(const QString& sentence, bool canOpen);

signals:
    void measured(const memwall::probe::Measurement& measurement);
    void openRequested(); ///< a scenario on this computer

private:
    using Result = std::expected<probe::Measurement, std::string>;

    void work(const Worker<double>::Task& task);
    void showProgress(double share, const QString& what);
    void showResult(const Result& result);

    QLabel* m_words = nullptr;
    QProgressBar* m_bar = nullptr;
    QPlainTextEdit* m_figures = nullptr;
    QPushButton *m_open = nullptr, *m_close = nullptr;
    Worker<double> m_worker; ///< of seconds; last: it speaks to all of the above
};

} // namespace memwall::app
