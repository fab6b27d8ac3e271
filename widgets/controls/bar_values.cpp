#include "widgets/controls/bar_values.h"

#include "core/figures/batch_cap.h"
#include "widgets/base/format.h"
#include "widgets/settings/catalog_choices.h"
#include "widgets/words/sayings.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr std::int64_t kUsersShown = 4096; ///< the slider's end; a scenario file may have more

struct BarValuesText
{
    Q_DECLARE_TR_FUNCTIONS(ScenarioBar)
};

/// "1,024" → "1k": the toolbar's last resort, the tooltip has all digits.
QString inThousands(const QString& value)
{
    QString digits = value;
    bool isNumber = false;
    const double count = digits.remove(u',').toDouble(&isNumber);
    return isNumber && count >= 1000 ? QStringLiteral("%1k").arg(std::lround(count / 1000)) : value;
}

void show(ChoiceButton* button, const QString& value, const QString& what, const QStringList& shorter = {})
{
    button->setValue(value);
    button->setShortValues(shorter.isEmpty() ? QStringList { inThousands(value) } : shorter);
    button->setToolTip(QString { value + u'\n' + what });
}

/// "8 × H100 SXM 80 GB → 16 × SN40L 64 GB" in less and less room: without the sizes, the form, the counts,
/// the names.
QStringList hardwareInShort(const core::EditContext& context)
{
    static const QRegularExpression kSizes { QStringLiteral(" \\d+ [GM]B") };
    static const QRegularExpression kForms { QStringLiteral(" SXM| PCIe| NVL72") };
    static const QRegularExpression kCounts { QStringLiteral("[\\d,]+×") };
    const QString unsized = hardwareText(context).remove(kSizes);
    const QString shorter
        = QString { unsized }.remove(kForms).replace(QStringLiteral(" × "), QStringLiteral("×"));
    if (context.edited().pools.size() < 2)
        return { unsized, shorter };
    QStringList counts;
    for (const core::Pool& pool : context.edited().pools)
        counts << QString::number(pool.chips);
    const QString between = splitsLayers(context.edited()) ? QStringLiteral("⇄") : QStringLiteral("→");
    QStringList all { unsized, shorter };
    if (!shorter.contains(u'+')) // "4 + 4×H100": one name for both
        all << QString { shorter }.remove(kCounts);
    return all << counts.join(between);
}

void showHardware(const BarParts& parts, const core::EditContext& context)
{
    const core::Pool& pool = context.decodePool();
    const auto chip = core::chipOf(pool.chip, context.catalog);
    const auto model = core::modelOf(context.edited().model, context.catalog);
    show(parts.hardware, hardwareText(context), BarValuesText::tr("Chips, and how many of them"),
        hardwareInShort(context));
    parts.hardwarePopup->setChosen(QString::fromStdString(pool.chip.id.text()));
    if (!chip || !model)
        return;
    std::vector<int> counts = chipCounts(*chip, *model);
    const int most = std::max(counts.back(), pool.chips);
    if (!std::binary_search(counts.begin(), counts.end(), pool.chips))
        counts.insert(std::upper_bound(counts.begin(), counts.end(), pool.chips), pool.chips);
    parts.hardwarePopup->setCounts(context.edited().pools.size() > 1
            ? BarValuesText::tr("Chips in the pool that decodes")
            : BarValuesText::tr("Number of chips"),
        counts, pool.chips,
        { .most = static_cast<double>(most),
            .why = BarValuesText::tr("So many of this chip can be joined.") });
}

void showModel(const BarParts& parts, const core::EditContext& context)
{
    const auto& bits = context.edited().weightBits;
    show(parts.model, modelText(context), BarValuesText::tr("The language model that answers"),
        { modelText(context).section(u' ', -1) });
    show(parts.weights, weightText(bits), BarValuesText::tr("Bits per weight, or a number format"),
        { weightText(bits).section(u'-', 0, 0) });
    parts.modelPopup->setChosen(QString::fromStdString(context.edited().model.id.text()));
    parts.weightsPopup->setSections(weightSections(context));
    parts.weightsPopup->setChosen(weightKey(bits));
}

/// A trace says itself who asks when and how much.
void showRecorded(const BarParts& parts, const core::Workload& work)
{
    const auto& read = work.traceRequests.read;
    const QString why
        = BarValuesText::tr("The trace of this scenario says when requests come and how long they are.");
    show(parts.users,
        read ? formatWhole(static_cast<std::int64_t>(read->requests.size())) : BarValuesText::tr("recorded"),
        why);
    show(parts.prompt, BarValuesText::tr("recorded"), why);
    show(parts.output, BarValuesText::tr("recorded"), why);
}

/// "4,096 · 64 run": a batch that is full while memory has room is not to be kept from anybody.
void showUsers(const BarParts& parts, const core::EditContext& context, const core::Report* report)
{
    const core::Workload& work = context.scenario.workload;
    const bool stream = work.arrivals == core::Arrivals::Poisson;
    const std::int64_t users = stream ? work.requests : work.users;
    const QString what = stream ? BarValuesText::tr("Requests that arrive, one after the other")
                                : BarValuesText::tr("Users who ask at once");
    const QString capped = report ? wordsOf(core::batchCap(*report)) : QString {};
    if (capped.isEmpty())
        show(parts.users, formatWhole(users), what);
    else
        show(parts.users,
            BarValuesText::tr("%1 · %2 run")
                .arg(formatWhole(users), formatWhole(report->requests.runningPeak)),
            QString { what + u'\n' + capped }, { formatWhole(users), inThousands(formatWhole(users)) });
    const QString one = stream ? QString {} : wordsOf(whyOneUser(context));
    parts.users->setEnabled(one.isEmpty());
    if (!one.isEmpty())
        parts.users->setToolTip(one);
    const double most = static_cast<double>(stream ? core::kMostRequests : core::kMostUsers);
    parts.usersPopup->setValue(static_cast<double>(users), { .most = most },
        static_cast<int>(std::clamp(users, kUsersShown, std::int64_t { core::kMostRequests })));
    parts.usersPopup->setNote(capped);
    parts.batch->setNumber(
        context.edited().batching.maxBatch, { .most = static_cast<double>(core::kMostBatch) });
    parts.rate->setNumber(
        work.ratePerS, { .least = core::kLeastRate, .most = core::kMostRate, .whole = false });
    parts.usersPopup->showField(*parts.rate, stream);
}

void showTokens(const BarParts& parts, const core::EditContext& context)
{
    const core::Workload& work = context.scenario.workload;
    show(parts.prompt, tokensText(work.promptTokens), BarValuesText::tr("Tokens of the question"));
    show(parts.output, tokensText(work.outputTokens), BarValuesText::tr("Tokens of the answer"));
    const std::int64_t prompt = upperTokens(work.promptTokens);
    const std::int64_t output = upperTokens(work.outputTokens);
    // Says where the end of a prompt or an answer comes from.
    const auto range = [&](std::int64_t other, const QString& why) -> NumberRange {
        const std::int64_t most = std::max<std::int64_t>(1, contextLimit(context) - other);
        return { .most = static_cast<double>(most),
            .why = why.arg(formatWhole(contextLimit(context)), formatWhole(other)) };
    };
    const NumberRange prompts
        = range(output, BarValuesText::tr("The model holds %1 tokens, and the answer takes %2."));
    const NumberRange outputs
        = range(prompt, BarValuesText::tr("The model holds %1 tokens, and the prompt takes %2."));
    parts.promptPopup->setValue(static_cast<double>(prompt), prompts, static_cast<int>(prompts.most));
    parts.outputPopup->setValue(static_cast<double>(output), outputs, static_cast<int>(outputs.most));
}

void showWorkload(const BarParts& parts, const core::EditContext& context, const core::Report* report)
{
    const core::Workload& work = context.scenario.workload;
    const bool recorded = work.arrivals == core::Arrivals::Trace;
    for (QWidget* control : { parts.users, parts.prompt, parts.output })
        control->setEnabled(!recorded);
    if (recorded)
        return showRecorded(parts, work);
    showUsers(parts, context, report);
    showTokens(parts, context);
}

void showSwitch(ToggleSwitch* button, bool on, const QString& whyNot, const QString& what)
{
    button->setChecked(on);
    // What is on can always be turned off.
    button->setEnabled(on || whyNot.isEmpty());
    button->setToolTip(button->isEnabled() ? what : whyNot);
}

} // namespace

void showScenario(const BarParts& parts, const core::EditContext& context, const core::Report* report)
{
    showHardware(parts, context);
    showModel(parts, context);
    showWorkload(parts, context, report);
    showSwitch(parts.speculative, context.edited().speculation.has_value(),
        wordsOf(whyNotSpeculative(context)),
        BarValuesText::tr("Speculative decoding: a small model drafts, the large one checks"));
    showSwitch(parts.disaggregated, isDisaggregated(context.edited()), wordsOf(whyNotDisaggregated(context)),
        BarValuesText::tr("Disaggregated: prefill and decode on chips of their own"));
}

} // namespace memwall::ui
