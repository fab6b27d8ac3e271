// A Hugging Face config.json: a model with finite sizes, or messages.
#include "core/base/json_document.h"
#include "core/catalog/hf_config.h"
#include "core/catalog/model_size.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

using namespace memwall;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto config = core::parseJson({ reinterpret_cast<const char*>(data), size });
    if (!config) {
        fuzz::requireClear(config.error());
        return 0;
    }
    const auto made = core::modelFromHuggingFace(*config, "");
    if (!made) {
        fuzz::requireClear(made.error());
        return 0;
    }
    const auto model = core::readModel(*made, "");
    fuzz::require(model.has_value(), "a model that was made is one");
    for (const double figure : { core::totalParams(*model), core::activeBytes(*model, {}),
             core::kvBytesAt(*model, 1, 2), core::kvBytesAt(*model, 1e5, 2) })
        fuzz::require(std::isfinite(figure) && figure >= 0, "a size is a number");
    return 0;
}
