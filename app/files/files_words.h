// Sentences about reading and writing files, as they are translated.
#pragma once

#include <QCoreApplication>

namespace memwall::app
{

struct FilesWords
{
    Q_DECLARE_TR_FUNCTIONS(Files)
};

} // namespace memwall::app
