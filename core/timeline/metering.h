// How meters are told of operators: which ran as a whole, how often, and what part of the one under way is
// over. Everything inside a segment is closed form, down to the fraction of one operator. Internal to
// timeline.
#pragma once

#include "core/timeline/locate.h"

#include <algorithm>

namespace memwall::core::metering
{

/// How often something affine in the step was done: its base and its slope count so often.
struct Times
{
    double base = 0, slope = 0;

    [[nodiscard]] double of(Affine amount) const { return amount.base * base + amount.slope * slope; }
    Times operator*(double factor) const { return { base * factor, slope * factor }; }
    Times operator+(Times other) const { return { base + other.base, slope + other.slope }; }
};

inline Times onceAt(double step)
{
    return { 1, step };
}

inline Times inAllStepsBefore(double step)
{
    return { step, step * (step - 1) / 2 };
}

/// What a meter hears of an operator: how often its busy part has run, and how often its latency.
struct Done
{
    Times busy, idle;

    [[nodiscard]] bool nothing() const { return busy.base <= 0 && idle.base <= 0; }
};

/// The share of a stretch of time that is over.
inline double shareOver(double into, double length)
{
    return length > 0 ? std::clamp(into / length, 0.0, 1.0) : (into >= 0 ? 1.0 : 0.0);
}

inline Done partOf(const Operator& op, double inside, double step)
{
    const double busy = op.busy.at(step);
    return { onceAt(step) * shareOver(inside, busy),
        onceAt(step) * shareOver(inside - busy, op.duration.at(step) - busy) };
}

/// How far the pass under way has come: what lies before its layers is over, so many layers are.
struct Begun
{
    bool before = false, after = false; ///< over; at work
    std::size_t layers = 0;
    Times once;
};

inline Begun begunAt(const Place& place)
{
    const Pass& pass = *place.pass.pass;
    const Times once = onceAt(static_cast<double>(place.step));
    if (place.layer)
        return { true, false, static_cast<std::size_t>(*place.layer), once };
    const bool after = !pass.after.empty() && place.op >= pass.after.data()
        && place.op < pass.after.data() + pass.after.size();
    return { after, after, after ? pass.layerKindOf.size() : 0, once };
}

/// The row of operators at work.
inline const std::vector<Operator>& rowAt(const Pass& pass, const Begun& begun)
{
    if (!begun.before)
        return pass.before;
    return begun.after ? pass.after : pass.layerKinds[pass.layerKindOf[begun.layers]].operators;
}

/// Tells a meter of the operators of one pool, each as often as it ran.
template <typename Meter> struct Reader
{
    Meter& meter;
    std::size_t pool;

    void add(const std::vector<Operator>& operators, Times times)
    {
        if (times.base <= 0)
            return;
        for (const Operator& op : operators)
            if (op.pool == pool)
                meter.add(op, { times, times });
    }

    /// A pass that ran so often as a whole, and once more up to where it is now.
    void addPass(const Pass& pass, Times whole, const Begun& begun = {})
    {
        add(pass.before, begun.before ? whole + begun.once : whole);
        const auto all = pass.layerKindOf.begin();
        const auto last = all + static_cast<std::ptrdiff_t>(begun.layers);
        for (std::size_t i = 0; i < pass.layerKinds.size(); ++i) {
            const auto kind = static_cast<std::uint8_t>(i);
            add(pass.layerKinds[i].operators,
                whole * static_cast<double>(std::count(all, pass.layerKindOf.end(), kind))
                    + begun.once * static_cast<double>(std::count(all, last, kind)));
        }
        add(pass.after, whole);
    }

    /// The operators of a row before the one that runs, and the part of it that is over.
    void addRow(const std::vector<Operator>& operators, const Place& place, Instant t)
    {
        const auto step = static_cast<double>(place.step);
        for (const Operator& op : operators) {
            const bool runs = &op == place.op;
            const Done done = runs ? partOf(op, toSeconds(t - place.opSpan.begin), step)
                                   : Done { onceAt(step), onceAt(step) };
            if (op.pool == pool && !done.nothing())
                meter.add(op, done);
            if (runs)
                return;
        }
    }
};

/// From the begin of a segment to t inside it.
template <typename Meter> void addUpTo(Meter& meter, std::size_t pool, const Segment& segment, Instant t)
{
    Reader<Meter> reader { meter, pool };
    const Place place = locate(segment, t);
    const auto step = static_cast<double>(place.step);
    const auto& passes = segment.shape->passes;
    const auto current = static_cast<std::size_t>(place.pass.passIndex);
    const Begun begun = begunAt(place);
    for (std::size_t i = 0; i < passes.size(); ++i) {
        const double repeat = passes[i].repeat;
        const double inThisStep = i < current ? repeat : i == current ? place.pass.repetition : 0.0;
        const Times whole = inAllStepsBefore(step) * repeat + onceAt(step) * inThisStep;
        reader.addPass(passes[i], whole, i == current ? begun : Begun {});
    }
    reader.addRow(rowAt(passes[current], begun), place, t);
}

} // namespace memwall::core::metering
