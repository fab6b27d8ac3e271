#include "tests/support/test_program.h"
#include "widgets/controls/scenario_list.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QtWidgets>

namespace tst_scenario_list
{

using namespace memwall::ui;

class TestScenarioList : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        // The offscreen platform says so of popups and fixed sizes.
        QTest::failOnWarning(QRegularExpression { QStringLiteral("^(?!This plugin does not support)") });
        m_list = std::make_unique<ScenarioList>();
        m_list->setSections({ { QStringLiteral("Lessons"),
                                  { { QStringLiteral("The memory wall"), QStringLiteral("a"), true },
                                      { QStringLiteral("Prefill and decode"), QStringLiteral("b"), true } },
                                  true },
            { QStringLiteral("Recent"),
                { { QStringLiteral("gone.memwall.json"), QStringLiteral("c"), false },
                    { QStringLiteral("here.memwall.json"), QStringLiteral("d"), true } },
                false } });
        m_list->resize(220, 400);
        m_list->show();
    }

    void aClickOpens()
    {
        QSignalSpy spy { m_list.get(), &ScenarioList::openRequested };
        click(2);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy[0][0].toString(), QStringLiteral("b"));
    }

    void captionsAndMissingFilesDoNotOpen()
    {
        QSignalSpy spy { m_list.get(), &ScenarioList::openRequested };
        click(0);
        click(4);
        QCOMPARE(spy.count(), 0);
        QVERIFY(entries()->item(4)->toolTip().contains(QStringLiteral("gone")));
    }

    void arrowsPassOverWhatCannotBeOpenedAndEnterOpens()
    {
        QSignalSpy spy { m_list.get(), &ScenarioList::openRequested };
        m_list->setCurrent(QStringLiteral("b"));
        QTest::keyClick(entries(), Qt::Key_Down);
        QCOMPARE(spy.count(), 0);
        QTest::keyClick(entries(), Qt::Key_Return);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy[0][0].toString(), QStringLiteral("d"));
        QTest::keyClick(entries(), Qt::Key_Up);
        QTest::keyClick(entries(), Qt::Key_Enter);
        QCOMPARE(spy[1][0].toString(), QStringLiteral("b"));
    }

    void theColumnIsAsWideAsItsTitlesWithinReason()
    {
        ScenarioList list;
        for (const double scale : { 1.0, 1.5, 2.0 }) {
            list.setTheme(Theme::lightTheme(scale));
            list.setSections(
                { { QStringLiteral("Short"), { { QStringLiteral("One"), QStringLiteral("a") } } } });
            QCOMPARE(list.width(), qRound(216 * scale));
            list.setSections({ { QStringLiteral("Long"),
                { { QStringLiteral("A title of thirty-three characters"), QStringLiteral("a") } } } });
            QVERIFY(list.width() > qRound(216 * scale));
            list.setSections(
                { { QStringLiteral("Endless"), { { QString(300, u'x'), QStringLiteral("a") } } } });
            QCOMPARE(list.width(), qRound(260 * scale));
        }
    }

private:
    [[nodiscard]] QListWidget* entries() const { return m_list->findChild<QListWidget*>(); }
    void click(int row) const
    {
        const QPoint middle = entries()->visualItemRect(entries()->item(row)).center();
        QTest::mouseClick(entries()->viewport(), Qt::LeftButton, Qt::NoModifier, middle);
    }

    std::unique_ptr<ScenarioList> m_list;
};

MEMWALL_TEST(TestScenarioList, QApplication)

} // namespace tst_scenario_list

#include "tst_scenario_list.moc"
