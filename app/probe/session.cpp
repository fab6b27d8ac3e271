#include "app/probe/session.h"

#include "app/probe/curve.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <new>
#include <numeric>

namespace memwall::probe
{

namespace
{

constexpr std::size_t kColumns = 4096;
constexpr std::size_t kPage = 4096;
constexpr std::size_t kReadUnit = 512;
constexpr std::size_t kRepetitions = 9;

// Shares of the time.
constexpr double kForCache = 0.07; ///< each
constexpr double kForCurve = 0.3;
constexpr double kForFlops = 0.07;
constexpr double kForMemory = 0.6;

/// Fewer where other programs make them long.
std::size_t repetitions(double spent, double budget, std::size_t most)
{
    constexpr std::size_t kFew = 5, kLeast = 3;
    return spent < budget ? most : spent < 2 * budget ? kFew : kLeast;
}

std::size_t slabBytes(const Computer& computer, const MeasureOptions& options)
{
    constexpr double kLeast = 256.0 * 1024 * 1024;
    constexpr double kTimesCache = 8;
    constexpr double kShareOfFree = 0.25;
    const double cache
        = computer.caches.empty() ? 0 : computer.caches.back().bytes * computer.caches.back().instances;
    double enough = std::max(kLeast, kTimesCache * cache);
    if (computer.availableBytes)
        enough = std::min(enough, *computer.availableBytes * kShareOfFree);
    const auto pages
        = static_cast<std::size_t>(options.matrixBytes.value_or(enough) / computer.threads) / kPage;
    return std::max<std::size_t>(16, pages) * kPage;
}

/// Bytes of one thread's part of a cache.
double shareOf(const Cache& cache, int threads)
{
    return cache.bytes * std::min(cache.instances, threads) / threads;
}

std::vector<float> someActivations()
{
    std::vector<float> values(kColumns);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = std::sin(static_cast<float>(i));
    return values;
}

} // namespace

Session::Session(const Computer& computer, const MeasureOptions& options, const Progress& progress,
    const std::stop_token& stop)
    : m_computer(computer)
    , m_seconds(options.seconds)
    , m_progress(progress)
    , m_stop(stop)
    , m_kernels(usableKernels().front())
    , m_team(computer.threads)
    , m_slab(slabBytes(computer, options))
    , m_memory(static_cast<std::byte*>(
          std::aligned_alloc(kPage, m_slab * static_cast<std::size_t>(m_team.size()))))
{
    if (!m_memory)
        throw std::bad_alloc();
    for (int thread = 0; thread < m_team.size(); ++thread)
        m_outputs.emplace_back(rowsPerThread(WeightFormat::Q4));
    m_result.computer = computer;
    m_result.threads = m_team.size();
    m_result.instructions = m_kernels.name;
    fill();
}

void Session::tell(double share, const std::string& what) const
{
    if (m_progress)
        m_progress(share, what);
}

/// Each thread writes its own part, so that a computer with several memories puts it near that thread. The
/// bytes are weights in every format: as bf16 they are between 0.008 and 0.04.
void Session::fill()
{
    tell(0, "Filling memory");
    (void)m_team.run([this](int thread) {
        std::byte* bytes = slab(thread);
        std::uint32_t state = 1;
        for (std::size_t i = 0; i < m_slab; ++i) {
            state = state * 1664525U + 1013904223U;
            bytes[i] = static_cast<std::byte>(0x3cU + (state >> 31U));
        }
    });
}

Team::Time Session::timed(const Team::Task& task)
{
    const Team::Time time = m_team.run(task);
    m_busy += time.seconds * time.processorShare;
    m_timed += time.seconds;
    return time;
}

Figure Session::rate(double budget, double amount, const std::function<void(int, std::size_t)>& task)
{
    std::size_t passes = 1;
    const auto once = [&] { return timed([&](int thread) { task(thread, passes); }); };
    // Longer and longer, until starting the threads is a small part of it. By the time that they had a
    // processor: where others have it, the clock on the wall says nothing of the work.
    const double wanted = budget / (kRepetitions + 3);
    double seconds = once().processorSeconds;
    while (seconds < wanted / 2 && passes < (std::size_t { 1 } << 40U) && !stopped()) {
        passes = static_cast<std::size_t>(
            static_cast<double>(passes) * std::clamp(wanted / std::max(seconds, 1e-9), 2.0, 64.0));
        seconds = once().processorSeconds;
    }
    std::vector<double> rates;
    double spent = 0;
    while (rates.size() < repetitions(spent, budget, kRepetitions) && !stopped()) {
        const double took = once().seconds;
        rates.push_back(amount * static_cast<double>(passes) / took);
        spent += took;
    }
    return rates.empty() ? Figure {} : figureOf(std::move(rates));
}

Figure Session::readRate(double budget, std::size_t bytesPerThread)
{
    const std::size_t bytes
        = std::clamp(bytesPerThread / kReadUnit * kReadUnit, kReadUnit, m_slab / kReadUnit * kReadUnit);
    return rate(budget, static_cast<double>(bytes) * m_team.size(),
        [&](int thread, std::size_t passes) { (void)m_kernels.table->read(slab(thread), bytes, passes); });
}

void Session::measureCaches()
{
    double inner = 0;
    double share = 0.05;
    for (const Cache& cache : m_computer.caches) {
        const double own = shareOf(cache, m_team.size());
        // Well above the cache before it, well below its own size: what a neighbour takes of it matters less.
        const double bytes = inner > 0 ? std::min(0.75 * own, std::sqrt(inner * own)) : own / 2;
        const std::string name = "L" + std::to_string(cache.level);
        tell(share, "Reading " + name);
        // A cache that gives a thread no more than the one before it cannot be told from it.
        if (bytes > inner)
            m_result.levels.push_back({ name, own * m_team.size(),
                readRate(kForCache * m_seconds, static_cast<std::size_t>(bytes)) });
        inner = std::max(inner, own);
        share += kForCache;
    }
}

void Session::measureCurve()
{
    constexpr std::size_t kFirst = 8 * 1024;
    m_result.levelsFromCurve = true;
    std::vector<std::size_t> sizes;
    for (std::size_t bytes = kFirst; bytes <= m_slab; bytes *= 2)
        sizes.push_back(bytes);
    std::vector<CurvePoint> curve;
    std::vector<Figure> figures;
    for (std::size_t i = 0; i < sizes.size() && !stopped(); ++i) {
        const double done = static_cast<double>(i) / static_cast<double>(sizes.size());
        tell(0.02 + kForCurve * done, "Looking for caches");
        figures.push_back(readRate(kForCurve * m_seconds / static_cast<double>(sizes.size()), sizes[i]));
        curve.push_back({ static_cast<double>(sizes[i]), figures.back().median });
    }
    if (stopped())
        return;
    int number = 0;
    for (const CurveLevel& level : levelsOf(curve))
        m_result.levels.push_back(
            { "L" + std::to_string(++number), level.bytes * m_team.size(), figures[level.point] });
}

void Session::measureFlops()
{
    tell(1 - kForMemory - kForFlops, "Multiplying and adding");
    m_result.flops = rate(kForFlops * m_seconds, m_kernels.table->flopsPerIteration * m_team.size(),
        [&](int, std::size_t iterations) { (void)m_kernels.table->multiplyAdd(iterations); });
}

double Session::readMemoryOnce()
{
    return timed([&](int thread) { (void)m_kernels.table->read(slab(thread), m_slab, 1); }).seconds;
}

std::size_t Session::rowsPerThread(WeightFormat format) const
{
    return std::max<std::size_t>(1, m_slab / rowBytes(format, kColumns));
}

double Session::multiplyOnce(WeightFormat format, const Vector& x)
{
    const std::size_t rows = rowsPerThread(format);
    const MatrixVector multiply = m_kernels.matrixVector(format);
    return timed([&](int thread) {
        multiply(slab(thread), rowBytes(format, kColumns), x,
            m_outputs[static_cast<std::size_t>(thread)].data(), rows);
    }).seconds;
}

/// In turn, so that whatever else the computer does falls on all of them alike.
void Session::measureMemory()
{
    constexpr std::size_t kMost = 50;
    const double budget = kForMemory * m_seconds;
    const Activations activations(someActivations());
    std::vector<double> rates;
    std::array<std::vector<double>, kWeightFormats.size()> seconds;
    double spent = 0;
    while (rates.size() < repetitions(spent, budget, kMost)) {
        const double done = std::max(static_cast<double>(rates.size()) / kMost, spent / budget);
        tell(1 - kForMemory * (1 - std::min(1.0, done)), "Reading and multiplying matrices from memory");
        const double read = readMemoryOnce();
        rates.push_back(static_cast<double>(m_slab) * m_team.size() / read);
        spent += read;
        for (std::size_t i = 0; i < kWeightFormats.size() && !stopped(); ++i) {
            seconds[i].push_back(multiplyOnce(kWeightFormats[i], activations.view()));
            spent += seconds[i].back();
        }
        if (stopped())
            return;
    }
    m_result.levels.push_back({ "DRAM", m_computer.memoryBytes, figureOf(std::move(rates)) });
    for (std::size_t i = 0; i < kWeightFormats.size(); ++i)
        m_result.kernels.push_back({ kWeightFormats[i],
            static_cast<double>(rowsPerThread(kWeightFormats[i]) * kColumns) * m_team.size(),
            figureOf(std::move(seconds[i])) });
}

Measurement Session::result(double seconds) const
{
    Measurement result = m_result;
    result.seconds = seconds;
    result.processorShare = m_timed > 0 ? m_busy / m_timed : 1;
    std::vector<DecodePoint> points;
    for (const KernelFigure& kernel : result.kernels)
        points.push_back({ bytesPerWeight(kernel.format), kernel.seconds.median / kernel.weights });
    result.decode = decodeCostOf(points, 1 / result.memory().bandwidth.median);
    return result;
}

} // namespace memwall::probe
