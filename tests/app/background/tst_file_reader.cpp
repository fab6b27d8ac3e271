// The thread that reads what is opened: the window goes on meanwhile, what was asked for last is what comes,
// and a file is read once.
#include "app/background/file_reader.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QSignalSpy>
#include <QTest>

#include <semaphore>
#include <stdexcept>

namespace tst_file_reader
{

using namespace memwall;
using namespace memwall::app;

namespace
{

Opened titled(const std::string& title)
{
    core::Scenario scenario;
    scenario.title = title;
    return OpenedFile { std::move(scenario), {} };
}

std::string titleOf(const Opened& opened)
{
    return opened ? std::get<core::Scenario>(opened->content).title
                  : ui::english(opened.error().problems.front().message);
}

} // namespace

class TestFileReader : public QObject
{
    Q_OBJECT
private slots:
    void whoeverAsksGoesOnWhileItIsRead()
    {
        FileReader reader;
        std::binary_semaphore disk { 0 };
        std::string title;
        reader.request(
            {},
            [&disk] {
                disk.acquire(); // forever, if it were read at once
                return titled("slow");
            },
            [&](const Opened& opened) { title = titleOf(opened); });
        QVERIFY(reader.isReading());
        QVERIFY(title.empty());
        disk.release();
        QTRY_COMPARE(title, std::string("slow"));
        QVERIFY(!reader.isReading());
    }

    void whatWasAskedForLastIsWhatComes()
    {
        FileReader reader;
        std::binary_semaphore disk { 0 };
        QStringList titles;
        const auto take = [&](const Opened& opened) { titles << QString::fromStdString(titleOf(opened)); };
        reader.request(
            {},
            [&disk] {
                disk.acquire();
                return titled("first");
            },
            take);
        reader.request(
            {}, [] { return titled("second"); }, take);
        reader.request(
            {}, [] { return titled("third"); }, take);
        disk.release();
        QTRY_VERIFY(!reader.isReading());
        QCOMPARE(titles, QStringList { QStringLiteral("third") });
    }

    void whatGoesWrongOnTheThreadIsSaid()
    {
        FileReader reader;
        const QSignalSpy ended(&reader, &FileReader::ended);
        std::string said;
        reader.request(
            {}, []() -> Opened { throw std::runtime_error("the disk is gone"); },
            [&](const Opened& opened) {
                QVERIFY(!opened && opened.error().unreadable);
                said = titleOf(opened);
            });
        QTRY_VERIFY2(said.find("the disk is gone") != std::string::npos, said.c_str());
        QCOMPARE(ended.size(), 1);
        QVERIFY(!reader.isReading());
    }
};

MEMWALL_TEST(TestFileReader, QCoreApplication)

} // namespace tst_file_reader

#include "tst_file_reader.moc"
