// The bar with an owner that applies what is asked for, as the program's document does.
#pragma once

#include "core/scenario/scenario_io.h"
#include "tests/support/shipped_catalog.h"
#include "widgets/controls/scenario_bar.h"

#include <QAbstractButton>
#include <QTest>

namespace memwall::test
{

inline const core::Catalog& catalog()
{
    static const core::Catalog value = tests::shippedCatalog();
    return value;
}

/// Four chips and a model, for one user.
inline core::Scenario scenario(const std::string& chip, const std::string& model)
{
    core::Scenario made;
    core::Pool pool;
    pool.chip.id = core::ChipId(chip);
    pool.chips = 4;
    pool.tensorParallel = 4;
    core::System system;
    system.model.id = core::ModelId(model);
    system.pools = { pool };
    made.systems = { system };
    return made;
}

struct BarBench
{
    explicit BarBench(const core::Scenario& start)
        : current { start }
    {
        QObject::connect(&bar, &ui::ScenarioBar::settingsRequested, &bar,
            [this](const core::Settings& settings, const QString& text, const QString& key) {
                texts << text;
                keys << key;
                const auto next = core::withSettings(current, settings, catalog());
                valid = valid && next.has_value();
                if (next)
                    current = *next;
                bar.setScenario(current, 0);
            });
        bar.setScenario(current, 0);
        bar.resize(1100, bar.sizeHint().height());
        bar.show();
    }

    [[nodiscard]] QAbstractButton* button(const char* name) const
    {
        return bar.findChild<QAbstractButton*>(QString::fromLatin1(name));
    }
    template <typename Widget> [[nodiscard]] Widget* part(const char* name) const
    {
        return bar.findChild<Widget*>(QString::fromLatin1(name));
    }
    void click(const char* name) const { QTest::mouseClick(button(name), Qt::LeftButton); }

    core::Scenario current;
    ui::ScenarioBar bar { catalog() };
    QStringList texts, keys;
    bool valid = true;
};

} // namespace memwall::test
