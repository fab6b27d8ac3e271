// The fit finds constants again that made the measurements, and leaves groups out when it says so.
#include "core/catalog/constants.h"
#include "core/validate/fit.h"
#include "core/validate/least_squares.h"
#include "core/validate/predict.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_fit
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

Measurement point(const char* model, int chips, int number)
{
    Measurement m;
    m.id = "made-" + std::to_string(number);
    m.group = "group-" + std::to_string(number / 2);
    m.source = PublicationId("made");
    m.hardwareId = ChipId("a100_sxm_80");
    m.modelId = ModelId(model);
    m.engine = "gpt-fast (torch.compile)";
    m.weights = "bf16";
    m.phase = MeasuredPhase::Decode;
    m.chips = m.tensor = chips;
    m.batch = 1;
    m.context = 200;
    m.metric = Metric::Tpot;
    m.value = 1;
    return m;
}

/// Measurements that a catalog with other fixed costs would have given.
MeasurementSet madeBy(const Catalog& catalog)
{
    MeasurementSet set;
    int number = 0;
    for (const char* model : { "llama-3.2-1b", "llama-3.1-8b", "llama-2-7b", "llama-2-13b" })
        for (const int chips : { 1, 2, 4 }) {
            Measurement m = point(model, chips, number++);
            m.value = *predict(*planFor(m, catalog, 2023), catalog);
            set.points.push_back(m);
        }
    return set;
}

double perLayer(const Catalog& catalog)
{
    return catalog.engine(EngineId("gpt-fast"))->perLayer.value.value;
}

Catalog published()
{
    Catalog catalog = shippedCatalog();
    takeFitBack(catalog);
    return catalog;
}

Catalog slower(double factor)
{
    Catalog catalog = published();
    for (Engine& engine : catalog.engines)
        engine.perLayer.value = engine.perLayer.value * factor;
    return catalog;
}

} // namespace

class TestFit : public QObject
{
    Q_OBJECT

private slots:
    void normalEquationsAreSolved()
    {
        // Columns (1, 0) and (1, 1), residuals (2, 1): x + y = -2 and y = -1.
        NormalEquations equations(2);
        const std::vector<double> residuals { 2, 1 };
        const std::vector<double> weights { 1, 1 };
        equations.addColumn(0, { 0 }, { 1 }, residuals, weights);
        equations.addColumn(1, { 0, 1 }, { 1, 1 }, residuals, weights);
        const auto step = equations.solve();
        QVERIFY(std::abs(step[0] + 1) < 1e-12);
        QVERIFY(std::abs(step[1] + 1) < 1e-12);
    }

    void aPriorAloneStaysWhereItIs()
    {
        NormalEquations equations(1);
        equations.addColumn(0, {}, {}, { 1.0 }, { 1.0 });
        equations.addPrior(0, 0.5, 4);
        QVERIFY(std::abs(equations.solve()[0] + 0.5) < 1e-12);
    }

    void fixedCostsAreFoundAgain()
    {
        const Catalog truth = slower(1.4);
        const Fit fit = fitModel(madeBy(truth), published());
        // The layers of these models cost 1.4 times what is published; what a step costs cannot be told apart
        // from that altogether.
        const double found = perLayer(fit.catalog) / perLayer(published());
        QVERIFY2(found > 1.15 && found < 1.45, qPrintable(QString::number(found)));
        const ModelCheck check = checkModel(madeBy(truth), fit.catalog);
        QVERIFY(check.all.p90 < 0.02);
        QVERIFY(checkModel(madeBy(truth), published()).all.median > 0.05);
    }

    void theSameFitTwiceIsTheSameToTheBit()
    {
        const MeasurementSet set = madeBy(slower(1.3));
        const Fit first = fitModel(set, published());
        const Fit second = fitModel(set, shippedCatalog()); // a fit in place makes no difference
        QCOMPARE(first.constants.size(), second.constants.size());
        for (std::size_t i = 0; i < first.constants.size(); ++i)
            QCOMPARE(first.constants[i].value, second.constants[i].value);
    }

    void aGroupLeftOutDoesNotTellItsOwnFigure()
    {
        MeasurementSet set = madeBy(slower(1.3));
        const auto predictedOf
            = [](const ModelCheck& check) { return check.points.front().predicted.value(); };
        const double honest = predictedOf(checkWithGroupsLeftOut(set, published(), 2));
        for (Measurement& m : set.points)
            if (m.group == set.points.front().group)
                m.value *= 1.5;
        const double lied = predictedOf(checkWithGroupsLeftOut(set, published(), 1));
        QVERIFY2(std::abs(lied / honest - 1) < 0.02, qPrintable(QString::number(lied / honest)));
    }

    void fittedConstantsSayWhereTheyComeFrom()
    {
        const Catalog catalog = shippedCatalog();
        QVERIFY(catalog.fitted.size() > 100);
        const auto& memory = catalog.chip(ChipId("h100_sxm"))->efficiency.memory;
        QCOMPARE(memory.source.value(), kFitSource);
        QVERIFY(memory.note.find("groups of measurements") != std::string::npos);
        const Catalog before = published();
        const double unfitted = before.chip(ChipId("h100_sxm"))->efficiency.memory.value;
        QVERIFY(std::abs(memory.value / unfitted - 1) < 0.2);
    }
};

MEMWALL_TEST(TestFit, memwall::tests::NoApplication)

} // namespace tst_fit

#include "tst_fit.moc"
