// Reads what somebody opens on a thread of its own: the window goes on meanwhile. What was asked for last is
// what comes; a file that something newer was asked for instead of is dropped in silence.
#pragma once

#include "app/background/worker.h"
#include "app/files/opened_file.h"

#include <QObject>

namespace memwall::app
{

class FileReader : public QObject
{
    Q_OBJECT
public:
    using Read = std::function<Opened()>; ///< on the thread
    using Take = std::function<void(Opened)>; ///< at home

    explicit FileReader(QObject* parent = nullptr);

    /// Returns at once; take is called in this object's thread, unless something newer is asked for until
    /// then. name: of what is read, for a sentence.
    void request(const QString& name, Read read, Take take);
    [[nodiscard]] bool isReading() const { return m_taken < m_worker.newest(); }

signals:
    void begun(const QString& name);
    /// Before what came of it is taken.
    void ended();

private:
    void bringHome(Opened opened);

    quint64 m_taken = 0; ///< number of the last request that was answered
    Take m_take; ///< of the newest request: no other one is answered
    Worker<Read> m_worker; ///< last: it uses all of the above
};

} // namespace memwall::app
