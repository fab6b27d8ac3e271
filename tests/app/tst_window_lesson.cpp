// A lesson in the window: what is said, asked, hidden and revealed, by keyboard alone; presenting it with a
// clicker's keys; what becomes of the document meanwhile.
#include "app/frame/surface.h"
#include "tests/support/lesson_builder.h"
#include "tests/support/test_program.h"
#include "tests/support/window_test.h"
#include "widgets/lesson/lesson_card.h"
#include "widgets/lesson/lesson_header.h"
#include "widgets/lesson/spotlight.h"
#include "widgets/stage/stage_widget.h"

#include <QAbstractButton>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

namespace tst_window_lesson
{

using namespace memwall;
using namespace memwall::app;

namespace
{

constexpr auto kSteps = R"([
  {"title": "One", "say": "It has {model.layers|n} layers.", "focus": "tape", "play": {"what": "token:2", "in_s": 2}},
  {"title": "Two", "focus": "stage.wall", "hide": ["insight.metrics"], "set": {"/workload/users": 8},
   "let": {"x": "systems[0].tpot_s / before.systems[0].tpot_s"},
   "ask": {"question": "How much longer?", "choices": [{"text": "eight times", "when": "x > 4"},
     {"text": "hardly", "when": "x <= 4"}], "because": "It is {x|x} times as long."}},
  {"title": "Three", "ask": {"kind": "number", "question": "How many layers?", "rule": "model.layers",
     "from": 1, "to": 1000, "unit": "layers", "within": 1.1, "because": "They are {model.layers|n}."}},
  {"title": "Four", "set": {"/workload/users": 1}, "hints": ["Fewer bits.", "Of weights."], "notes": "Let them try.", "unlock": ["/systems/0/weight_bits"],
   "goals": [{"text": "100 tokens/s", "when": "systems[0].tokens_per_s_per_user >= 100", "solution": {"/systems/0/weight_bits": 4}}]}
])";

} // namespace

class TestWindowLesson : public test::WindowTest
{
    Q_OBJECT
private slots:
    void initTestCase() { load(); }

    void init()
    {
        QVERIFY(m_folder.isValid());
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(core::writeScenario(tests::lessonOfSteps(kSteps))));
        file.close();
        show({ .autoplay = true }, { 1280, 720 });
        QVERIFY(open(path()));
        QTRY_VERIFY(lesson().isOn());
        told();
    }
    void cleanup() { close(); }

    void itIsGivenFromStartToEndByKeys()
    {
        QCOMPARE(text("lessonTitle"), QStringLiteral("One"));
        QCOMPARE(text("lessonSay"), QStringLiteral("It has 80 layers."));
        QVERIFY(!playback().isPlaying());
        key(Qt::Key_PageDown);
        QVERIFY(playback().isPlaying());
        QTRY_VERIFY_WITH_TIMEOUT(!playback().isPlaying(), 30'000);
        QCOMPARE(lesson().stage(), LessonPlayer::Stage::Done);
        const auto run = m_window->result()->systems.front().run;
        // The last picture is of the token that was played.
        QVERIFY(playback().time() < run->tokenTime(0, 2) && playback().time() > run->tokenTime(0, 1));
        key(Qt::Key_PageDown);
        QCOMPARE(text("lessonTitle"), QStringLiteral("Two"));
        key(Qt::Key_PageUp);
        QCOMPARE(text("lessonTitle"), QStringLiteral("One"));
    }

    void aSetWaitsForTheReveal()
    {
        goTo(1);
        QCOMPARE(m_window->document().scenario().workload.users, 1);
        QCOMPARE(text("lessonQuestion"), QStringLiteral("How much longer?"));
        QVERIFY(text("lessonBecause").isEmpty());
        choice(1).click();
        QCOMPARE(lesson().chosen().value(), std::size_t(0));
        QCOMPARE(m_window->document().scenario().workload.users, 1);
        key(Qt::Key_PageDown);
        QCOMPARE(m_window->document().scenario().workload.users, 8);
        QTRY_VERIFY(settled());
        QVERIFY(text("lessonBecause").startsWith(QStringLiteral("It is 1")));
        QVERIFY(choice(2).accessibleName().contains(QStringLiteral("right")));
        choice(2).click(); // too late
        QCOMPARE(lesson().chosen().value(), std::size_t(0));
        key(Qt::Key_PageUp); // the question again
        QCOMPARE(m_window->document().scenario().workload.users, 1);
        QVERIFY(!lesson().chosen());
    }

    void aStepIsNoChangeOfTheUsers()
    {
        goTo(1);
        key(Qt::Key_PageDown);
        QVERIFY(!m_window->document().isModified());
        QCOMPARE(m_window->document().undoStack().count(), 0);
        QVERIFY(m_window->document().isPage());
        QVERIFY(!m_window->document().scenario().lesson); // what is saved as a file is a scenario
    }

    void aGuessHasItsGapDrawn()
    {
        goTo(2);
        auto* ruler = m_window->findChild<QWidget*>(QStringLiteral("guess"));
        QVERIFY(ruler && ruler->isVisible());
        QTest::keyClick(ruler, Qt::Key_Right);
        QVERIFY(lesson().guess());
        const double first = *lesson().guess();
        QTest::keyClick(ruler, Qt::Key_Right);
        QVERIFY(*lesson().guess() > first);
        QTest::mouseClick(ruler, Qt::LeftButton, {}, QPoint(ruler->width() - 1, ruler->height() / 2));
        QCOMPARE(*lesson().guess(), 1000.0);
        key(Qt::Key_PageDown);
        QVERIFY(ruler->accessibleName().contains(QStringLiteral("80")));
        QVERIFY(!ruler->accessibleName().contains(QStringLiteral("right")));
        key(Qt::Key_PageUp);
        lesson().guessAt(78);
        key(Qt::Key_PageDown);
        QVERIFY(ruler->accessibleName().contains(QStringLiteral("which is right")));
        QCOMPARE(text("lessonBecause"), QStringLiteral("They are 80."));
    }

    void aTaskIsReachedByHand()
    {
        goTo(3);
        QVERIFY(text("lessonGoals").startsWith(QStringLiteral("○")));
        button("lessonHint").click();
        QCOMPARE(text("lessonHints"), QStringLiteral("Fewer bits."));
        QVERIFY(m_window->document()
                    .apply({ { "/systems/0/weight_bits", 4 } }, QStringLiteral("bits"), {})
                    .has_value());
        QTRY_VERIFY(text("lessonGoals").startsWith(QStringLiteral("✓")));
        m_window->document().undoStack().undo();
        QTRY_VERIFY(text("lessonGoals").startsWith(QStringLiteral("○")));
    }

    void whatASpotlightShowsStandsThere()
    {
        goTo(1);
        auto* light = m_window->findChild<ui::Spotlight*>();
        QTRY_VERIFY(light->isVisible());
        const QWidget* stage = m_window->parts().stage;
        QVERIFY(stage->geometry().contains(light->lit()));
        QVERIFY(light->lit().width() < stage->width() / 2);
        goTo(3);
        QTRY_VERIFY(light->lit().isNull()); // hands need to see everything
    }

    void aClickersKeysAreEnough()
    {
        goTo(0);
        key(Qt::Key_F5);
        QVERIFY(m_window->presenting().isOn());
        QVERIFY(!m_window->parts().topBar->isVisible());
        for (const Qt::Key next : { Qt::Key_PageDown, Qt::Key_Right, Qt::Key_Space })
            key(next); // plays, ends, next step
        QCOMPARE(text("lessonTitle"), QStringLiteral("Two"));
        key(Qt::Key_2);
        key(Qt::Key_2);
        key(Qt::Key_1);
        QCOMPARE(lesson().hands(), (std::vector<int> { 1, 2 }));
        auto* blank = m_window->findChild<QWidget*>(QStringLiteral("blank"));
        key(Qt::Key_Period);
        QVERIFY(blank->isVisible());
        key(Qt::Key_PageDown); // brings the picture back, and does no more
        QVERIFY(!blank->isVisible());
        QVERIFY(!lesson().isRevealed());
        key(Qt::Key_B);
        key(Qt::Key_B);
        QVERIFY(!blank->isVisible());
        const double before = m_window->theme().scale;
        key(Qt::Key_Plus);
        QVERIFY(m_window->theme().scale > before);
        key(Qt::Key_Return);
        QVERIFY(lesson().isRevealed());
        key(Qt::Key_Left);
        QVERIFY(!lesson().isRevealed());
        key(Qt::Key_End);
        QCOMPARE(text("lessonTitle"), QStringLiteral("Four"));
        key(Qt::Key_F6);
        QVERIFY(m_window->presenting().notes().isVisible());
        QTRY_COMPARE(m_window->presenting().notes().findChild<QLabel*>(QStringLiteral("notesText"))->text(),
            QStringLiteral("Let them try."));
        m_window->presenting().notes().hide();
        key(Qt::Key_Escape);
        QVERIFY(!m_window->presenting().isOn());
        QVERIFY(m_window->parts().topBar->isVisible());
        QCOMPARE(m_window->theme().scale, 1.0);
        QVERIFY(lesson().isOn());
    }

    void aTaskLeavesTheRestAsItIs()
    {
        goTo(3);
        Session& session = m_window->session();
        QVERIFY(session.allows({ { "/systems/0/weight_bits", 4 } }));
        QVERIFY(session.allows({ { "/view/stage/widths", "true" } }));
        QVERIFY(!session.allows({ { "/workload/users", 9 } }));
        QVERIFY(!session.allows({ { "/systems/0/weight_bits", 4 }, { "/workload/users", 9 } }));
        goTo(2);
        QVERIFY(session.allows({ { "/workload/users", 9 } }));
        goTo(3);
        lesson().end();
        QVERIFY(session.allows({ { "/workload/users", 9 } }));
    }

    void leavingKeepsThePicture()
    {
        goTo(3);
        button("lessonLeave").click();
        QVERIFY(!lesson().isOn());
        QVERIFY(!m_window->parts().lessonCard->isVisible());
        QVERIFY(!m_window->findChild<ui::Spotlight*>()->isVisible());
        QCOMPARE(m_window->document().scenario().workload.users, 1);
        key(Qt::Key_PageDown); // nobody's lesson any more
        QVERIFY(!lesson().isOn());
    }

    void claimsHaveTheirVerdictsAndScenarios()
    {
        const QDir folder(m_folders.scenarios + QStringLiteral("/claims"));
        const auto files = folder.entryList({ QStringLiteral("*.memwall.json") }, QDir::Files, QDir::Name);
        QVERIFY(!files.isEmpty());
        key(Qt::Key_F7);
        auto* claims = m_window->findChild<QDialog*>(QStringLiteral("claims"));
        QVERIFY(claims && claims->isVisible());
        const auto cards = [claims] { return claims->findChildren<QFrame*>(QStringLiteral("claim")); };
        QTRY_COMPARE_WITH_TIMEOUT(cards().size(), files.size(), 60'000);
        for (const QFrame* card : cards()) {
            for (const char* line : { "claimTitle", "claimVerdict", "claimBecause", "claimSources" }) {
                const auto* label = card->findChild<QLabel*>(QLatin1StringView(line));
                QVERIFY(label && !label->text().isEmpty());
                QVERIFY2(!label->text().contains(u'{'), qPrintable(label->text()));
            }
        }
        cards().front()->findChild<QAbstractButton*>()->click();
        QTRY_COMPARE(QFileInfo(m_window->document().path()).fileName(), files.front());
        QTRY_VERIFY(lesson().isOn());
        QCOMPARE(lesson().lesson().steps.size(), std::size_t(1));
        claims->close();
    }

    void anotherFileEndsIt()
    {
        QVERIFY(open(QStringLiteral(MEMWALL_SOURCE_DIR "/scenarios/machines/gpu-hbm.memwall.json")));
        QTRY_VERIFY(!lesson().isOn());
    }

private:
    LessonPlayer& lesson() { return m_window->lesson(); }
    Playback& playback() { return m_window->playback(); }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("l.memwall.json")); }
    bool settled() { return !m_window->isSimulating() && lesson().told(); }
    void told() { QTRY_VERIFY(settled()); }
    void goTo(std::size_t step)
    {
        lesson().goTo(step);
        told();
    }
    void key(Qt::Key key)
    {
        QTest::keyClick(m_window->parts().stage, key);
        QCoreApplication::processEvents();
    }
    QString text(const char* name)
    {
        const auto* label = m_window->findChild<QLabel*>(QLatin1StringView(name));
        return label == nullptr || label->isHidden() ? QString() : label->text();
    }
    QAbstractButton& button(const char* name)
    {
        return *m_window->findChild<QAbstractButton*>(QLatin1StringView(name));
    }
    QAbstractButton& choice(int number)
    {
        return *m_window->findChild<QAbstractButton*>(QStringLiteral("choice%1").arg(number));
    }

    QTemporaryDir m_folder;
};

MEMWALL_TEST(TestWindowLesson, QApplication)

} // namespace tst_window_lesson

#include "tst_window_lesson.moc"
