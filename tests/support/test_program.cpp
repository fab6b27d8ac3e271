// Starts the test that the first argument names.
#include "tests/support/test_program.h"

#include <cstdio>
#include <filesystem>
#include <map>
#include <string>

namespace memwall::tests
{

namespace
{

std::map<std::string, int (*)(int, char**)>& listedTests()
{
    static std::map<std::string, int (*)(int, char**)> tests;
    return tests;
}

int startTest(int argc, char** argv)
{
    const auto& tests = listedTests();
    if (const auto test = tests.find(argc < 2 ? "" : argv[1]); test != tests.end()) {
        argv[1] = argv[0];
        return test->second(argc - 1, argv + 1);
    }
    std::fputs("Name one of these tests first:\n", stderr);
    for (const auto& [name, run] : tests)
        std::fprintf(stderr, "  %s\n", name.c_str());
    return 2;
}

} // namespace

Listed::Listed(const char* file, int (*run)(int argc, char** argv))
{
    listedTests().emplace(std::filesystem::path(file).stem().string(), run);
}

} // namespace memwall::tests

int main(int argc, char** argv)
{
    return memwall::tests::startTest(argc, argv);
}
