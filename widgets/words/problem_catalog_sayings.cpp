// What is wrong with an entry of the catalog, a config of Hugging Face or a measurement, and what would be
// right.
#include "widgets/words/saying_table.h"

#include <array>

namespace memwall::ui
{

namespace
{

constexpr std::array kProblemCatalogSayings {
    // Entries of the catalog's files.
    SayingWords { "wrong.unreadable", QT_TRANSLATE_NOOP("core", "cannot be read") },
    SayingWords { "right.install_catalog",
        QT_TRANSLATE_NOOP("core", "install the catalog's files beside the program") },
    SayingWords { "wrong.schema", QT_TRANSLATE_NOOP("core", "is not \"%1\"") },
    SayingWords { "right.schema", QT_TRANSLATE_NOOP("core", "use a catalog of this version") },
    SayingWords { "wrong.id_twice", QT_TRANSLATE_NOOP("core", "\"%1\" stands here twice") },
    SayingWords { "right.other_id", QT_TRANSLATE_NOOP("core", "give it another id") },
    SayingWords {
        "wrong.reference", QT_TRANSLATE_NOOP("core", "names \"%1\", which the catalog does not have") },
    SayingWords { "right.reference", QT_TRANSLATE_NOOP("core", "add it or mend the name") },
    SayingWords { "wrong.source",
        QT_TRANSLATE_NOOP("core", "names the source \"%1\", which sources.json does not have") },
    SayingWords { "right.source", QT_TRANSLATE_NOOP("core", "add it there") },
    SayingWords { "wrong.constant",
        QT_TRANSLATE_NOOP("core", "names the constant \"%1\", which the catalog does not have") },
    SayingWords { "right.fit_anew", QT_TRANSLATE_NOOP("core", "run memwall --check-model --fit anew") },
    SayingWords { "give.it", QT_TRANSLATE_NOOP("core", "give it") },
    SayingWords { "give.id", QT_TRANSLATE_NOOP("core", "give an id") },
    SayingWords { "give.name", QT_TRANSLATE_NOOP("core", "give a name") },
    SayingWords { "give.title", QT_TRANSLATE_NOOP("core", "give a title") },
    SayingWords { "give.number", QT_TRANSLATE_NOOP("core", "give a number") },
    SayingWords { "give.source", QT_TRANSLATE_NOOP("core", "give the id of a source") },
    SayingWords { "give.link", QT_TRANSLATE_NOOP("core", "give the id of a link") },
    SayingWords { "give.entries", QT_TRANSLATE_NOOP("core", "give the list of entries") },
    // Chips.
    SayingWords { "wrong.level", QT_TRANSLATE_NOOP("core", "\"%1\" is no memory level of this chip") },
    SayingWords { "wrong.no_level", QT_TRANSLATE_NOOP("core", "has no level") },
    SayingWords { "give.one_level", QT_TRANSLATE_NOOP("core", "give at least the one where weights live") },
    SayingWords { "give.levels", QT_TRANSLATE_NOOP("core", "give the memory levels, far to near") },
    SayingWords { "give.weights_level", QT_TRANSLATE_NOOP("core", "give the level where weights live") },
    SayingWords { "give.class", QT_TRANSLATE_NOOP("core", "give what kind of machine it is") },
    SayingWords { "give.layer_time", QT_TRANSLATE_NOOP("core", "give the fixed time of a layer") },
    SayingWords { "wrong.no_step_time",
        QT_TRANSLATE_NOOP("core", "is 0, and so is per_step_s: a step would take no time") },
    SayingWords { "give.step_time",
        QT_TRANSLATE_NOOP("core", "give the fixed time of a layer or of a step in seconds") },
    // Models.
    SayingWords { "give.layer_groups", QT_TRANSLATE_NOOP("core", "give groups of layers") },
    SayingWords { "give.layer_kind", QT_TRANSLATE_NOOP("core", "give the kind of layer") },
    SayingWords { "give.layers", QT_TRANSLATE_NOOP("core", "give how many layers") },
    SayingWords { "give.width", QT_TRANSLATE_NOOP("core", "give the width") },
    SayingWords { "give.head_dim", QT_TRANSLATE_NOOP("core", "give the width of one head") },
    SayingWords { "wrong.group", QT_TRANSLATE_NOOP("core", "is not the number of a group") },
    SayingWords { "right.count_groups", QT_TRANSLATE_NOOP("core", "count the groups from 0") },
    SayingWords {
        "wrong.group_count", QT_TRANSLATE_NOOP("core", "names group %1 %2 times, it has %3 layers") },
    SayingWords { "wrong.layers", QT_TRANSLATE_NOOP("core", "groups have %1 layers, the model %2") },
    SayingWords { "right.agree", QT_TRANSLATE_NOOP("core", "make them agree") },
    SayingWords { "wrong.groups", QT_TRANSLATE_NOOP("core", "has %1 groups of layers") },
    SayingWords {
        "right.groups", QT_TRANSLATE_NOOP("core", "give at most %1, each with its count of layers") },
    SayingWords {
        "wrong.empty_layer", QT_TRANSLATE_NOOP("core", "layer %1 has neither attention nor feed-forward") },
    SayingWords { "right.empty_layer", QT_TRANSLATE_NOOP("core", "give it one of them") },
    SayingWords { "wrong.state", QT_TRANSLATE_NOOP("core", "lacks the shape of its state") },
    SayingWords { "give.state", QT_TRANSLATE_NOOP("core", "give heads and head_dim") },
    SayingWords { "give.state.deltanet",
        QT_TRANSLATE_NOOP("core", "give k_heads, v_heads, k_head_dim and v_head_dim") },
    SayingWords {
        "give.state.mamba", QT_TRANSLATE_NOOP("core", "give heads, head_dim, state_dim and groups") },
    SayingWords { "wrong.active", QT_TRANSLATE_NOOP("core", "must lie between 1 and the number of experts") },
    SayingWords { "give.experts", QT_TRANSLATE_NOOP("core", "give experts and active") },
    // Hugging Face configs.
    SayingWords { "wrong.be_object", QT_TRANSLATE_NOOP("core", "is no object") },
    SayingWords { "give.config", QT_TRANSLATE_NOOP("core", "give the contents of a config.json") },
    SayingWords { "wrong.be_flag", QT_TRANSLATE_NOOP("core", "must be true or false") },
    SayingWords {
        "wrong.be_count", QT_TRANSLATE_NOOP("core", "must be a whole number from 0 to 1000000000") },
    SayingWords {
        "right.copy_from_config", QT_TRANSLATE_NOOP("core", "copy it from the model's config.json") },
    SayingWords { "wrong.more_than", QT_TRANSLATE_NOOP("core", "is more than %1") },
    SayingWords { "wrong.entries", QT_TRANSLATE_NOOP("core", "has %1 entries for %2 layers") },
    SayingWords { "wrong.letters", QT_TRANSLATE_NOOP("core", "has %1 letters for %2 layers") },
    SayingWords { "give.each_layer", QT_TRANSLATE_NOOP("core", "give one for each layer") },
    SayingWords { "wrong.no_model", QT_TRANSLATE_NOOP("core", "gives no model: %1 %2") },
    SayingWords { "give.layer_count", QT_TRANSLATE_NOOP("core", "give the number of layers") },
    SayingWords { "give.layer_width", QT_TRANSLATE_NOOP("core", "give the width of the layers") },
    SayingWords { "give.query_heads", QT_TRANSLATE_NOOP("core", "give the number of query heads") },
    SayingWords { "give.words", QT_TRANSLATE_NOOP("core", "give the number of words") },
    SayingWords { "give.heads", QT_TRANSLATE_NOOP("core", "give the number of heads") },
    SayingWords { "give.head_width", QT_TRANSLATE_NOOP("core", "give the width of a head") },
    SayingWords { "give.key_heads", QT_TRANSLATE_NOOP("core", "give the number of key heads") },
    SayingWords { "give.value_heads", QT_TRANSLATE_NOOP("core", "give the number of value heads") },
    SayingWords { "give.key_head_width", QT_TRANSLATE_NOOP("core", "give the width of a key head") },
    SayingWords { "give.value_head_width", QT_TRANSLATE_NOOP("core", "give the width of a value head") },
    SayingWords { "give.mamba_heads", QT_TRANSLATE_NOOP("core", "give the number of Mamba heads") },
    SayingWords { "give.mamba_head_width", QT_TRANSLATE_NOOP("core", "give the width of a Mamba head") },
    SayingWords { "give.state_size", QT_TRANSLATE_NOOP("core", "give the size of the state") },
    SayingWords { "give.latent_width", QT_TRANSLATE_NOOP("core", "give the width of the latent") },
    SayingWords { "give.nope_width", QT_TRANSLATE_NOOP("core", "give the width of a key without RoPE") },
    SayingWords { "give.rope_width", QT_TRANSLATE_NOOP("core", "give the width of a key with RoPE") },
    SayingWords { "give.value_width", QT_TRANSLATE_NOOP("core", "give the width of a value") },
    SayingWords { "give.indexer_heads", QT_TRANSLATE_NOOP("core", "give the indexer's heads") },
    SayingWords { "give.indexer_width", QT_TRANSLATE_NOOP("core", "give the width of the indexer's keys") },
    SayingWords { "give.dense_width", QT_TRANSLATE_NOOP("core", "give the width of dense layers") },
    SayingWords { "give.ffn_width", QT_TRANSLATE_NOOP("core", "give the width of the feed-forward") },
    SayingWords { "give.dense_part_width", QT_TRANSLATE_NOOP("core", "give the width of the dense part") },
    SayingWords { "give.expert_width", QT_TRANSLATE_NOOP("core", "give the width of one expert") },
    SayingWords { "give.active_experts", QT_TRANSLATE_NOOP("core", "give the number of active experts") },
    // Measurements.
    SayingWords { "give.point_id", QT_TRANSLATE_NOOP("core", "give a name for the point") },
    SayingWords { "give.figure", QT_TRANSLATE_NOOP("core", "give the published figure") },
    SayingWords { "give.points", QT_TRANSLATE_NOOP("core", "give a list of measurements") },
};

} // namespace

std::span<const SayingWords> problemCatalogSayings()
{
    return kProblemCatalogSayings;
}

} // namespace memwall::ui
