#pragma once

#include <string>

namespace memwall::app
{

/// How far something is, over what the line on standard error said before, for somebody who watches; a log
/// gets nothing.
void showProgress(const std::string& words);

} // namespace memwall::app
