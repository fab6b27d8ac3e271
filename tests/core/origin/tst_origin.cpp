// Where headline figures come from: every formula evaluates to the figure that is shown, in its terms and in
// the numbers as they are printed, for every shipped scenario and for loads that use every term.
#include "core/figures/range.h"
#include "core/origin/origin.h"
#include "core/scenario/scenario_io.h"
#include "core/simulate.h"
#include "tests/support/builders.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

#include <fstream>
#include <sstream>

namespace tst_origin
{

using namespace memwall::core;
using namespace memwall::tests;
using nlohmann::json;

namespace
{

/// A printed figure read back: "14.74 ms" is 0.01474.
double readFigure(QString text)
{
    static const std::map<QString, double> kPrefixes { { "P", 1e15 }, { "T", 1e12 }, { "G", 1e9 },
        { "M", 1e6 }, { "k", 1e3 }, { "m", 1e-3 }, { QStringLiteral("µ"), 1e-6 }, { "n", 1e-9 },
        { "p", 1e-12 }, { "f", 1e-15 } };
    static const QStringList kUnits { "s", "B", "B/s", "flop", "flop/s", "J", "W" };
    text.remove(u',').replace(QStringLiteral("−"), QStringLiteral("-"));
    const QStringList parts = text.split(QChar(0x2009));
    bool good = false;
    const double value = parts[0].trimmed().toDouble(&good);
    if (!good)
        qWarning() << "no number:" << text;
    const QString unit = parts.value(1).trimmed();
    for (const QString& known : kUnits)
        if (unit.endsWith(known) && kPrefixes.contains(unit.chopped(known.size())))
            return value * kPrefixes.at(unit.chopped(known.size()));
    return value;
}

double readProduct(const QString& text)
{
    double product = 1;
    bool first = true;
    for (const QString& quotient : text.split(QStringLiteral(" × "))) {
        const QStringList factors = quotient.split(QStringLiteral(" ÷ "));
        product *= readFigure(factors[0]);
        for (const QString& divisor : factors.mid(1))
            product /= readFigure(divisor);
        first = false;
    }
    return first ? 0 : product;
}

/// The right side of a printed equation, worked out by hand.
double readEquation(const QString& text)
{
    QString right = text.mid(text.indexOf(QStringLiteral(" = ")) + 3);
    const bool down = right.endsWith(QStringLiteral(", rounded down"));
    right.remove(QStringLiteral(", rounded down"));
    right.replace(QStringLiteral(" − "), QStringLiteral(" + − "));
    double sum = 0;
    for (QString term : right.split(QStringLiteral(" + "))) {
        const bool minus = term.startsWith(QStringLiteral("− "));
        sum += (minus ? -1 : 1) * readProduct(minus ? term.mid(2) : term);
    }
    return down ? std::floor(sum + 1e-6) : sum;
}

bool near(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance * std::max(std::abs(a), std::abs(b)) + 1e-30;
}

std::string textOf(const QString& path)
{
    std::ifstream file(path.toStdString());
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

} // namespace

class TestOrigin : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_catalog = shippedCatalog(); }

    void everyFormulaEvaluatesToItsFigure_data()
    {
        QTest::addColumn<QString>("text");
        const QDir root(QStringLiteral(MEMWALL_SOURCE_DIR "/scenarios"));
        QDirIterator files(
            root.path(), { QStringLiteral("*.memwall.json") }, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QTest::newRow(qPrintable(root.relativeFilePath(path))) << QString::fromStdString(textOf(path));
        }
        const auto row = [](const char* name, const json& changes) {
            json scenario = fourH100();
            scenario.merge_patch(changes);
            QTest::newRow(name) << QString::fromStdString(scenario.dump());
        };
        row("stream of users", json::parse(R"({"workload": {"arrivals": "poisson", "requests": 40,
            "rate_per_s": 3, "prompt_tokens": {"distribution": "uniform", "min": 10, "max": 4000}}})"));
        row("one word", json::parse(R"({"workload": {"output_tokens": 1}})"));
        row("too many for the memory", json::parse(R"({"workload": {"users": 300, "prompt_tokens": 4000}})"));
    }

    void everyFormulaEvaluatesToItsFigure()
    {
        QFETCH(QString, text);
        const auto scenario = readScenario(text.toStdString(), m_catalog);
        QVERIFY2(scenario.has_value(), scenario ? "" : listOf(scenario.error()).c_str());
        const SimulationResult result = simulate(*scenario, m_catalog);
        for (std::size_t i = 0; i < result.systems.size(); ++i)
            for (const Origin& figure :
                originOf(scenario->systems[i], scenario->workload, m_catalog, result.systems[i]))
                checkFigure(figure);
    }

    void theFiguresAreThoseOfTheReport()
    {
        const SystemResult result = resultOf(fourH100());
        const Report& report = result.report;
        const std::map<Headline, double> wanted { { Headline::Tpot, report.tpotS },
            { Headline::Ttft, report.ttftS }, { Headline::TokensPerUser, report.tokensPerSPerUser },
            { Headline::Throughput, report.throughputTokensPerS },
            { Headline::Memory, report.memory.weights + report.memory.kv },
            { Headline::MaxUsers, static_cast<double>(report.memory.maxUsers) },
            { Headline::Energy, report.energyJPerToken->value },
            { Headline::Cost, report.costUsdPerMtoken->value } };
        std::size_t found = 0;
        for (const Origin& figure : m_figures)
            if (const auto known = wanted.find(figure.headline); known != wanted.end()) {
                QCOMPARE(figure.figure.value, known->second);
                ++found;
            }
        QCOMPARE(found, wanted.size());
        const Origin& bottleneck = of(Headline::Bottleneck);
        QCOMPARE(bottleneck.words, report.bottleneckTitle);
        QVERIFY(near(bottleneck.figure.value,
            (report.breakdown.weights + report.breakdown.kv) / report.breakdown.total(), 1e-9));
    }

    void weightsAreBytesOverTheRateThatIsReached()
    {
        const SystemResult result = resultOf(fourH100());
        // 70.55e9 parameters less the input embedding, 2 bytes each, over four chips: 34.75 GB at 3.35 TB/s
        // times the share that is reached.
        bool seen = false;
        for (const Equation& equation : of(Headline::Tpot).equations)
            if (equation.result.name.what == "term.rate_reached") {
                seen = true;
                QCOMPARE(equation.terms.front().times.front().value, 3.35e12);
                QVERIFY(equation.result.value > 0.6 * 3.35e12 && equation.result.value < 0.95 * 3.35e12);
            }
        QVERIFY(seen);
    }

    void whatTheFitMovedSaysFromWhereAndByHowMany()
    {
        const SystemResult result = resultOf(fourH100());
        int fitted = 0;
        for (const OriginInput& input : of(Headline::Tpot).inputs) {
            QVERIFY2(!input.source.empty(), memwall::ui::english(input.figure.name).c_str());
            QVERIFY(!input.figure.name.empty());
            if (!input.prior)
                continue;
            ++fitted;
            QVERIFY(*input.prior > 0 && input.witnesses > 0);
            if (memwall::ui::english(input.figure.name) == "share of it that H100 SXM reaches")
                QCOMPARE(*input.prior, 0.84);
        }
        QVERIFY(fitted >= 4);
        const auto& inputs = of(Headline::Tpot).inputs;
        QVERIFY(std::any_of(inputs.begin(), inputs.end(), [](const OriginInput& input) {
            return input.confidence == Confidence::Vendor && !input.url.empty()
                && input.figure.value == 3.35e12;
        }));
    }

    void anotherRegimeIsSaidToBeOutsideTheRange()
    {
        resultOf(fourH100());
        QVERIFY(of(Headline::Tpot).outside.empty());
        json experts = fourH100();
        experts["systems"][0]["model"] = "mixtral-8x7b";
        experts["workload"]["users"] = 32;
        const SystemResult result = resultOf(experts);
        QVERIFY(!result.report.inRange);
        QCOMPARE(of(Headline::Tpot).outside, result.report.rangeNote);
        QVERIFY(memwall::ui::english(result.report.rangeNote).find("xperts under load") != std::string::npos);
        QVERIFY(of(Headline::Ttft).outside.empty());
        // Outside, the band is at least that of an unsure figure.
        QVERIFY(result.report.bandHigh >= result.report.tpotS * (1 + kUnsureError) * (1 - 1e-12));
    }

    void aServersFirstTokenIsOutsideWhereItsTimePerTokenIsNot()
    {
        json server = fourH100();
        server["systems"][0]["engine"] = "vllm";
        resultOf(server);
        QVERIFY(of(Headline::Tpot).outside.empty());
        QVERIFY(!of(Headline::Ttft).outside.empty());
    }

    void whatDoesNotFitHasNoFigures()
    {
        json one = fourH100();
        one["systems"][0]["model"] = "llama-3.1-405b";
        one["systems"][0]["pools"] = json::array({ { { "role", "both" }, { "chip", "groq_lpu1" } } });
        one["systems"][0].erase("engine");
        const SystemResult result = resultOf(one);
        QVERIFY(!result.report.fits);
        QVERIFY(m_figures.empty());
    }

    void theTextHasAllOfIt()
    {
        resultOf(fourH100());
        const std::string text = originText(of(Headline::Tpot), memwall::ui::wordingOfFiles());
        for (const char* part :
            { "TPOT = weights", "typical", "ideal", "fitted to", "[vendor]", "this scenario" })
            QVERIFY2(text.find(part) != std::string::npos, part);
    }

    void figuresAreWrittenWithFourDigitsAndAUnit_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("text");
        QTest::newRow("ms") << 0.014738 << "s" << QStringLiteral("14.74\u2009ms");
        QTest::newRow("carried over") << 0.00099999 << "s" << QStringLiteral("1\u2009ms");
        QTest::newRow("whole") << 65536.0 << "tokens" << QStringLiteral("65,536\u2009tokens");
        QTest::newRow("share") << 0.80213 << "" << QStringLiteral("0.8021");
        QTest::newRow("million") << 70.55e9 << "" << QStringLiteral("70,550,000,000");
        QTest::newRow("zero") << 0.0 << "B" << QStringLiteral("0\u2009B");
    }

    void figuresAreWrittenWithFourDigitsAndAUnit()
    {
        QFETCH(double, value);
        QFETCH(QString, unit);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(figureText(value, unit.toStdString())), text);
    }

private:
    static void checkFigure(const Origin& figure)
    {
        const std::string name = memwall::ui::english(titleOf(figure.headline));
        QVERIFY2(!figure.equations.empty() && !figure.inputs.empty(), name.c_str());
        QCOMPARE(figure.equations.front().result.value, figure.figure.value);
        for (const Equation& equation : figure.equations) {
            const QString said
                = QString::fromStdString(name + ": " + equation.words(memwall::ui::wordingOfFiles()) + ": ")
                + QString::fromStdString(equation.numbers());
            // Terms too small to be seen are left out: less than 0.02 % each. Norms are on every chip, which
            // adds half a per cent to a share of a small model over 72 chips.
            QVERIFY2(near(equation.value(), equation.result.value, 6e-3), qPrintable(said));
            QVERIFY2(
                near(readEquation(QString::fromStdString(equation.numbers())), equation.result.value, 8e-3),
                qPrintable(said));
        }
        if (figure.low) {
            QVERIFY2(*figure.low <= figure.figure.value && figure.figure.value <= *figure.high, name.c_str());
        }
        const bool rate
            = figure.headline == Headline::TokensPerUser || figure.headline == Headline::Throughput;
        if (figure.ideal)
            QVERIFY2(rate ? *figure.ideal >= 0.999 * figure.figure.value
                          : *figure.ideal <= 1.001 * figure.figure.value,
                name.c_str());
    }

    SystemResult resultOf(const json& file)
    {
        const auto scenario = scenarioFromJson(file, m_catalog);
        if (!scenario)
            qFatal("%s", listOf(scenario.error()).c_str());
        SystemResult result = simulate(*scenario, m_catalog).systems.front();
        m_figures = originOf(scenario->systems.front(), scenario->workload, m_catalog, result);
        return result;
    }

    const Origin& of(Headline headline)
    {
        for (const Origin& figure : m_figures)
            if (figure.headline == headline)
                return figure;
        qFatal("no such figure");
    }

    Catalog m_catalog;
    std::vector<Origin> m_figures; ///< of the last result
};

MEMWALL_TEST(TestOrigin, memwall::tests::NoApplication)

} // namespace tst_origin

#include "tst_origin.moc"
