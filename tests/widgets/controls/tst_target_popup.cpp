// "What would it take?": what the popup asks for, what it says, what a click wants to change.
#include "tests/support/test_program.h"
#include "tests/support/typing.h"
#include "widgets/controls/target_popup.h"
#include "widgets/inputs/number_field.h"

#include <QComboBox>
#include <QLabel>
#include <QLayout>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_target_popup
{

using namespace memwall;
using namespace memwall::ui;
using core::Reach;
using core::Resource;
using core::TargetMetric;

namespace
{

core::Report reportOf(double tpot)
{
    core::Report report;
    report.tpotS = tpot;
    report.ttftS = 0.3;
    report.tokensPerSPerUser = tpot > 0 ? 1 / tpot : 0;
    report.throughputTokensPerS = 400;
    return report;
}

Reach reached(Resource resource, double factor)
{
    Reach reach;
    reach.resource = resource;
    reach.outcome = Reach::Outcome::Reached;
    reach.factor = factor;
    reach.unit = "B/s";
    reach.amountNow = 2e12;
    reach.amount = 2e12 * factor;
    return reach;
}

} // namespace

class TestTargetPopup : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        qRegisterMetaType<core::Target>();
        qRegisterMetaType<Reach>();
        m_parent = std::make_unique<QWidget>();
        m_popup = new TargetPopup { m_parent.get() };
        m_popup->setTheme(Theme::darkTheme());
        m_popup->setReport(reportOf(0.02), true);
    }

    void twiceAsFastIsOffered()
    {
        QCOMPARE(m_popup->target().metric, TargetMetric::UserRate);
        QCOMPARE(m_popup->target().value, 100.0);
        m_popup->setReport(reportOf(0.01), false); // a change of the machine, the target untouched
        QCOMPARE(m_popup->target().value, 200.0);
    }

    void aTargetOfOnesOwnStaysUntilAnotherScenario()
    {
        const QSignalSpy asked { m_popup, &TargetPopup::targetRequested };
        type(QStringLiteral("150"));
        QCOMPARE(asked.size(), 1);
        m_popup->setReport(reportOf(0.01), false);
        QCOMPARE(m_popup->target().value, 150.0);
        m_popup->setReport(reportOf(0.01), true);
        QCOMPARE(m_popup->target().value, 200.0);
        QCOMPARE(asked.size(), 1); // what follows from the machine is no question of the user's
    }

    void whatIsNoTargetStaysAndIsRefused()
    {
        const QSignalSpy asked { m_popup, &TargetPopup::targetRequested };
        for (const char* typed : { "-1", "fast", "1e99", "3,7" }) {
            type(QString::fromLatin1(typed));
            QCOMPARE(value().text(), QString::fromLatin1(typed));
            QVERIFY(!find<QLabel>("targetRefused").isHidden());
        }
        QCOMPARE(asked.size(), 0);
        QCOMPARE(m_popup->target().value, 100.0);
        type(QStringLiteral("1.5k"));
        QVERIFY(find<QLabel>("targetRefused").isHidden());
        QCOMPARE(m_popup->target().value, 1500.0);
    }

    void timesAreHalvedAndAskedForInSeconds()
    {
        choose(TargetMetric::Tpot);
        QCOMPARE(m_popup->target().metric, TargetMetric::Tpot);
        QVERIFY(qFuzzyCompare(m_popup->target().value, 0.01));
        QCOMPARE(find<QLabel>("targetUnit").text(), QStringLiteral("ms"));
        choose(TargetMetric::Fits);
        QVERIFY(value().isHidden());
    }

    void aMachineThatDoesNotFitIsAskedAboutRoom()
    {
        core::Report report;
        report.fits = false;
        m_popup->setReport(report, true);
        QCOMPARE(m_popup->target().metric, TargetMetric::Fits);
        m_popup->setReport(reportOf(0), true); // one token of output has no time per token
        QCOMPARE(m_popup->target().metric, TargetMetric::Ttft);
    }

    void rowsSayAndOffer()
    {
        m_popup->clearRows();
        QVERIFY(!find<QPushButton>("bandwidthApply").isEnabled());
        m_popup->setReach(reached(Resource::Bandwidth, 2.5));
        QCOMPARE(find<QLabel>("bandwidthReach").text(), QStringLiteral("2.5 ×: 5 TB/s instead of 2 TB/s"));
        QVERIFY(find<QPushButton>("bandwidthApply").isEnabled());
        Reach never;
        never.resource = Resource::Arithmetic;
        never.outcome = Reach::Outcome::Never;
        never.metricNow = 50;
        never.limit = 75;
        never.wall = { { "remains.memory", { core::Sayings { { "wall.memory", { "HBM" } } } } } };
        m_popup->setReach(never);
        QCOMPARE(find<QLabel>("flopsReach").text(),
            QStringLiteral("Infinitely fast arithmetic gives 75 tokens/s: HBM bandwidth remains"));
        QVERIFY(!find<QPushButton>("flopsApply").isEnabled());
        m_popup->setReach(reached(Resource::Capacity, 1.0)); // nothing to change
        QVERIFY(!find<QPushButton>("capacityApply").isEnabled());
    }

    void aClickWantsTheChangeOfItsRow()
    {
        m_popup->clearRows();
        m_popup->setReach(reached(Resource::Bandwidth, 2.5));
        m_popup->setReach(reached(Resource::Link, 3));
        QSignalSpy wanted { m_popup, &TargetPopup::changeRequested };
        find<QPushButton>("linkApply").click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].value<Reach>().resource, Resource::Link);
        QCOMPARE(wanted[0][0].value<Reach>().factor, 3.0);
    }

    void everythingFitsAtEveryScale()
    {
        Reach longest;
        longest.resource = Resource::Chips;
        longest.outcome = Reach::Outcome::Never;
        longest.limit = 123.456;
        longest.amount = 1024;
        longest.wall = { { "remains.messages", {} } };
        for (const double scale : { 1.0, 1.5, 2.0 }) {
            m_popup->setTheme(Theme::lightTheme(scale));
            m_popup->setReach(longest);
            m_popup->adjustSize();
            m_popup->layout()->activate();
            const auto& label = find<QLabel>("chipsReach");
            QVERIFY2(label.heightForWidth(label.width()) <= label.height(),
                qPrintable(QStringLiteral("%1: %2 of %3 × %4")
                               .arg(label.text())
                               .arg(label.heightForWidth(label.width()))
                               .arg(label.width())
                               .arg(label.height())));
        }
    }

private:
    template <typename T> T& find(const char* name) { return *m_popup->findChild<T*>(QLatin1String(name)); }
    NumberField& value() { return find<NumberField>("targetValue"); }
    void type(const QString& text) { test::typeOver(value(), text); }
    void choose(TargetMetric metric)
    {
        auto& box = find<QComboBox>("targetMetric");
        box.setCurrentIndex(box.findData(static_cast<int>(metric)));
        emit box.activated(box.currentIndex());
    }

    std::unique_ptr<QWidget> m_parent;
    TargetPopup* m_popup = nullptr;
};

MEMWALL_TEST(TestTargetPopup, QApplication)

} // namespace tst_target_popup

#include "tst_target_popup.moc"
