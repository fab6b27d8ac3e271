// The Tools menu: measuring this computer, and the chip that comes of it.
#pragma once

#include "app/window/save_controller.h"
#include "app/window/window_context.h"

namespace memwall::app
{

class ToolsController : public QObject
{
    Q_OBJECT
public:
    ToolsController(const WindowContext& in, SaveController& saving);

private:
    void loadOwnChip();
    void measureComputer();
    void openOn(const nlohmann::json& chip);

    const WindowContext& m_in;
    SaveController& m_saving;
};

} // namespace memwall::app
