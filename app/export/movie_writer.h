// Movies as files, picture by picture. What is not finished leaves no file, and an old file as it was.
#pragma once

#include "app/export/movie_timing.h"

#include <QImage>
#include <QString>
#include <QVector>

#include <expected>
#include <memory>

namespace memwall::app
{

class MovieWriter
{
public:
    MovieWriter() = default;
    virtual ~MovieWriter() = default;
    MovieWriter(const MovieWriter&) = delete;
    MovieWriter& operator=(const MovieWriter&) = delete;

    using Outcome = std::expected<void, QString>;
    /// Pictures in order, all of one size, in Format_RGB32.
    virtual Outcome add(const QImage& picture) = 0;
    /// The file stands after this.
    virtual Outcome finish() = 0;
};

/// samples: pictures from all over the movie, for its table of colours. Endless loop.
[[nodiscard]] std::expected<std::unique_ptr<MovieWriter>, QString> gifWriter(
    const QString& path, const MovieTiming& timing, const QVector<QImage>& samples, const QString& title);

/// An installed ffmpeg; empty: none.
[[nodiscard]] QString videoEncoder();

/// H.264 in MP4, by an encoder that takes ffmpeg's options. Odd sizes get a row or column of black.
[[nodiscard]] std::expected<std::unique_ptr<MovieWriter>, QString> videoWriter(
    const QString& encoder, const QString& path, const MovieTiming& timing, QSize size, const QString& title);

} // namespace memwall::app
