// Reads the files of popular claims and works out what is true of each, one after the other, on a thread of
// its own.
#pragma once

#include "app/background/worker.h"
#include "core/lesson/tell_step.h"

#include <QObject>
#include <QStringList>

namespace memwall::app
{

/// A claim as it was found: a scenario whose lesson has one step, a question with three answers.
struct CheckedClaim
{
    QString path;
    std::string title;
    core::LessonStep step;
    core::ToldStep told;
};

class ClaimsChecker : public QObject
{
    Q_OBJECT
public:
    /// The catalog must outlive the checker.
    explicit ClaimsChecker(const core::Catalog& catalog, QObject* parent = nullptr);

    /// Returns at once; found() follows for each file that is one, complete() after the last.
    void request(const QStringList& paths) { m_worker.request(paths); }

signals:
    void found(const memwall::app::CheckedClaim& claim);
    void complete();
    void failed(const QString& sentence);

private:
    void check(const Worker<QStringList>::Task& task);

    const core::Catalog& m_catalog;
    Worker<QStringList> m_worker; ///< last: it uses all of the above
};

} // namespace memwall::app
