#include "app/frame/problem_dialog.h"

#include "app/files/scenario_file.h"
#include "widgets/base/plain_text.h"
#include "widgets/words/sayings.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace memwall::app
{

namespace
{

QTableWidget* problemTable(const core::Problems& problems, QWidget* parent)
{
    auto* table = new QTableWidget(static_cast<int>(problems.size()), 4, parent);
    table->setHorizontalHeaderLabels({ ProblemDialog::tr("Line"), ProblemDialog::tr("Where"),
        ProblemDialog::tr("What is wrong"), ProblemDialog::tr("What would be right") });
    for (int row = 0; row < table->rowCount(); ++row) {
        const core::ShownProblem problem
            = core::shown(problems[static_cast<std::size_t>(row)], ui::wordingOfReader());
        const QStringList cells { problem.line ? QString::number(*problem.line) : QString(),
            QString::fromStdString(problem.pointer), QString::fromStdString(problem.message),
            QString::fromStdString(problem.remedy) };
        for (int column = 0; column < cells.size(); ++column)
            table->setItem(row, column, new QTableWidgetItem(cells[column]));
    }
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->verticalHeader()->hide();
    table->setWordWrap(true);
    table->resizeColumnsToContents();
    table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(3, QHeaderView::Stretch);
    table->resizeRowsToContents();
    return table;
}

} // namespace

ProblemDialog::ProblemDialog(const QString& heading, const core::Problems& problems, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("problems"));
    setWindowTitle(tr("Problems"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* column = new QVBoxLayout(this);
    auto* label = new QLabel(ui::visibleText(heading), this);
    label->setWordWrap(true);
    column->addWidget(label);
    column->addWidget(problemTable(problems, this), 1);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this,
        [text = describe(problems, {})] { QGuiApplication::clipboard()->setText(text); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    constexpr QSize kComfortable { 860, 360 };
    resize(kComfortable);
}

} // namespace memwall::app
