#include "tests/support/painted_text.h"
#include "tests/support/run_builder.h"
#include "tests/support/shipped_scenarios.h"
#include "tests/support/test_program.h"
#include "widgets/base/format.h"
#include "widgets/tape/rounds.h"
#include "widgets/tape/stall.h"
#include "widgets/tape/tape_layout.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace tst_tape
{

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

/// One word a second on screen, or so many.
Pace paceOf(double wordsPerSecond)
{
    constexpr double kWordS = 13.3e-3; // of wallRun()
    return { .speed = kWordS * wordsPerSecond, .running = true };
}

constexpr QSize kTape { 1000, 74 };

QImage pictureOf(const TapeInput& input)
{
    QImage image { kTape, QImage::Format_RGB32 };
    QPainter painter { &image };
    paintTape(painter, QRectF { image.rect() }, input);
    return image;
}

/// What differs between two pictures.
QRect changed(const QImage& a, const QImage& b)
{
    QRect area;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            if (a.pixel(x, y) != b.pixel(x, y))
                area |= QRect { x, y, 1, 1 };
    return area;
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
        QCOMPARE(markOf(*run, 0, 0), TapeMark::Plain);
        QCOMPARE(markOf(*run, 0, 1), TapeMark::Accepted);
        QCOMPARE(markOf(*run, 0, 4), TapeMark::Corrected);
    }

    void aRoundIsALine()
    {
        const auto run = test::speculationRun();
        run->requests[0].cycles[0].accepted
            = 1; // one of four kept, the second crossed out, two never looked at
        run->requests[0].cycles[0].emitted = 2;
        const QStringList tokens = tokensOf({});
        const auto lines = roundLines(*run, 0, roundsNow(*run, 0, run->end()), tokens, 9);
        QCOMPARE(lines.size(), std::size_t { 2 });
        const std::vector<TapePiece> prompt { { tokens[0], TapeMark::Plain } };
        QCOMPARE(lines[0], prompt);
        std::vector<TapeMark> marks;
        for (const TapePiece& piece : lines[1])
            marks.push_back(piece.mark);
        const std::vector<TapeMark> expected { TapeMark::Accepted, TapeMark::Rejected, TapeMark::ThrownAway,
            TapeMark::ThrownAway, TapeMark::Corrected };
        QCOMPARE(marks, expected);
        QCOMPARE(lines[1].front().text, tokens[1].trimmed()); // what was kept is in the answer
        QCOMPARE(lines[1].back().text, tokens[2].trimmed()); // and so is the big model's own word
        QCOMPARE(roundLines(*run, 0, roundsNow(*run, 0, run->end()), tokens, 1).size(), std::size_t { 1 });
    }

    void everyFateHasItsSignAndInk()
    {
        const std::vector<TapeMark> fates { TapeMark::Accepted, TapeMark::Rejected, TapeMark::Corrected };
        QStringList signs;
        for (const TapeMark fate : fates)
            signs << signOf(fate);
        QVERIFY(!signs.contains(QString {}));
        QCOMPARE(signs.removeDuplicates(), 0);
        QCOMPARE(signOf(TapeMark::ThrownAway), QString {}); // dashes go through it
    }

    void aLongRoundKeepsWhatWasDecided_data()
    {
        QTest::addColumn<double>("width");
        for (const double width : { 90.0, 160.0, 240.0, 400.0, 900.0 })
            QTest::addRow("%.0f px", width) << width;
    }
    void aLongRoundKeepsWhatWasDecided()
    {
        QFETCH(double, width);
        const QStringList tokens = tokensOf({});
        std::vector<TapePiece> round;
        for (int i = 0; i < 12; ++i)
            round.push_back({ tokens[i].trimmed(),
                i < 7        ? TapeMark::Accepted
                    : i == 7 ? TapeMark::Rejected
                             : TapeMark::ThrownAway });
        round.push_back({ tokens[7].trimmed(), TapeMark::Corrected });
        const Theme theme = Theme::darkTheme();
        const auto placed = placeRound(round, theme, width);
        const auto count = [&](TapeMark mark) {
            return std::count_if(placed.begin(), placed.end(),
                [&](const PlacedWord& word) { return word.piece.mark == mark; });
        };
        QCOMPARE(count(TapeMark::Rejected), 1);
        QCOMPARE(count(TapeMark::Corrected), 1);
        QVERIFY(count(TapeMark::Accepted) >= 1 && count(TapeMark::ThrownAway) >= 1);
        if (width >= 240)
            QVERIFY(placed.back().x + placed.back().width <= width);
        for (std::size_t i = 1; i < placed.size(); ++i)
            QVERIFY(placed[i].x >= placed[i - 1].x + placed[i - 1].width);
    }

    void theTapeOfTheShippedRoundsIsTrueOfTheRun()
    {
        const core::Catalog catalog = tests::shippedCatalog();
        const auto path = std::filesystem::path(MEMWALL_SOURCE_DIR) / "scenarios/tricks"
            / "architect-and-intern.memwall.json";
        const core::Scenario scenario = tests::shippedScenario(path, catalog);
        TapeInput input;
        input.run = core::simulate(scenario, catalog).systems.front().run;
        input.answer = QString::fromStdString(scenario.workload.answerText.value_or(std::string {}));
        input.theme = Theme::darkTheme();
        constexpr int kInstants = 200;
        for (int i = 0; i <= kInstants; ++i) {
            input.time = core::Instant { input.run->end().time_since_epoch() * i / kInstants };
            input.trueSpeedTime = input.time;
            checkTape(input);
        }
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

    void aWordLandsWithABeat_data()
    {
        QTest::addColumn<bool>("rounds");
        QTest::newRow("word by word") << false;
        QTest::newRow("round by round") << true;
    }
    void aWordLandsWithABeat()
    {
        QFETCH(bool, rounds);
        const auto run = rounds ? test::speculationRun() : test::wallRun();
        TapeInput input = inputOf(run, 0, Theme::lightTheme());
        input.pace = paceOf(1);
        const core::Instant lands = run->tokenTime(0, rounds ? 4 : 20);
        const auto at = [&input, lands](double secondsOnScreen, bool runs) {
            input.time = lands + input.pace.over(secondsOnScreen) + core::Duration { 1 };
            input.pace.running = runs;
            return pictureOf(input);
        };
        const QRect first = changed(at(0, true), at(0, false));
        QVERIFY(!first.isEmpty());
        QVERIFY2(first.height() < kTape.height() / 3, "only its line");
        if (!rounds)
            QVERIFY2(first.width() < kTape.width() / 8, "only the word");
        // The light fades and the letters drop: halfway, half of both.
        const QImage still = at(0.06, false), begin = at(0, true), half = at(0.06, true);
        const QPoint corner { first.left() + 2, first.bottom() - 2 };
        const int ground = qBlue(still.pixel(corner)) - qRed(still.pixel(corner));
        const auto lit = [&](const QImage& image) {
            return qBlue(image.pixel(corner)) - qRed(image.pixel(corner)) - ground;
        };
        QVERIFY(lit(begin) > 10);
        QVERIFY(std::abs(lit(half) - lit(begin) / 2) <= 2);
        QCOMPARE(changed(at(0.121, true), at(0.121, false)), QRect {});
        QCOMPARE(changed(at(-0.01, true), at(-0.01, false)), QRect {});
        input.pace.reduced = true;
        QCOMPARE(changed(at(0, true), at(0, false)), QRect {});
    }

    void aWordDropsFourPixels_data()
    {
        QTest::addColumn<double>("scale");
        QTest::newRow("1") << 1.0;
        QTest::newRow("2") << 2.0;
    }
    void aWordDropsFourPixels()
    {
        QFETCH(double, scale);
        const auto run = test::wallRun();
        TapeInput input = inputOf(run, 0, Theme::darkTheme(scale));
        input.pace = paceOf(1);
        const core::Instant lands = run->tokenTime(0, 20);
        const QString word = tokenText({}, 20).trimmed();
        const auto height = [&](double secondsOnScreen) {
            input.time = lands + input.pace.over(secondsOnScreen);
            test::TextDevice device { { 1000, 200 } };
            QPainter painter { &device };
            paintTape(painter, { 0, 0, 1000, 200 }, input);
            painter.end();
            double lowest = 0; // the column at true speed is behind
            for (const test::PaintedText& text : device.texts())
                if (text.text.trimmed().endsWith(word) && text.rect.left() < 540)
                    lowest = std::max(lowest, text.rect.top());
            return lowest;
        };
        const double place = height(0.5);
        QVERIFY(std::abs(place - height(0) - 4 * scale) < 0.01);
        QVERIFY(std::abs(place - height(0.06) - 2 * scale) < 0.01);
    }

    void fastWordsLightTheirLineSteadily()
    {
        const auto run = test::wallRun();
        TapeInput input = inputOf(run, 0, Theme::darkTheme());
        constexpr double kWordsPerSecond = 12;
        input.pace = paceOf(kWordsPerSecond);
        const core::Instant begin = run->tokenTime(0, 20);
        QSet<QRgb> grounds;
        QRect lit;
        for (int picture = 0; picture < 60; ++picture) {
            input.time = begin + input.pace.over(picture / 60.0);
            input.pace.running = true;
            const QImage image = pictureOf(input);
            input.pace.running = false;
            const QImage still = pictureOf(input);
            if (lit.isNull())
                lit = changed(image, still);
            QCOMPARE(changed(image, still), lit); // the same line all the time
            grounds.insert(image.pixel(lit.right() - 4, lit.center().y()));
            QVERIFY(image.pixel(lit.right() - 4, lit.center().y())
                != still.pixel(lit.right() - 4, lit.center().y()));
        }
        QCOMPARE(grounds.size(), 1);
    }

    void aShownTapeIsPaintedAgainForABeatAndWhenItIsOver()
    {
        const auto run = test::wallRun();
        TapeWidget widget;
        widget.resize(kTape);
        widget.setRun(run, {});
        widget.setPace(paceOf(1));
        const core::Instant lands = run->tokenTime(0, 20);
        const auto at = [&](double secondsOnScreen) {
            widget.setTime(lands + paceOf(1).over(secondsOnScreen));
            return widget.grab().toImage();
        };
        const QImage lands0 = at(0.01);
        const QImage over = at(0.2);
        QVERIFY(lands0 != over);
        QCOMPARE(at(0.4), over);
        QVERIFY(at(0.01) == lands0);
        widget.setPace({}); // paused
        QCOMPARE(widget.grab().toImage(), over);
    }

    void aWordThatWaitsHasAClock()
    {
        const auto run = test::interruptedRun();
        const core::Instant last = run->tokenTime(0, 19), prompt = run->segments[2].begin;
        QCOMPARE(last, prompt);
        const auto waited = [&](core::Instant t) { return stallAt(*run, 0, t, {}); };
        QVERIFY(!waited(last - core::Duration { 1 }));
        QCOMPARE(waited(prompt + core::fromSeconds(0.04)), core::fromSeconds(0.04));
        QVERIFY2(!waited(run->segments[2].end), "both write");
        QVERIFY2(!stallAt(*run, 1, prompt + core::fromSeconds(0.04), {}), "its own prompt");
        QVERIFY(!waited(run->end()));

        // On film the clock changes three times a second at most, and its picture with it.
        const Pace slow { .speed = 0.01, .running = true };
        QSet<std::int64_t> shown;
        for (int i = 0; i < 100; ++i)
            if (const auto time = stallAt(*run, 0, prompt + slow.over(0.5 + i * 0.02), slow))
                shown.insert(time->count());
        QVERIFY2(shown.size() >= 6 && shown.size() <= 7, qPrintable(QString::number(shown.size())));
    }

    void theClockOfAWaitIsReadable_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : { 1600, 1000, 640, 440 })
            QTest::addRow("%d", width) << width;
    }
    void theClockOfAWaitIsReadable()
    {
        QFETCH(int, width);
        TapeInput input = inputOf(test::interruptedRun(), 0, Theme::darkTheme());
        // Wherever on its line the word stands that waits.
        for (std::int64_t begin = 0; begin < 12; ++begin) {
            input.answer = QStringLiteral("a ").repeated(static_cast<int>(begin))
                + QStringLiteral("Words of many lengths");
            input.time = input.run->segments[2].begin + core::fromSeconds(0.04);
            test::TextDevice device { { width, 110 } };
            QPainter painter { &device };
            paintTape(painter, { 0, 0, double(width), 110 }, input);
            painter.end();
            const auto clock = std::find_if(
                device.texts().begin(), device.texts().end(), [](const test::PaintedText& text) {
                    return text.text.contains(QStringLiteral("40\u2009ms"));
                });
            QVERIFY2(clock != device.texts().end(), qPrintable(input.answer));
            QVERIFY(!clock->covered && clock->rect.right() <= width);
        }
    }

    void theCursorOfAWaitIsHollow()
    {
        TapeInput input = inputOf(test::interruptedRun(), 0, Theme::darkTheme());
        const auto filled = [&](double seconds) {
            input.time = input.run->segments[2].begin + core::fromSeconds(seconds);
            const QImage image = pictureOf(input);
            int pixels = 0; // of the answer up to the playhead; the one at true speed is right of it
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < 480; ++x)
                    pixels += image.pixelColor(x, y) == input.theme.computeBusy ? 1 : 0;
            return pixels;
        };
        const int full = filled(-0.001), hollow = filled(0.04);
        QVERIFY2(
            hollow > 0 && hollow < full * 2 / 3, qPrintable(QStringLiteral("%1 %2").arg(full).arg(hollow)));
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

private:
    /// On the right the text alone, word for word what is written; on the left as many rounds as were
    /// checked.
    static void checkTape(const TapeInput& input)
    {
        test::TextDevice device { { 1200, 94 } };
        QPainter painter { &device };
        paintTape(painter, { 0, 0, 1200, 94 }, input);
        painter.end();
        const auto& texts = device.texts();
        const auto caption = std::find_if(texts.begin(), texts.end(),
            [](const auto& text) { return text.text.startsWith(QStringLiteral("What the user sees")); });
        QVERIFY(caption != texts.end());
        QString shown, written;
        int signs = 0;
        for (const test::PaintedText& text : texts) {
            if (text.rect.left() > caption->rect.left() - 1 && text.rect.top() > caption->rect.bottom() - 4
                && !text.text.contains(QStringLiteral("tokens/s")))
                shown += text.text;
            else if (text.rect.top() > caption->rect.bottom() - 4)
                signs += static_cast<int>(text.text.count(u'✗'));
        }
        const QStringList tokens = tokensOf(input.answer);
        const std::int64_t count = input.run->tokensWritten(0, input.time);
        for (std::int64_t i = 0; i < count; ++i)
            written += tokenOf(tokens, i);
        const auto letters = [](QString text) { return text.remove(u' '); };
        QVERIFY2(letters(written).endsWith(letters(shown)), qPrintable(shown));
        QVERIFY(count == 0 || !shown.isEmpty());
        const RoundsNow now = roundsNow(*input.run, 0, input.time);
        const auto& cycles = input.run->requests.front().cycles;
        const auto ended = static_cast<std::size_t>(std::count_if(cycles.begin(), cycles.end(),
            [&](const core::Cycle& cycle) { return cycle.firstToken + cycle.emitted <= count; }));
        QCOMPARE(now.ended, ended);
        // Three lines, of which the round under way has one.
        int crossed = 0;
        const std::size_t lines = std::min<std::size_t>(ended, now.drafted > 0 ? 2 : 3);
        for (std::size_t i = ended - lines; i < ended; ++i)
            crossed += cycles[i].accepted < cycles[i].drafted && cycles[i].emitted > cycles[i].accepted;
        QCOMPARE(signs, crossed);
    }
};

MEMWALL_TEST(TestTape, QApplication)

} // namespace tst_tape

#include "tst_tape.moc"
