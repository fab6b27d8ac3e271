// The application object of a program with a window, or with pictures.
#pragma once

#include "app/files/failure.h"

#include <QApplication>

#include <functional>
#include <memory>

namespace memwall::app
{

/// A mistake in handling one event does not end the program: the user's work is still there to be saved.
class Application : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override;

    std::function<void(const QString&)> tell; ///< shows a sentence; may be empty
    [[nodiscard]] bool hasFailed() const { return !m_last.isEmpty(); }

private:
    void fail(const QString& sentence);

    QString m_last;
};

/// Its labels and tooltips show names as they are. Ends the program with one message where no display
/// answers: Qt would abort it. Call once.
[[nodiscard]] std::unique_ptr<Application> makeApplication(int& argc, char** argv);

} // namespace memwall::app
