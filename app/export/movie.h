// A scene played into a file: every picture taken at its own exact moment, none by the clock.
#pragma once

#include "app/export/movie_timing.h"
#include "app/export/scene.h"

#include <QString>

#include <expected>
#include <functional>

namespace memwall::app
{

enum class MovieEnd : std::uint8_t
{
    Written,
    Cancelled, ///< nothing is left of it
};

/// Told after each picture; false stops.
using MovieProgress = std::function<bool(std::int64_t done, std::int64_t all)>;

/// All digits: "100,000".
[[nodiscard]] QString grouped(std::int64_t count);

/// What is wrong with a movie before a picture is drawn, a sentence without the file's name; empty: nothing.
[[nodiscard]] QString movieProblem(const QString& path, const MovieTiming& timing, const core::Run& run);

/// A GIF or, where the name ends in .mp4, a video. REQUIRES: movieProblem found none.
[[nodiscard]] std::expected<MovieEnd, QString> writeMovie(Scene& scene, QSize size, const MovieTiming& timing,
    const QString& path, const QString& title, const MovieProgress& progress);

} // namespace memwall::app
