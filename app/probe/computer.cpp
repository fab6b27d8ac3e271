#include "app/probe/computer.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>
#include <iterator>
#include <sched.h>
#include <set>
#include <thread>
#include <unistd.h>

namespace memwall::probe
{

namespace
{

namespace fs = std::filesystem;

std::string textOf(const fs::path& path)
{
    std::ifstream file(path);
    return { std::istreambuf_iterator<char>(file), {} };
}

std::string processorName(const std::string& cpuinfo)
{
    for (const char* key : { "model name", "Model", "Hardware", "cpu model" }) {
        const auto at = cpuinfo.find(key);
        const auto colon = at == std::string::npos ? at : cpuinfo.find(':', at);
        if (colon == std::string::npos)
            continue;
        const auto first = cpuinfo.find_first_not_of(" \t", colon + 1);
        const auto end = cpuinfo.find('\n', colon);
        if (first != std::string::npos && first < end)
            return cpuinfo.substr(first, end - first);
    }
    return "Processor";
}

/// Every limit on the way from this process's control group up to the top; the container's own is one of
/// them.
std::vector<double> limits(const fs::path& mount, const std::string& group, const std::string& file,
    const std::function<std::optional<double>(const fs::path&)>& read)
{
    std::vector<double> found;
    fs::path folder = mount / fs::path(group).relative_path();
    for (;;) {
        if (const auto limit = read(folder / file))
            found.push_back(*limit);
        if (folder == mount || folder == folder.parent_path())
            return found;
        folder = folder.parent_path();
    }
}

std::optional<double> smallest(const std::vector<double>& values)
{
    return values.empty() ? std::nullopt : std::optional(*std::min_element(values.begin(), values.end()));
}

std::optional<double> processorQuota(const fs::path& root, const std::string& groups)
{
    const auto version2 = [](const fs::path& path) { return parseCpuMax(textOf(path)); };
    const auto version1 = [](const fs::path& path) {
        return parseCpuMax(textOf(path) + ' ' + textOf(path.parent_path() / "cpu.cfs_period_us"));
    };
    const fs::path mount = root / "sys/fs/cgroup";
    auto found = limits(mount, parseCgroup(groups, ""), "cpu.max", version2);
    const auto old = limits(mount / "cpu", parseCgroup(groups, "cpu"), "cpu.cfs_quota_us", version1);
    found.insert(found.end(), old.begin(), old.end());
    return smallest(found);
}

std::optional<double> memoryLimit(const fs::path& root, const std::string& groups)
{
    const auto read = [](const fs::path& path) { return parseBytes(textOf(path)); };
    const fs::path mount = root / "sys/fs/cgroup";
    auto found = limits(mount, parseCgroup(groups, ""), "memory.max", read);
    const auto old = limits(mount / "memory", parseCgroup(groups, "memory"), "memory.limit_in_bytes", read);
    found.insert(found.end(), old.begin(), old.end());
    return smallest(found);
}

/// Counts what processors share once: by the list of those that share it.
class CacheCounter
{
public:
    void add(const fs::path& folder, int cpu)
    {
        const std::string type = textOf(folder / "type");
        const auto size = parseCacheSize(textOf(folder / "size"));
        const auto level = parseCpuList(textOf(folder / "level"));
        if (type.starts_with("Instruction") || !size || level.size() != 1)
            return;
        std::string sharers = textOf(folder / "shared_cpu_list");
        if (parseCpuList(sharers).empty())
            sharers = std::to_string(cpu);
        if (!m_seen.insert(std::to_string(level.front()) + ' ' + sharers).second)
            return;
        const auto known = std::find_if(m_caches.begin(), m_caches.end(),
            [&](const Cache& cache) { return cache.level == level.front(); });
        if (known == m_caches.end()) {
            m_caches.push_back({ level.front(), *size, 1 });
            return;
        }
        // Cores of two kinds have caches of two sizes: the mean keeps their sum.
        known->bytes = (known->bytes * known->instances + *size) / (known->instances + 1);
        ++known->instances;
    }

    std::vector<Cache> caches()
    {
        std::sort(m_caches.begin(), m_caches.end(),
            [](const Cache& a, const Cache& b) { return a.level < b.level; });
        return m_caches;
    }

private:
    std::set<std::string> m_seen;
    std::vector<Cache> m_caches;
};

std::vector<Cache> readCaches(const fs::path& cpus, const std::vector<int>& allowed)
{
    constexpr int kMostIndices = 16;
    CacheCounter counter;
    for (const int cpu : allowed) {
        const fs::path folder = cpus / ("cpu" + std::to_string(cpu)) / "cache";
        for (int index = 0; index < kMostIndices; ++index) {
            const fs::path one = folder / ("index" + std::to_string(index));
            if (textOf(one / "level").empty())
                break;
            counter.add(one, cpu);
        }
    }
    return counter.caches();
}

int countCores(const fs::path& cpus, const std::vector<int>& allowed)
{
    std::set<std::string> cores;
    for (const int cpu : allowed) {
        const fs::path topology = cpus / ("cpu" + std::to_string(cpu)) / "topology";
        std::string siblings = textOf(topology / "core_cpus_list");
        if (siblings.empty())
            siblings = textOf(topology / "thread_siblings_list");
        cores.insert(siblings.empty() ? std::to_string(cpu) : siblings);
    }
    return static_cast<int>(cores.size());
}

std::vector<int> allowedProcessors()
{
    std::vector<int> allowed;
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof set, &set) == 0)
        for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu)
            if (CPU_ISSET(static_cast<std::size_t>(cpu), &set))
                allowed.push_back(cpu);
    if (allowed.empty()) // more processors than the set has room for
        for (unsigned cpu = 0; cpu < std::max(1U, std::thread::hardware_concurrency()); ++cpu)
            allowed.push_back(static_cast<int>(cpu));
    return allowed;
}

} // namespace

Computer describeComputer(const fs::path& root, const std::vector<int>& allowed)
{
    Computer computer;
    const fs::path cpus = root / "sys/devices/system/cpu";
    std::vector<int> usable = allowed.empty() ? parseCpuList(textOf(cpus / "online")) : allowed;
    if (usable.empty())
        usable = { 0 };
    computer.name = processorName(textOf(root / "proc/cpuinfo"));
    computer.processors = static_cast<int>(usable.size());
    computer.cores = countCores(cpus, usable);
    const std::string groups = textOf(root / "proc/self/cgroup");
    computer.quota = processorQuota(root, groups);
    computer.threads = computer.cores;
    if (computer.quota)
        computer.threads = std::clamp(static_cast<int>(std::floor(*computer.quota)), 1, computer.cores);
    computer.caches = readCaches(cpus, usable);
    const std::string memory = textOf(root / "proc/meminfo");
    computer.memoryBytes = parseMeminfo(memory, "MemTotal");
    computer.availableBytes = parseMeminfo(memory, "MemAvailable");
    if (!computer.availableBytes)
        computer.availableBytes = computer.memoryBytes;
    if (const auto limit = memoryLimit(root, groups);
        limit && computer.memoryBytes && *limit < *computer.memoryBytes) {
        computer.memoryBytes = *limit;
        computer.availableBytes = std::min(computer.availableBytes.value(), *limit);
    }
    return computer;
}

Computer thisComputer()
{
    Computer computer = describeComputer("/", allowedProcessors());
    if (!computer.memoryBytes) {
        const double pages = static_cast<double>(sysconf(_SC_PHYS_PAGES));
        if (const double bytes = pages * static_cast<double>(sysconf(_SC_PAGESIZE)); bytes > 0)
            computer.memoryBytes = bytes;
    }
    return computer;
}

} // namespace memwall::probe
