#include "tests/support/run_builder.h"
#include "widgets/tape/tape_layout.h"

#include <QPainter>
#include <QtTest>

using namespace memwall;
using namespace memwall::ui;

namespace
{

TapeInput inputOf(std::shared_ptr<const core::Run> run, double seconds, const Theme& theme)
{
    TapeInput input;
    input.run = std::move(run);
    input.time = core::instantAt(seconds);
    input.trueSpeedTime = core::instantAt(seconds / 2);
    input.theme = theme;
    return input;
}

/// An answer of many tokens: only its last lines may cost anything.
std::shared_ptr<core::Run> longRun(std::int64_t tokens)
{
    auto run = test::wallRun();
    run->requests[0].outputTokens = tokens;
    return run;
}

} // namespace

class TestTape : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void longWordsBecomeTwoTokens()
    {
        const QStringList expected { QStringLiteral("The"), QStringLiteral(" base"), QStringLiteral("ment"),
            QStringLiteral(" door.") };
        QCOMPARE(cutIntoTokens(QStringLiteral("The basement  door.")), expected);
    }

    void aTokenIsAboutThreeQuartersOfAWord()
    {
        const QStringList tokens = tokensOf({});
        const auto words = std::count_if(
            tokens.begin(), tokens.end(), [](const QString& token) { return token.startsWith(u' '); });
        const double wordsPerToken = static_cast<double>(words + 1) / static_cast<double>(tokens.size());
        QVERIFY(wordsPerToken > 0.7 && wordsPerToken < 0.95);
    }

    void aShortAnswerIsRepeated()
    {
        const QString answer = QStringLiteral("one two");
        QCOMPARE(tokenText(answer, 0), QStringLiteral("one"));
        QCOMPARE(tokenText(answer, 1), QStringLiteral(" two"));
        QCOMPARE(tokenText(answer, 2), QStringLiteral(" one"));
        QCOMPARE(tokenText(answer, 3), QStringLiteral(" two"));
    }

    void speculationMarksEveryWordWithItsFate()
    {
        const auto run = test::speculationRun();
        const QStringList tokens = tokensOf({});
        QCOMPARE(piecesOf(*run, 0, 0, tokens).back().mark, TapeMark::Plain);
        QCOMPARE(piecesOf(*run, 0, 1, tokens).back().mark, TapeMark::Accepted);
        // four drafted, three kept: the fourth is crossed out and the big model's word follows
        const auto last = piecesOf(*run, 0, 4, tokens);
        QCOMPARE(last.size(), std::size_t { 2 });
        QCOMPARE(last[0].mark, TapeMark::Rejected);
        QCOMPARE(last[1].mark, TapeMark::Corrected);
        QCOMPARE(last[1].text, tokens[4]);
    }

    void linesHoldWhatIsWrittenAndFitTheirWidth()
    {
        const auto run = test::wallRun();
        const QStringList tokens = tokensOf({});
        const Theme theme = Theme::darkTheme();
        const auto lines = lastLines({ *run, 0, 30, tokens }, theme, 200, 99);
        QVERIFY(lines.size() > 1);
        std::size_t count = 0;
        for (const TapeLine& line : lines) {
            count += line.size();
            QVERIFY(line.back().x + line.back().width <= 200.5);
        }
        QCOMPARE(count, std::size_t { 30 });
    }

    void aNewTokenNeverMovesTheWordsBeforeIt()
    {
        const auto run = test::wallRun();
        const QStringList tokens = tokensOf({});
        const Theme theme = Theme::darkTheme();
        for (std::int64_t n = 1; n < 40; ++n) {
            const auto before = lastLines({ *run, 0, n, tokens }, theme, 180, 99);
            const auto after = lastLines({ *run, 0, n + 1, tokens }, theme, 180, 99);
            for (std::size_t line = 0; line < before.size(); ++line)
                for (std::size_t i = 0; i < before[line].size(); ++i)
                    QCOMPARE(after[line][i].x, before[line][i].x);
        }
    }

    void onlyTheLastLinesOfALongAnswerAreLaidOut()
    {
        const auto run = longRun(1'000'000);
        const QStringList tokens = tokensOf({});
        const Theme theme = Theme::darkTheme();
        QElapsedTimer timer;
        timer.start();
        const auto lines = lastLines({ *run, 0, 999'999, tokens }, theme, 300, 3);
        QCOMPARE(lines.size(), std::size_t { 3 });
        QVERIFY2(timer.elapsed() < 200, "laid out the whole answer");
    }

    void theRateIsTokensOverTheirTime()
    {
        // 40 tokens of 13.3 ms after the first: 1 / 13.3 ms = 75.2 a second
        QVERIFY(std::abs(tokensPerSecond(*test::wallRun(), 0) - 1.0 / 13.3e-3) < 0.01);
        QCOMPARE(tokensPerSecond(*test::overflowingRun(), 0), 0.0);
    }

    void bothThemesPaintWordsAndTheEmptyState()
    {
        for (const Theme& theme : { Theme::darkTheme(), Theme::lightTheme() })
            for (const auto& run : { test::wallRun(), test::speculationRun(), test::overflowingRun() }) {
                QImage image { 1000, 74, QImage::Format_ARGB32_Premultiplied };
                image.fill(Qt::magenta);
                QPainter painter { &image };
                paintTape(painter, { 0, 0, 1000, 74 }, inputOf(run, 0.2, theme));
                painter.end();
                QCOMPARE(image.pixelColor(500, 3), theme.panel);
            }
    }

    void theLoopStartsAgainAfterAPause()
    {
        TapeWidget widget;
        widget.resize(1000, 74);
        const auto run = test::wallRun(); // ends after 0.632 s; the loop takes 1.632 s
        widget.setRun(run, {});
        widget.setRealSeconds(0.3);
        const QImage once = widget.grab().toImage();
        widget.setRealSeconds(0.6);
        QVERIFY(widget.grab().toImage() != once);
        widget.setRealSeconds(0.3 + 1.632);
        QCOMPARE(widget.grab().toImage(), once);
    }
};

QTEST_MAIN(TestTape)

#include "tst_tape.moc"
