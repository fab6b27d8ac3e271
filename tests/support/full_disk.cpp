// A disk that fails, for whatever program is started with this in LD_PRELOAD or is linked with it: no rights
// and no file system of its own are needed, and nothing else changes. What it does stands in the environment.
#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace
{

/// Files whose names begin with it lie on the disk.
constexpr auto kFolder = "FULL_DISK";
/// Bytes that still fit, for each program by itself.
constexpr auto kRoom = "FULL_DISK_ROOM";
/// Set: everything seems to fit until it is to be safe.
constexpr auto kLate = "FULL_DISK_LATE";
/// What begins with this text is read back with another first byte.
constexpr auto kForgets = "FULL_DISK_FORGETS";

bool isOnDisk(int file)
{
    const char* folder = std::getenv(kFolder);
    struct stat status
    {
    };
    if (folder == nullptr || fstat(file, &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    char name[4096] {};
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    return readlink(link.c_str(), name, sizeof name - 1) > 0
        && std::strncmp(name, folder, std::strlen(folder)) == 0;
}

/// Bytes of so many that are taken now.
std::size_t fitting(std::size_t count)
{
    static std::size_t used = 0;
    const char* room = std::getenv(kRoom);
    const std::size_t all = room ? std::strtoull(room, nullptr, 10) : 0;
    const std::size_t taken = std::min(count, all - std::min(all, used));
    used += taken;
    return taken;
}

} // namespace

extern "C" {

ssize_t write(int file, const void* bytes, size_t count)
{
    if (count > 0 && isOnDisk(file) && std::getenv(kLate) == nullptr && std::getenv(kForgets) == nullptr) {
        count = fitting(count);
        if (count == 0) {
            errno = ENOSPC;
            return -1;
        }
    }
    return syscall(SYS_write, file, bytes, count);
}

ssize_t read(int file, void* bytes, size_t count)
{
    const ssize_t taken = syscall(SYS_read, file, bytes, count);
    const char* forgets = std::getenv(kForgets);
    const std::size_t length = forgets ? std::strlen(forgets) : 0;
    if (length > 0 && taken >= static_cast<ssize_t>(length) && std::memcmp(bytes, forgets, length) == 0
        && isOnDisk(file))
        static_cast<char*>(bytes)[0] = '?';
    return taken;
}

int fsync(int file)
{
    if (isOnDisk(file) && std::getenv(kLate) != nullptr) {
        errno = ENOSPC;
        return -1;
    }
    return static_cast<int>(syscall(SYS_fsync, file));
}

} // extern "C"
