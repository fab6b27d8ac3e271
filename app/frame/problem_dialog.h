// What is wrong with a file, all of it at once: line, place, mistake, remedy. The open scenario stays.
#pragma once

#include "core/base/problem.h"

#include <QDialog>

namespace memwall::app
{

class ProblemDialog : public QDialog
{
    Q_OBJECT
public:
    ProblemDialog(const QString& heading, const core::Problems& problems, QWidget* parent);
};

} // namespace memwall::app
