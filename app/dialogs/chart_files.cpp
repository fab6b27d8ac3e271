#include "app/dialogs/chart_files.h"

#include "app/files/text_file.h"
#include "widgets/plots/chart_actions.h"

#include <QDir>
#include <QFileDialog>
#include <QMessageBox>

namespace memwall::app
{

void saveChart(const ui::ChartFile& file, QWidget& parent)
{
    QString path
        = QFileDialog::getSaveFileName(&parent, file.title, QDir::home().filePath(file.name), file.filter);
    if (path.isEmpty())
        return;
    const QString ending = u'.' + file.suffix;
    if (!path.endsWith(ending, Qt::CaseInsensitive))
        path += ending;
    if (const auto written = writeWholeFile(path, file.bytes); !written)
        QMessageBox::warning(&parent, file.title, written.error());
}

} // namespace memwall::app
