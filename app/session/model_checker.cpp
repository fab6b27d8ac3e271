#include "app/session/model_checker.h"

#include "app/files/failure.h"
#include "app/files/scenario_file.h"
#include "app/files/text_file.h"

namespace memwall::app
{

ModelChecker::ModelChecker(const core::Catalog& catalog, QString file, QObject* parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_file(std::move(file))
{
}

void ModelChecker::start()
{
    if (m_started)
        return;
    m_started = true;
    m_thread = std::jthread([this](const std::stop_token& stop) {
        if (const auto failure = failureOf([&] { work(stop); }))
            fail(*failure);
    });
}

// The queued calls die with this object, which joins the thread first.
void ModelChecker::fail(const QString& sentence)
{
    QMetaObject::invokeMethod(
        this, [this, sentence] { emit failed(sentence); }, Qt::QueuedConnection);
}

void ModelChecker::work(const std::stop_token& stop)
{
    const auto text = readWholeFile(m_file);
    if (!text)
        return fail(text.error());
    const auto set = core::measurementsFromText(viewOf(*text));
    if (!set)
        return fail(describe(set.error(), m_file).trimmed());
    auto check = std::make_shared<const core::ModelCheck>(core::checkModel(*set, m_catalog, stop));
    if (stop.stop_requested())
        return;
    QMetaObject::invokeMethod(
        this,
        [this, check = std::move(check)] {
            m_check = check;
            emit finished();
        },
        Qt::QueuedConnection);
}

} // namespace memwall::app
