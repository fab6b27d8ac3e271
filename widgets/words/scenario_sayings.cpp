// Why a scenario cannot be changed in a way.
#include "widgets/words/saying_table.h"

#include <array>

namespace memwall::ui
{

namespace
{

constexpr std::array kScenarioSayings {
    SayingWords { "edit.etched",
        QT_TRANSLATE_NOOP("core",
            "The weights of this chip are etched at 3 and 6 bits; another format needs a new chip.") },
    SayingWords { "edit.not_etched",
        QT_TRANSLATE_NOOP("core", "Only a chip with its model etched into the silicon has this format.") },
    SayingWords { "edit.one_user",
        QT_TRANSLATE_NOOP(
            "core", "Machines that split attention from feed-forward are computed for one user.") },
    SayingWords { "edit.drafting_apart",
        QT_TRANSLATE_NOOP(
            "core", "Drafting is not computed for machines that split attention from feed-forward.") },
    SayingWords { "edit.no_second_model",
        QT_TRANSLATE_NOOP(
            "core", "This chip has one model etched into its silicon; there is no room for a second one.") },
    SayingWords { "edit.no_drafter",
        QT_TRANSLATE_NOOP("core", "No smaller model of the catalog shares this model's vocabulary.") },
    SayingWords { "edit.apart_already",
        QT_TRANSLATE_NOOP("core", "Attention and feed-forward already have rooms of their own here.") },
    SayingWords { "edit.replicas",
        QT_TRANSLATE_NOOP("core",
            "This machine runs copies of the model side by side. Choose the hardware anew to make it one "
            "copy.") },
};

} // namespace

std::span<const SayingWords> scenarioSayings()
{
    return kScenarioSayings;
}

} // namespace memwall::ui
