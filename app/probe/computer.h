// What the system says about this computer: its processor, how much of it this process may use, its caches
// and its memory. Any of it may be missing or, in a virtual machine, made up; nothing here fails.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace memwall::probe
{

struct Cache
{
    int level = 0;
    double bytes = 0; ///< of one instance
    int instances = 0; ///< that the usable processors have
};

struct Computer
{
    std::string name; ///< of the processor: "AMD EPYC"
    int processors = 1; ///< that this process may run on
    int cores = 1; ///< among them; two processors may share one
    int threads = 1; ///< that are worth starting: one a core, fewer where a quota allows less
    std::optional<double> quota; ///< processors' worth of time that a container grants, where it limits
    std::vector<Cache> caches; ///< data caches, L1 first; empty where the system does not say
    // Absent where the system does not say.
    std::optional<double> memoryBytes; ///< of the computer, or of the container where that is less
    std::optional<double> availableBytes; ///< of that, free for a new program
};

/// root: "/", or a folder with copies of the files below it. allowed: processors that this process may run
/// on; empty: all.
[[nodiscard]] Computer describeComputer(const std::filesystem::path& root, const std::vector<int>& allowed);
/// This one.
[[nodiscard]] Computer thisComputer();

// How those files are written. Nothing where the text is not of that form.
[[nodiscard]] std::vector<int> parseCpuList(std::string_view text); ///< "0-3,8"
[[nodiscard]] std::optional<double> parseCacheSize(std::string_view text); ///< "512K" → bytes
[[nodiscard]] std::optional<double> parseCpuMax(std::string_view text); ///< "150000 100000" → 1.5; "max …"
[[nodiscard]] std::optional<double> parseBytes(std::string_view text); ///< "max" and absurd sizes: no limit
/// A line of /proc/meminfo, bytes.
[[nodiscard]] std::optional<double> parseMeminfo(std::string_view text, std::string_view key);
/// The path of a controller in /proc/self/cgroup; an empty controller asks for version 2's.
[[nodiscard]] std::string parseCgroup(std::string_view text, std::string_view controller);

} // namespace memwall::probe
