// The stage's one context for translators.
#pragma once

#include <QCoreApplication>

namespace memwall::ui
{

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Stage)
};

} // namespace memwall::ui
