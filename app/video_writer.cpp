#include "app/movie_writer.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <cstdio>

namespace memwall::app
{

namespace
{

constexpr int kPatienceMs = 60'000; ///< for an encoder that takes nothing and says nothing
constexpr qint64 kMostWaiting = 64 << 20; ///< bytes that may lie between us and the encoder

class VideoWriter : public MovieWriter
{
public:
    explicit VideoWriter(const QString& path)
        : m_path(QFileInfo(path).exists() ? QFileInfo(path).canonicalFilePath() : path)
        , m_part(QStringLiteral("%1.%2.part").arg(m_path).arg(QCoreApplication::applicationPid()))
    {
    }

    ~VideoWriter() override
    {
        if (m_encoder.state() != QProcess::NotRunning) {
            m_encoder.kill();
            m_encoder.waitForFinished();
        }
        if (m_opened)
            QFile::remove(m_part); // gone already where it became the movie
    }

    Outcome open(const QString& encoder, const MovieTiming& timing, QSize size, const QString& title)
    {
        // Asked here: the encoder's words for it would be longer and name another file.
        QFile part(m_part);
        if (QFileInfo(m_path).isDir() || !part.open(QIODevice::WriteOnly))
            return std::unexpected(
                QStringLiteral("%1: cannot write: %2")
                    .arg(m_path,
                        QFileInfo(m_path).isDir() ? QStringLiteral("is a folder") : part.errorString()));
        part.close();
        m_opened = true;
        m_encoder.setStandardOutputFile(QProcess::nullDevice());
        m_encoder.start(encoder, arguments(timing, size, title));
        if (!m_encoder.waitForStarted())
            return std::unexpected(
                QStringLiteral("%1: cannot be started: %2").arg(encoder, m_encoder.errorString()));
        return {};
    }

    Outcome add(const QImage& picture) override
    {
        for (int y = 0; y < picture.height(); ++y) {
            const qint64 bytes = qint64 { picture.width() } * 4;
            m_encoder.write(reinterpret_cast<const char*>(picture.constScanLine(y)), bytes);
        }
        return drain(kMostWaiting);
    }

    Outcome finish() override
    {
        if (auto drained = drain(0); !drained)
            return drained;
        m_encoder.closeWriteChannel();
        if (!m_encoder.waitForFinished(kPatienceMs * 10) || m_encoder.exitStatus() != QProcess::NormalExit
            || m_encoder.exitCode() != 0)
            return failed();
        if (QFileInfo(m_part).size() == 0)
            return std::unexpected(QStringLiteral("%1: the encoder wrote nothing").arg(m_path));
        if (std::rename(QFile::encodeName(m_part).constData(), QFile::encodeName(m_path).constData()) != 0)
            return std::unexpected(QStringLiteral("%1: cannot write: the folder refuses it").arg(m_path));
        return {};
    }

private:
    [[nodiscard]] QStringList arguments(const MovieTiming& timing, QSize size, const QString& title) const
    {
        const auto word = [](const char* text) { return QString::fromUtf8(text); };
        QStringList words { word("-y"), word("-loglevel"), word("error"), word("-f"), word("rawvideo"),
            word("-pix_fmt"), word("bgr0"), word("-s"),
            QStringLiteral("%1x%2").arg(size.width()).arg(size.height()), word("-r"),
            QString::number(timing.fps), word("-i"), word("-") };
        // Colour is stored at half the resolution: sizes must be even.
        words << word("-vf") << word("pad=ceil(iw/2)*2:ceil(ih/2)*2") << word("-c:v") << word("libx264")
              << word("-crf") << word("18") << word("-pix_fmt") << word("yuv420p") << word("-movflags")
              << word("+faststart") << word("-metadata") << word("title=") + title << word("-f")
              << word("mp4") << m_part;
        return words;
    }

    /// Waits until no more than so many bytes are on their way.
    Outcome drain(qint64 most)
    {
        while (m_encoder.bytesToWrite() > most) {
            if (m_encoder.state() != QProcess::Running || !m_encoder.waitForBytesWritten(kPatienceMs))
                return failed();
        }
        return m_encoder.state() == QProcess::Running ? Outcome {} : failed();
    }

    Outcome failed()
    {
        m_encoder.waitForFinished(1000); // its last words
        const QString words = QString::fromUtf8(m_encoder.readAllStandardError()).trimmed();
        const QString last = words.section(u'\n', -1).trimmed();
        return std::unexpected(QStringLiteral("%1: the encoder gave up%2")
                                   .arg(m_path, last.isEmpty() ? QString() : QStringLiteral(": ") + last));
    }

    QString m_path, m_part;
    bool m_opened = false;
    QProcess m_encoder;
};

} // namespace

QString videoEncoder()
{
    return QStandardPaths::findExecutable(QStringLiteral("ffmpeg"));
}

std::expected<std::unique_ptr<MovieWriter>, QString> videoWriter(
    const QString& encoder, const QString& path, const MovieTiming& timing, QSize size, const QString& title)
{
    auto writer = std::make_unique<VideoWriter>(path);
    if (auto opened = writer->open(encoder, timing, size, title); !opened)
        return std::unexpected(opened.error());
    return writer;
}

} // namespace memwall::app
