#include "app/background/file_reader.h"

namespace memwall::app
{

namespace
{

Opened failedReading(const QString& sentence)
{
    return std::unexpected(LoadFailure { true,
        { { .pointer = {},
            .line = std::nullopt,
            .message = { "named", { sentence.toStdString() } },
            .remedy = {} } } });
}

} // namespace

FileReader::FileReader(QObject* parent)
    : QObject(parent)
    , m_worker(
          *this,
          [this](const Worker<Read>::Task& task) {
              auto opened = std::make_shared<Opened>(task.job());
              m_worker.deliver(task, [this, opened] { bringHome(std::move(*opened)); });
          },
          [this](const QString& sentence, quint64 number) {
              if (number == m_worker.newest())
                  bringHome(failedReading(sentence));
          })
{
}

void FileReader::request(const QString& name, Read read, Take take)
{
    m_take = std::move(take);
    m_worker.request(std::move(read));
    emit begun(name);
}

void FileReader::bringHome(Opened opened)
{
    m_taken = m_worker.newest();
    emit ended();
    const Take take = m_take; // it may ask for another file
    take(std::move(opened));
}

} // namespace memwall::app
