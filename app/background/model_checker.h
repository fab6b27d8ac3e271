// Works out predicted against measured for the catalog's measurements, once, on a thread of its own.
#pragma once

#include "app/background/worker.h"
#include "core/validate/check.h"

#include <QObject>
#include <QString>

#include <memory>

namespace memwall::app
{

class ModelChecker : public QObject
{
    Q_OBJECT
public:
    using Check = std::shared_ptr<const core::ModelCheck>;

    /// The catalog must outlive the checker; the file is read when the work starts.
    ModelChecker(const core::Catalog& catalog, QString file, QObject* parent = nullptr);

    /// Starts the work where it has not been; finished() or failed() follows in this object's thread.
    void start();
    [[nodiscard]] const Check& check() const { return m_check; } ///< null until it is finished

signals:
    void finished();
    void failed(const QString& sentence);

private:
    using Job = QString; ///< the file

    void work(const Worker<Job>::Task& task);

    const core::Catalog& m_catalog;
    const QString m_file;
    bool m_started = false;
    Check m_check;
    Worker<Job> m_worker; ///< last: it uses all of the above
};

} // namespace memwall::app
