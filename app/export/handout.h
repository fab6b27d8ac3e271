// Pages for a class to take home: the picture, the figures with formula and band, questions with room to
// write, assumptions and sources, and for the teacher the answers. Light colours, to save ink.
#pragma once

#include "core/catalog/catalog.h"
#include "core/scenario/lesson.h"
#include "core/simulate.h"

#include <QByteArray>
#include <QString>

#include <expected>

namespace memwall::app
{

struct HandoutInput
{
    const core::Scenario& scenario;
    const core::Catalog& catalog;
    const core::SimulationResult& result;
    std::size_t system = 0; ///< of the scenario's systems, the one that the figures are of
    QString fileName; ///< so that students can open it again; empty: not saved
    QString folder; ///< in which the traces of its steps lie
    core::Instant time; ///< that the picture shows
};

/// The scenario with the values of a lesson's step, and the requests that its trace has then; as it was where
/// they cannot be had.
[[nodiscard]] core::Scenario withStep(core::Scenario scenario, const core::LessonStep& step,
    const core::Catalog& catalog, const QString& folder);

/// A PDF of A4 pages. A lesson has its steps with their own pictures and questions, computed here.
[[nodiscard]] QByteArray handout(const HandoutInput& input);

} // namespace memwall::app
