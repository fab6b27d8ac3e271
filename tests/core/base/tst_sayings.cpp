// What core says has words: each saying in the sources stands in the table of words and the other way round,
// places are filled in one go, counts choose singular or plural.
#include "core/base/saying.h"
#include "tests/support/test_program.h"
#include "widgets/words/saying_table.h"
#include "widgets/words/sayings.h"

#include <QTest>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

namespace tst_sayings
{

using namespace memwall::core;
using namespace memwall::ui;

namespace
{

/// Every string literal below a folder that looks like the name of a saying of a table.
std::set<std::string> literalsOf(const char* folder)
{
    const std::regex literal("\"([a-z0-9_]+(?:\\.[a-z0-9_]+)*)\"");
    std::set<std::string> found;
    for (const auto& entry :
        std::filesystem::recursive_directory_iterator(std::filesystem::path(MEMWALL_SOURCE_DIR) / folder)) {
        if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h")
            continue;
        std::ifstream file(entry.path());
        const std::string text { std::istreambuf_iterator<char>(file), {} };
        for (std::sregex_iterator hit(text.begin(), text.end(), literal), end; hit != end; ++hit)
            found.insert((*hit)[1]);
    }
    return found;
}

/// Problems of files are said by app too.
std::set<std::string> literalsOfSources()
{
    std::set<std::string> found = literalsOf("core");
    found.merge(literalsOf("app"));
    return found;
}

std::vector<SayingWords> allWords()
{
    std::vector<SayingWords> all;
    for (const auto& table : allSayings())
        all.insert(all.end(), table.begin(), table.end());
    return all;
}

} // namespace

class TestSayings : public QObject
{
    Q_OBJECT

private slots:
    void noWordsStandThereForNothingOrTwice()
    {
        const std::set<std::string> literals = literalsOfSources();
        std::set<std::string_view> seen;
        for (const SayingWords& words : allWords()) {
            QVERIFY2(literals.contains(std::string(words.what)), words.what.data());
            QVERIFY2(seen.insert(words.what).second, words.what.data());
        }
    }

    /// The other way round, for names with a dot after the name of a family.
    void everySayingHasWords()
    {
        std::set<std::string> names, families;
        for (const SayingWords& words : allWords()) {
            names.insert(std::string(words.what));
            if (const auto dot = words.what.find('.'); dot != std::string_view::npos)
                families.insert(std::string(words.what.substr(0, dot)));
        }
        int checked = 0;
        for (const std::string& literal : literalsOfSources()) {
            const auto dot = literal.find('.');
            const bool isFile = literal.ends_with(".json") || literal.ends_with(".csv");
            if (dot == std::string::npos || isFile || !families.contains(literal.substr(0, dot)))
                continue;
            QVERIFY2(names.contains(literal), literal.c_str());
            ++checked;
        }
        QVERIFY(checked > 100);
    }

    /// Places go up to the number of parts, and each is used, singular and plural alike.
    void placesAreCountedFromOne()
    {
        for (const SayingWords& words : allWords())
            for (const char* text : { words.text, words.one }) {
                if (text == nullptr)
                    continue;
                std::set<char> places;
                for (const char* at = text; *at != '\0'; ++at)
                    if (*at == '%' && at[1] >= '1' && at[1] <= '9')
                        places.insert(at[1]);
                for (char place = '1'; place < '1' + static_cast<char>(places.size()); ++place)
                    QVERIFY2(places.contains(place), text);
            }
    }

    void partsAreNotReadAgain()
    {
        QCOMPARE(english(Saying { "wall.memory", { "100%1 %2" } }), std::string("100%1 %2 bandwidth"));
    }

    void countsChooseTheNumber()
    {
        const auto capped = [](std::int64_t waiting) {
            return english(Saying { "batch.capped", { groupedCount(waiting), "64", "64" } });
        };
        QVERIFY(capped(1).starts_with("64 run at once, 1 waits:"));
        QVERIFY(capped(4032).starts_with("64 run at once, 4,032 wait:"));
        QCOMPARE(english(Saying { "chips", { plainCount(1) } }), std::string("1 chip"));
        QCOMPARE(english(Saying { "chips", { plainCount(1200) } }), std::string("1200 chips"));
    }

    void groupsOfThree()
    {
        QCOMPARE(groupedCount(999).text, std::string("999"));
        QCOMPARE(groupedCount(1000).text, std::string("1,000"));
        QCOMPARE(groupedCount(1234567).text, std::string("1,234,567"));
        QCOMPARE(groupedCount(-1234).text, std::string("-1,234"));
    }

    void aReasonBecomesASentence()
    {
        QCOMPARE(english(Saying { "range", { Sayings { { "range.attention", {} } } } }),
            std::string("Linear and sparse attention rest on few points."));
    }
};

MEMWALL_TEST(TestSayings, memwall::tests::NoApplication)

} // namespace tst_sayings

#include "tst_sayings.moc"
