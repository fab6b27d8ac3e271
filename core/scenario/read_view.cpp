#include "core/scenario/read_parts.h"

#include <algorithm>

namespace memwall::core
{

using nlohmann::json;

const std::vector<std::string> kPanelNames { "bottleneck", "figures", "roofline", "breakdown", "kv" };
const std::vector<std::string> kThemeNames { "dark", "light" };
const std::vector<std::string> kWidthNames { "log", "true" };

namespace
{

void readPanels(ScenarioContext& context, ObjectReader& fields, View& view)
{
    const json* panels = fields.array("panels");
    if (panels == nullptr)
        return;
    for (std::size_t i = 0; i < panels->size(); ++i) {
        const std::string at = fields.at("panels") + '/' + std::to_string(i);
        const json& panel = panels->at(i);
        const std::string name = panel.is_string() ? panel.get<std::string>() : std::string {};
        if (std::find(kPanelNames.begin(), kPanelNames.end(), name) == kPanelNames.end())
            context.report(at, { "wrong.panel", { name } }, suggestion(name, kPanelNames));
        else
            view.panels.push_back(name);
    }
}

} // namespace

View readView(ScenarioContext& context, const json& value)
{
    ObjectReader fields(context, value, "/view");
    View view;
    if (const auto word = fields.choice("theme", kThemeNames))
        view.theme = static_cast<ViewTheme>(*word);
    view.timeScale = fields.number("time_scale", { 1e-6, 1e12 });
    if (const json* stage = fields.object("stage")) {
        ObjectReader parts(context, *stage, "/view/stage");
        if (const auto word = parts.choice("widths", kWidthNames))
            view.stageWidths = static_cast<StageWidths>(*word);
        parts.finish();
    }
    readPanels(context, fields, view);
    fields.finish();
    return view;
}

} // namespace memwall::core
