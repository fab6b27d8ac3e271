// The application object of a program with a window, or with pictures.
#pragma once

#include <QApplication>

#include <memory>

namespace memwall::app
{

/// Its labels and tooltips show names as they are. Ends the program with one message where no display answers: Qt would abort it. Call once.
[[nodiscard]] std::unique_ptr<QApplication> makeApplication(int& argc, char** argv);

} // namespace memwall::app
