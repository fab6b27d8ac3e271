// The one way to a file, for everything the program writes. A plain file is written under another name
// beside it, brought to the disk and checked there before it takes the old one's place: whenever something
// fails, the old file is as it was. Standard output, pipes and devices are written to directly.
#pragma once

#include <QByteArray>
#include <QString>

namespace memwall::app
{

class OutputFile
{
public:
    /// "-" is standard output, by whatever name.
    explicit OutputFile(const QString& path);
    ~OutputFile(); ///< nothing is left of what was not committed
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    // After the first failure nothing more succeeds, and error() says what it was.
    [[nodiscard]] bool open();
    [[nodiscard]] bool write(const char* bytes, qsizetype count);
    /// All of it is on the disk, under its own name.
    [[nodiscard]] bool commit();
    /// What another program that writes to partName() met, as the system's number. False.
    bool fail(int error);

    /// A sentence that names the file.
    [[nodiscard]] const QString& error() const { return m_error; }
    /// Absolute name from open() to commit(), for another program to write to; empty where there is none: a
    /// pipe or device.
    [[nodiscard]] const QString& partName() const { return m_part; }

private:
    bool openPart();
    bool openDirectly();
    bool flush();
    bool put(const char* bytes, qsizetype count);
    bool sync();
    bool close();

    QString m_path;
    bool m_isStandard;
    QString m_target; ///< the plain file that is replaced
    QString m_part; ///< beside it; empty where nothing is replaced
    bool m_replaces = false; ///< an old file stands there
    int m_file = -1;
    QByteArray m_waiting; ///< for a larger piece
    QString m_error;
};

} // namespace memwall::app
