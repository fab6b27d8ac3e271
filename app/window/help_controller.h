// What explains the figures: where they come from, explain mode, charts, popular claims, the Help menu.
#pragma once

#include "app/dialogs/charts_window.h"
#include "app/dialogs/claims_window.h"
#include "app/dialogs/explainer.h"
#include "app/dialogs/trust_windows.h"
#include "app/window/window_context.h"

namespace memwall::app
{

class HelpController : public QObject
{
    Q_OBJECT
public:
    explicit HelpController(const WindowContext& in);

    void setTheme(const ui::Theme& theme);

signals:
    void openRequested(const QString& path); ///< a scenario that shows what was read about

private:
    void takeSystem();

    const WindowContext& m_in;
    TrustWindows m_trust;
    Explainer m_explainer;
    ChartsWindow m_charts;
    ClaimsWindow* m_claims; ///< the window's
};

} // namespace memwall::app
