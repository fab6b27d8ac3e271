#include "widgets/base/text_table.h"

#include <algorithm>

namespace memwall::ui
{

QString aligned(const QVector<QStringList>& rows)
{
    QVector<qsizetype> widths;
    for (const QStringList& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    QString table;
    for (const QStringList& row : rows) {
        QString lineText;
        for (qsizetype i = 0; i < row.size(); ++i)
            lineText += row[i].leftJustified(widths[i] + 2);
        while (lineText.endsWith(u' '))
            lineText.chop(1);
        table += lineText + u'\n';
    }
    return table;
}

} // namespace memwall::ui
