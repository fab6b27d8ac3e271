// The program in the locales of the world: what it writes is the same to the byte.
#include "app/frame/language.h"
#include "tests/support/program.h"
#include "tests/support/test_program.h"

#include <QDoubleSpinBox>
#include <QFile>
#include <QFloat16> // QCOMPARE of JSON asks for it
#include <QLocale>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <clocale>

namespace tst_locales
{

using namespace memwall::tests;

namespace
{

/// The first is what the others are held against. The last has a decimal point of two bytes.
constexpr const char* kLocales[] = { "C", "de_DE.UTF-8", "tr_TR.UTF-8", "ps_AF.UTF-8" };

Outcome run(const char* locale, const QStringList& arguments)
{
    QProcessEnvironment environment = withoutSession();
    environment.remove("LANGUAGE");
    environment.insert("LC_ALL", locale);
    return memwall::tests::run(arguments, {}, environment);
}

QString scenario(const char* name)
{
    return QStringLiteral(MEMWALL_SOURCE_DIR "/scenarios/") + QString::fromUtf8(name);
}

/// The first lines that differ, for whoever has to mend it.
QByteArray difference(const QByteArray& one, const QByteArray& other)
{
    const QList<QByteArray> a = one.split('\n'), b = other.split('\n');
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i)
        if (a[i] != b[i])
            return a[i] + "\n" + b[i];
    return "one ends before the other";
}

} // namespace

class TestLocales : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        for (const char* locale : kLocales)
            QVERIFY2(std::setlocale(LC_ALL, locale) != nullptr, locale);
        QVERIFY(m_folder.isValid());
    }

    void cleanup() { std::setlocale(LC_ALL, "C"); }

    void whatIsWrittenIsTheSameToTheByte_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        const QString gpu = scenario("machines/gpu-hbm.memwall.json");
        const QString readers = scenario("race/separate-rooms.memwall.json");
        const auto row = [](const char* name, const QStringList& arguments, int status = 0) {
            QTest::newRow(name) << arguments << status;
        };
        for (const char* option : { "--summary", "--explain", "--validate" })
            row(option, { option, gpu });
        for (const char* option : { "--json", "--csv", "--timeline", "--trace" })
            row(option, { option, "-", gpu });
        row("separate rooms", { "--summary", readers });
        row("trace that is read", { "--json", "-", scenario("traffic/real-conversations.memwall.json") });
        row("sweep", { "--sweep", "/systems/0/pools/0/scale/bandwidth=0.5,1.25", gpu });
        row("reach", { "--reach", "tpot_s=0.0125", gpu });
        row("reach as JSON", { "--reach", "tpot_s=0.0125", "--json", "-", gpu });
        row("model check", { "--check-model" });
        row("model check as JSON", { "--check-model", "--json", "-" });
        for (const char* what : { "chips", "models", "links", "engines", "formats", "scenarios" })
            row(what, { "--list", what });
        row("help", { "--help" });
        row("option that is no number", { "--screenshot", "a.png", "--at", "0,5", gpu }, 2);
        row("value out of range", { "--summary", "--set", "/systems/0/pools/0/scale/bandwidth=-0.5", gpu },
            3);
        row("name of a file", { "--summary", QStringLiteral("Größe … İı.memwall.json") }, 4);
    }
    void whatIsWrittenIsTheSameToTheByte()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        const Outcome first = run(kLocales[0], arguments);
        QVERIFY2(first.status == status, first.errors.constData());
        QVERIFY(!first.output.isEmpty() || !first.errors.isEmpty());
        for (std::size_t i = 1; i < std::size(kLocales); ++i) {
            const Outcome outcome = run(kLocales[i], arguments);
            QCOMPARE(outcome.status, status);
            QVERIFY2(outcome.output == first.output, difference(first.output, outcome.output).constData());
            QVERIFY2(outcome.errors == first.errors, difference(first.errors, outcome.errors).constData());
        }
    }

    void aPictureIsTheSameToTheByte()
    {
        QByteArray first;
        for (const char* locale : kLocales) {
            const QString path = m_folder.filePath(QString::fromUtf8(locale) + ".png");
            const Outcome outcome = run(locale,
                { "--screenshot", path, "--size", "1280x720", scenario("machines/gpu-hbm.memwall.json") });
            QVERIFY2(outcome.status == 0, outcome.errors.constData());
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray picture = file.readAll();
            first = first.isEmpty() ? picture : first;
            QVERIFY2(picture == first, locale);
        }
    }

    void aPictureSpeaksTheLanguageThatIsAskedFor()
    {
        const auto picture = [this](const QStringList& language) {
            const QString path = m_folder.filePath("words.svg");
            const Outcome outcome = run("de_DE.UTF-8",
                QStringList { "--screenshot", path, scenario("machines/gpu-hbm.memwall.json") } + language);
            QFile file(path);
            return outcome.status == 0 && file.open(QIODevice::ReadOnly) ? file.readAll() : outcome.errors;
        };
        QVERIFY(picture({}).contains("Decode"));
        const QByteArray other = picture({ "--lang", "pseudo" });
        QVERIFY(other.contains("Đéçöđé") && !other.contains("Decode"));
    }

    void aMistakeIsToldInTheLanguageThatIsAskedFor()
    {
        const QStringList wrong { "--validate", "--set", "/workload/userz=1", "--set", "/workload/requests=0",
            scenario("machines/gpu-hbm.memwall.json") };
        const QByteArray english = run("de_DE.UTF-8", wrong).errors;
        QVERIFY2(english.contains("unknown field \"userz\"; did you mean \"users\"?"), english.constData());
        const Outcome other = run("de_DE.UTF-8", QStringList { "--lang", "pseudo" } + wrong);
        QCOMPARE(other.status, 3);
        for (const char* part : { "/workload/userz", "ûñķñöŵñ ƒîéļđ \"userz\"", "đîđ ýöû ṁéåñ \"users\"?",
                 "öûţ öƒ ŕåñĝé", "ƀéţŵééñ 1 åñđ 1000000" })
            QVERIFY2(other.errors.contains(part), other.errors.constData());
        for (const char* word : { "unknown", "did", "range", "between" })
            QVERIFY2(!other.errors.contains(word), other.errors.constData());
    }

    void columnsOfATraceAreFoundByTheirLetters()
    {
        QFile trace(m_folder.filePath("small.csv"));
        QVERIFY(trace.open(QIODevice::WriteOnly));
        trace.write("TIMESTAMP,contexttokens,GENERATEDTOKENS\n2023-11-16 18:15:46.6805900,374,44\n");
        trace.close();
        for (const char* locale : kLocales) {
            const Outcome outcome = run(locale,
                { "--json", "-", "--set", "/workload/trace/file=" + trace.fileName(),
                    scenario("traffic/real-conversations.memwall.json") });
            QVERIFY2(outcome.status == 0, outcome.errors.constData());
            const auto json = nlohmann::json::parse(outcome.output.toStdString());
            QCOMPARE(json["systems"][0]["requests"]["finished"].get<int>(), 1);
        }
    }

    void wordsReachTheTerminalAsTheyWereWritten()
    {
        for (const char* locale : kLocales) {
            const QByteArray help = run(locale, { "--help" }).output;
            QVERIFY2(help.contains("POINTER=V1,V2,…"), help.constData());
            QVERIFY(run(locale, { "--summary", QStringLiteral("Größe … İı.memwall.json") })
                        .errors.contains("Größe … İı.memwall.json: cannot read: No such file"));
        }
    }

    void boxesForNumbersShowAPoint()
    {
        for (const char* locale : kLocales) {
            std::setlocale(LC_ALL, locale);
            QLocale::setDefault(QLocale(QString::fromUtf8(locale)));
            memwall::app::useLanguage();
            QDoubleSpinBox box;
            box.setValue(0.5);
            QCOMPARE(box.text(), QStringLiteral("0.50"));
            QCOMPARE(nlohmann::json::parse("1.5").get<double>(), 1.5);
        }
    }

private:
    QTemporaryDir m_folder;
};

MEMWALL_TEST(TestLocales, QApplication)

} // namespace tst_locales

#include "tst_locales.moc"
