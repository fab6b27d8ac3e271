#include "app/work/file_reader.h"

namespace memwall::app
{

namespace
{

Opened failedReading(const QString& sentence)
{
    return std::unexpected(LoadFailure {
        true, { { .pointer = {}, .line = std::nullopt, .message = sentence.toStdString(), .remedy = {} } } });
}

} // namespace

FileReader::FileReader(QObject* parent)
    : QObject(parent)
    , m_worker(
          *this,
          [this](const Worker<Job>::Task& task) {
              auto opened = std::make_shared<Opened>(task.job.read());
              m_worker.deliver(
                  task, [this, take = task.job.take, opened] { bringHome(take, std::move(*opened)); });
          },
          [this](const QString& sentence, quint64 number) {
              if (number == m_worker.newest())
                  bringHome(m_take, failedReading(sentence));
          })
{
}

void FileReader::request(const QString& name, Read read, Take take)
{
    m_take = take;
    m_worker.request({ std::move(read), std::move(take) });
    emit begun(name);
}

void FileReader::bringHome(const Take& take, Opened opened)
{
    m_taken = m_worker.newest();
    emit ended();
    take(std::move(opened));
}

} // namespace memwall::app
