// What the system's own texts say, also where they are strange or missing.
#include "app/probe/computer.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

namespace tst_computer
{

using namespace memwall::probe;

namespace
{

/// A folder with copies of the files that describe a computer.
class FakeSystem
{
public:
    void put(const std::string& path, const std::string& text) const
    {
        const auto full = root() / path;
        std::filesystem::create_directories(full.parent_path());
        std::ofstream(full) << text;
    }

    void putCache(int cpu, int index, const std::string& level, const std::string& type,
        const std::string& size, const std::string& sharers) const
    {
        const std::string folder = "sys/devices/system/cpu/cpu" + std::to_string(cpu) + "/cache/index"
            + std::to_string(index) + '/';
        put(folder + "level", level + '\n');
        put(folder + "type", type + '\n');
        put(folder + "size", size + '\n');
        put(folder + "shared_cpu_list", sharers + '\n');
    }

    /// Two cores of two processors each, one L3.
    void putFourProcessors() const
    {
        put("proc/cpuinfo", "processor\t: 0\nmodel name\t: Plain CPU 3000\n");
        put("proc/meminfo", "MemTotal:       16000000 kB\nMemFree: 1 kB\nMemAvailable:    8000000 kB\n");
        put("sys/devices/system/cpu/online", "0-3\n");
        for (int cpu = 0; cpu < 4; ++cpu) {
            const std::string core = cpu % 2 == 0 ? "0,2" : "1,3";
            put("sys/devices/system/cpu/cpu" + std::to_string(cpu) + "/topology/core_cpus_list", core + '\n');
            putCache(cpu, 0, "1", "Data", "32K", core);
            putCache(cpu, 1, "1", "Instruction", "64K", core);
            putCache(cpu, 2, "2", "Unified", "512K", core);
            putCache(cpu, 3, "3", "Unified", "16384K", "0-3");
        }
    }

    [[nodiscard]] Computer computer(const std::vector<int>& allowed = {}) const
    {
        return describeComputer(root(), allowed);
    }

private:
    [[nodiscard]] std::filesystem::path root() const { return m_folder.path().toStdString(); }

    QTemporaryDir m_folder;
};

} // namespace

class TestComputer : public QObject
{
    Q_OBJECT
private slots:
    void listsOfProcessorsAreRead()
    {
        QCOMPARE(parseCpuList("0-2,8\n"), (std::vector { 0, 1, 2, 8 }));
        QCOMPARE(parseCpuList("5"), std::vector { 5 });
        for (const char* bad : { "", "a", "3-1", "-1", "0-", "1,,2", "0-99999999" })
            QVERIFY2(parseCpuList(bad).empty(), bad);
    }

    void sizesAreRead()
    {
        QCOMPARE(parseCacheSize("32K\n").value_or(0), 32768.0);
        QCOMPARE(parseCacheSize("2M").value_or(0), 2097152.0);
        QCOMPARE(parseCacheSize("512").value_or(0), 512.0);
        for (const char* bad : { "", "K", "0K", "-4K", "12 apples" })
            QVERIFY2(!parseCacheSize(bad), bad);
        QCOMPARE(parseBytes("1073741824\n").value_or(0), 1073741824.0);
        QVERIFY(!parseBytes("max") && !parseBytes("9223372036854771712"));
    }

    void quotasAreRead()
    {
        QCOMPARE(parseCpuMax("150000 100000\n").value_or(0), 1.5);
        QVERIFY(!parseCpuMax("max 100000") && !parseCpuMax("-1 100000") && !parseCpuMax(""));
        const char* groups = "9:name=systemd:/a\n4:cpu,cpuacct:/b\n0::/c\n";
        QCOMPARE(parseCgroup(groups, "cpu"), std::string("/b"));
        QCOMPARE(parseCgroup(groups, ""), std::string("/c"));
        QCOMPARE(parseCgroup(groups, "memory"), std::string());
    }

    void sharedCachesCountOnce()
    {
        const FakeSystem system;
        system.putFourProcessors();
        const Computer computer = system.computer();
        QCOMPARE(computer.name, std::string("Plain CPU 3000"));
        QCOMPARE(computer.processors, 4);
        QCOMPARE(computer.cores, 2);
        QCOMPARE(computer.threads, 2);
        QCOMPARE(computer.caches.size(), std::size_t { 3 });
        QCOMPARE(computer.caches[0].bytes, 32768.0);
        QCOMPARE(computer.caches[0].instances, 2);
        QCOMPARE(computer.caches[2].instances, 1);
        QCOMPARE(computer.memoryBytes.value(), 16000000.0 * 1024);
        QCOMPARE(computer.availableBytes.value(), 8000000.0 * 1024);
        QVERIFY(!computer.quota);
    }

    void onlyAllowedProcessorsCount()
    {
        const FakeSystem system;
        system.putFourProcessors();
        const Computer computer = system.computer({ 0, 2 });
        QCOMPARE(computer.processors, 2);
        QCOMPARE(computer.cores, 1);
        QCOMPARE(computer.caches[0].instances, 1);
    }

    void aContainersLimitsHold_data()
    {
        QTest::addColumn<bool>("newStyle");
        QTest::newRow("version 2") << true;
        QTest::newRow("version 1") << false;
    }
    void aContainersLimitsHold()
    {
        QFETCH(bool, newStyle);
        const FakeSystem system;
        system.putFourProcessors();
        if (newStyle) {
            system.put("proc/self/cgroup", "0::/pod/box\n");
            // The limit stands one group above this process's own.
            system.put("sys/fs/cgroup/pod/cpu.max", "150000 100000\n");
            system.put("sys/fs/cgroup/pod/box/cpu.max", "max 100000\n");
            system.put("sys/fs/cgroup/pod/memory.max", "4000000000\n");
        } else {
            system.put("proc/self/cgroup", "4:memory:/\n1:cpu,cpuacct:/\n");
            system.put("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "150000\n");
            system.put("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
            system.put("sys/fs/cgroup/memory/memory.limit_in_bytes", "4000000000\n");
        }
        const Computer computer = system.computer();
        QCOMPARE(computer.quota.value_or(0), 1.5);
        QCOMPARE(computer.threads, 1);
        QCOMPARE(computer.memoryBytes.value(), 4e9);
        QCOMPARE(computer.availableBytes.value(), 4e9);
    }

    void aSystemThatSaysNothingIsOneProcessor()
    {
        const FakeSystem system;
        const Computer computer = system.computer();
        QCOMPARE(computer.threads, 1);
        QVERIFY(computer.caches.empty());
        QVERIFY(!computer.memoryBytes);
        QVERIFY(!computer.name.empty());
    }

    void nonsenseIsLeftOut()
    {
        const FakeSystem system;
        system.putFourProcessors();
        system.putCache(0, 2, "2", "Unified", "none", "0");
        system.putCache(1, 2, "two", "Unified", "512K", "1");
        const Computer computer = system.computer({ 0, 1 });
        QCOMPARE(computer.caches.size(), std::size_t { 2 }); // L1 and L3
    }

    void thisOneHasAProcessorAndMemory()
    {
        const Computer computer = thisComputer();
        QVERIFY(computer.threads >= 1 && computer.threads <= computer.processors);
        QVERIFY(computer.memoryBytes.value() > 1e8);
    }
};

MEMWALL_TEST(TestComputer, QCoreApplication)

} // namespace tst_computer

#include "tst_computer.moc"
