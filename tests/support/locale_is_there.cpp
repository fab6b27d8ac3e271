// Linked into every test: where a locale is not there, setlocale stays with C in silence, and a test that was
// to run in German would pass without.
#include <clocale>
#include <cstdio>
#include <cstdlib>

namespace
{

[[maybe_unused]] const bool kLocaleIsThere = [] {
    if (std::setlocale(LC_ALL, "") != nullptr)
        return true;
    const char* const name = std::getenv("LC_ALL");
    std::fprintf(stderr, "There is no locale %s here: is the package locales installed?\n", name ? name : "");
    std::_Exit(EXIT_FAILURE);
}();

} // namespace
