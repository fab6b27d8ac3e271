// What a picture says: the words, the figures in them and the stretch of time that they are true of. Painters
// draw a wording, tooltips add the stretch, tests compare every figure with the run.
#pragma once

#include <QStringList>

#include <cstdint>
#include <string_view>
#include <vector>

namespace memwall::ui
{

enum class TimeBase : std::uint8_t
{
    Fixed, ///< machine, model and scenario: true at every instant
    Answer, ///< a mean token of the whole run
    Phase, ///< the mean of all prefills, of all transfers or of all tokens
    Step, ///< the whole step under way
    Operator, ///< the part of the operator under way: its bytes flow, or its latency runs
    Window, ///< the last third of a second on screen, in whole layers or steps
    Instant, ///< this very instant
};

enum class Unit : std::uint8_t
{
    Count,
    Share,
    Bytes,
    BytesPerSecond,
    FlopsPerSecond,
    Seconds,
};

/// A number in words. Keys are those of `--json` where it has the figure.
struct Figure
{
    std::string_view key; ///< a literal
    double value = 0; ///< SI
    Unit unit = Unit::Count;
    double whole = 0; ///< bytes that it is a part of and stands beside, in their unit; 0: it has its own

    bool operator==(const Figure&) const = default;
};

/// As it stands in words: two or three digits, unit.
[[nodiscard]] QString textOf(const Figure& figure);

struct Statement
{
    TimeBase base = TimeBase::Fixed;
    double seconds = 0; ///< length of the stretch, for Step, Operator and Window
    QStringList wordings {}; ///< the same in fewer and fewer words; none: nothing is to say
    std::vector<Figure> figures {};

    [[nodiscard]] bool isEmpty() const { return wordings.isEmpty(); }
    /// The longest wording.
    [[nodiscard]] QString text() const { return wordings.value(0); }
    /// Of a figure; 0 where the statement has none of this key.
    [[nodiscard]] double value(std::string_view key) const;

    bool operator==(const Statement&) const = default;
};

/// "over the last 0.33 ms", "over this step of 17.9 ms": for tooltips and screen readers.
[[nodiscard]] QString stretchText(const Statement& statement);

/// A statement of figures: %1, %2 … of every wording stand for them, in order.
[[nodiscard]] Statement say(TimeBase base, const QStringList& wordings, std::vector<Figure> figures = {});

/// The sentence of b after that of a and a mark, with the figures of both, of a's stretch.
[[nodiscard]] Statement joined(Statement a, const Statement& b, const QString& mark = QStringLiteral(" · "));

} // namespace memwall::ui
