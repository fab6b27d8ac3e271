// Parts that every kind of segment is built from. Internal to schedule.
#pragma once

#include "core/schedule/state.h"

namespace memwall::core
{

inline constexpr double kManySteps = 1e15;

[[nodiscard]] std::vector<int> idsOf(const std::vector<Active>& running);

/// Micro-batches of the running batch: with p pipeline stages up to p of them are under way, and every user
/// waits for its own to pass all stages (physics.md section 7); on attention and feed-forward pools they take
/// turns (section 10).
[[nodiscard]] int microBatchesNow(const PlayState& state);
/// The sequences of one of them.
[[nodiscard]] std::vector<Sequence> microBatch(const PlayState& state, double fresh);

[[nodiscard]] PassWork workOf(const Model& model, PassKind kind, std::vector<Sequence> sequences);
[[nodiscard]] std::shared_ptr<const StepShape> shapeOf(std::vector<Pass> passes);
[[nodiscard]] std::shared_ptr<const StepShape> shapeOf(Pass pass);

/// The drafts of one cycle, timed at the middle one.
[[nodiscard]] Pass draftPass(const PlayState& state);

/// Tokens that the first answer to end has still to write.
[[nodiscard]] std::int64_t fewestRemaining(const std::vector<Active>& running);

/// KV cache of the running batch on one chip, growing by one token per request and step; none where only
/// times are kept. steps: lowered to those before the first of them fills a window.
[[nodiscard]] Affine kvGrowth(const PlayState& state, double& steps);
[[nodiscard]] Bytes kvHeld(const PlayState& state);

/// The shape of a step of these passes; others with equal costs share it. valid: lowered to the steps for
/// which it holds.
[[nodiscard]] std::shared_ptr<const StepShape> sharedShape(
    PlayState& state, const std::vector<PlannedPass>& plan, double& valid);
/// Counts a shape that is not shared.
void storeShape(PlayState& state, const StepShape& shape);
/// Flows are left out where nobody asks for them.
[[nodiscard]] PassOptions optionsOf(const PlayState& state);

/// So much after an instant. Throws GiveUp.
[[nodiscard]] Instant after(Instant begin, Seconds time);

/// Sets the end from shape and steps.
void closeSegment(Segment& segment);
/// Appends a closed one; returns the index. Throws GiveUp.
std::int64_t append(PlayState& state, Segment segment);
/// Closes and appends; returns the index.
std::int64_t addSegment(PlayState& state, Segment segment);
/// So many tokens of a request's answer came of a segment.
void addPiece(PlayState& state, int id, const RequestRun::Piece& piece);
void addRound(PlayState& state, int id, const Cycle& round);

/// Every row of the batch has written `tokens` more at the end of a segment's steps.
void writeTokens(PlayState& state, std::int64_t segment, std::int64_t steps);
/// Every row keeps what the big model accepts of one round of drafts.
void keepAccepted(PlayState& state, std::int64_t segment);
/// Answers that are complete leave (or stay as dead weight in a static batch).
void dropFinished(PlayState& state, Instant at);

} // namespace memwall::core
