// Every label of the window is asked for its bounds, at every size and scale of use: no text is cut, none
// lies over another, nothing stands outside of what shows it.
#include "tests/support/label_complaints.h"
#include "tests/support/test_program.h"
#include "tests/support/window_test.h"
#include "widgets/race/race_widget.h"
#include "widgets/stage/stage_widget.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QFileInfo>
#include <QLabel>
#include <QLayout>
#include <QScrollArea>
#include <QTest>

namespace tst_window_labels
{

using namespace memwall;
using namespace memwall::app;

namespace
{

using test::complaintAbout;
using test::nameOf;

/// Siblings that are laid out may not lie over each other.
QString overlapIn(const QWidget& parent)
{
    const QList<QWidget*> children = parent.findChildren<QWidget*>(Qt::FindDirectChildrenOnly);
    if (parent.layout() == nullptr)
        return {};
    for (qsizetype i = 0; i < children.size(); ++i)
        for (qsizetype j = 0; j < i; ++j) {
            const QWidget &a = *children[i], &b = *children[j];
            const bool placed
                = parent.layout()->indexOf(children[i]) >= 0 && parent.layout()->indexOf(children[j]) >= 0;
            if (placed && a.isVisible() && b.isVisible() && a.geometry().intersects(b.geometry()))
                return QStringLiteral("%1 over %2").arg(nameOf(a), nameOf(b));
        }
    return {};
}

} // namespace

class TestWindowLabels : public test::WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase() { load(); }

    void nothingIsCutOrCovered_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        for (const QSize size : { QSize(1280, 720), QSize(1920, 1080), QSize(3840, 2160) })
            for (const double scale : { 1.0, 1.5, 2.0 })
                QTest::addRow("%dx%d at %.1f", size.width(), size.height(), scale) << size << scale;
    }
    void nothingIsCutOrCovered()
    {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        QStringList complaints;
        // All scenarios where room is shortest, a choice of them elsewhere.
        const qsizetype step = size.width() == 1280 && scale != 1.5 ? 1 : 4;
        const auto scenarios = shippedScenarios(m_folders);
        for (qsizetype i = 0; i < std::ssize(scenarios); i += step) {
            const ShippedScenario& scenario = scenarios[i];
            show({ .scale = scale });
            QVERIFY2(open(scenario.path), qPrintable(scenario.path));
            m_window->playback().setPlaying(false);
            m_window->resize(size);
            for (int turn = 0; turn < 4; ++turn)
                QCoreApplication::processEvents();
            // A race, and then one of its lanes in Explore.
            const bool race = m_window->parts().race->isVisible();
            for (int view = 0; view < (race ? 2 : 1); ++view) {
                for (const QString& complaint : complaintsOf(*m_window))
                    complaints << QFileInfo(scenario.path).baseName() + QStringLiteral(": ") + complaint;
                QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
                for (int turn = 0; turn < 4; ++turn)
                    QCoreApplication::processEvents();
            }
            close();
        }
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    }

private:
    static QStringList complaintsOf(MainWindow& window)
    {
        QStringList complaints;
        for (QWidget* widget : window.findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->window() != &window)
                continue;
            QString complaint;
            if (const auto* label = qobject_cast<QLabel*>(widget))
                complaint = complaintAbout(*label);
            else if (const auto* button = qobject_cast<QAbstractButton*>(widget))
                complaint = complaintAbout(*button);
            else if (const auto* list = qobject_cast<QAbstractItemView*>(widget))
                complaint = complaintAbout(*list->viewport());
            else if (qobject_cast<ui::StageWidget*>(widget) == nullptr
                && QByteArrayView(widget->metaObject()->className()).startsWith("memwall::ui"))
                complaint = complaintAbout(*widget);
            complaints << complaint << overlapIn(*widget);
        }
        complaints.removeAll(QString());
        complaints.removeDuplicates();
        return complaints;
    }
};

MEMWALL_TEST(TestWindowLabels, QApplication)

} // namespace tst_window_labels

#include "tst_window_labels.moc"
