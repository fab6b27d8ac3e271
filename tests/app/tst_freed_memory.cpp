// Memory that is freed does not stay with the program.
#include "app/background/freed_memory.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <malloc.h>
#include <memory>
#include <vector>

namespace tst_freed_memory
{

using namespace memwall::app;

class TestFreedMemory : public QObject
{
    Q_OBJECT
private slots:
    void whatAScenarioNeededGoesBackToTheSystem()
    {
        constexpr std::size_t kMiB = std::size_t { 1 } << 20;
        returnFreedMemory();
        // A large result comes and goes: this is what teaches the library to keep the next ones.
        std::make_unique<std::vector<char>>(24 * kMiB, '1').reset();
        std::vector<std::vector<char>> results(40, std::vector<char>(kMiB, '1'));
        const std::size_t before = mallinfo2().fordblks; // bytes that are free and kept
        results = {};
        QVERIFY(mallinfo2().fordblks < before + 8 * kMiB);
    }
};

MEMWALL_TEST(TestFreedMemory, QCoreApplication)

} // namespace tst_freed_memory

#include "tst_freed_memory.moc"
