// Micro-batches that take turns on attention and feed-forward pools. Internal to cost. physics.md section 10.
#pragma once

#include "core/timeline/shape.h"

namespace memwall::core
{

/// Lets the layers of a pass of one micro-batch wait for the others, so that all layers together take
/// (T_a + T_e + 2 T_c) + T_f (m L − 1) with T_f = max(T_a, T_e, T_c): one pool is never without work. With
/// too few micro-batches none is: then each goes round by itself, and the last ends T_f after the one before.
/// REQUIRES: layer kinds and their order are set.
void addTurns(Pass& pass, int microBatches, double& steps);

} // namespace memwall::core
