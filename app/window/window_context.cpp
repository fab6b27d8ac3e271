#include "app/window/window_context.h"

#include "app/frame/notice_bar.h"
#include "app/frame/problem_dialog.h"
#include "widgets/base/plain_text.h"
#include "widgets/controls/scenario_bar.h"

namespace memwall::app
{

namespace
{

struct ContextText
{
    Q_DECLARE_TR_FUNCTIONS(Window)
};

} // namespace

void WindowContext::say(const QString& sentence) const
{
    parts.notice->say(ui::visibleText(sentence));
}

bool WindowContext::apply(const core::Settings& settings, const QString& text, const QString& mergeKey,
    std::optional<std::size_t> editedThen) const
{
    if (session.allows(settings)) {
        const auto applied = session.document().apply(settings, text, mergeKey, editedThen);
        say(applied ? QString()
                    : ContextText::tr("Not possible: %1").arg(describe(applied.error(), {}).trimmed()));
        if (applied)
            return true;
    } else {
        say(ContextText::tr("This task leaves that as it is. Change something else, or leave the lesson."));
    }
    parts.scenarioBar->setScenario(session.scenario(), session.edited()); // it shows the truth again
    parts.scenarioBar->setRefused(parts.notice->text());
    return false;
}

void WindowContext::showProblems(const QString& sentence, const core::Problems& problems) const
{
    (new ProblemDialog(sentence, problems, &window))->open();
}

} // namespace memwall::app
