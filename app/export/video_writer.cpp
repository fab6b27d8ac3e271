#include "app/export/movie_writer.h"
#include "app/files/output_file.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QtEndian>

#include <cerrno>

namespace memwall::app
{

namespace
{

constexpr int kPatienceMs = 60'000; ///< for an encoder that takes nothing and says nothing
constexpr qint64 kMostWaiting = 64 << 20; ///< bytes that may lie between us and the encoder

/// The boxes of an MP4 follow each other to its very end, and one of them says where its pictures are. An
/// encoder without room for that box has been seen to end as if all were well.
bool isWholeVideo(const QString& path)
{
    constexpr qint64 kHead = 8; // four bytes of size, four of kind
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    bool hasIndex = false;
    for (qint64 at = 0; at < file.size();) {
        file.seek(at);
        const QByteArray head = file.read(2 * kHead);
        if (head.size() < kHead)
            return false;
        quint64 size = qFromBigEndian<quint32>(head.constData());
        if (size == 1 && head.size() == 2 * kHead) // too long for four bytes
            size = qFromBigEndian<quint64>(head.constData() + kHead);
        if (size < kHead || size > static_cast<quint64>(file.size() - at))
            return false;
        hasIndex = hasIndex || head.mid(4, 4) == "moov";
        at += static_cast<qint64>(size);
    }
    return hasIndex;
}

class VideoWriter : public MovieWriter
{
public:
    explicit VideoWriter(const QString& path)
        : m_path(path)
        , m_file(path)
    {
    }

    ~VideoWriter() override
    {
        if (m_encoder.state() != QProcess::NotRunning) {
            m_encoder.kill();
            m_encoder.waitForFinished();
        }
    }

    Outcome open(const QString& encoder, const MovieTiming& timing, QSize size, const QString& title)
    {
        if (!m_file.open())
            return std::unexpected(m_file.error());
        if (m_file.partName().isEmpty())
            return std::unexpected(m_path + QStringLiteral(": an .mp4 needs a plain file, this is none"));
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
        if (!isWholeVideo(m_file.partName()))
            return failed(QStringLiteral("the encoder left it without its end"));
        if (!m_file.commit())
            return std::unexpected(m_file.error());
        return {};
    }

private:
    [[nodiscard]] QStringList arguments(const MovieTiming& timing, QSize size, const QString& title) const
    {
        const auto word = [](const char* text) { return QString::fromUtf8(text); };
        QStringList words { word("-y"), word("-xerror"), word("-loglevel"), word("error"), word("-f"),
            word("rawvideo"), word("-pix_fmt"), word("bgr0"), word("-s"),
            QStringLiteral("%1x%2").arg(size.width()).arg(size.height()), word("-r"),
            QString::number(timing.fps), word("-i"), word("-") };
        // Colour is stored at half the resolution: sizes must be even.
        words << word("-vf") << word("pad=ceil(iw/2)*2:ceil(ih/2)*2") << word("-c:v") << word("libx264")
              << word("-crf") << word("18") << word("-pix_fmt") << word("yuv420p") << word("-movflags")
              << word("+faststart") << word("-metadata") << word("title=") + title << word("-f")
              << word("mp4") << m_file.partName();
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

    Outcome failed(const QString& what = QStringLiteral("the encoder gave up"))
    {
        m_encoder.waitForFinished(1000); // its last words
        const QString words = QString::fromUtf8(m_encoder.readAllStandardError()).trimmed();
        if (words.contains(QLatin1String("No space left on device")) && !m_file.fail(ENOSPC))
            return std::unexpected(m_file.error());
        const QString last = words.section(u'\n', -1).trimmed();
        return std::unexpected(
            QStringLiteral("%1: %2%3")
                .arg(m_path, what, last.isEmpty() ? QString() : QStringLiteral(": ") + last));
    }

    QString m_path;
    OutputFile m_file;
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
