// Saving, and what happens to changes that are not saved: they are kept, marked in the list, and offered to
// be saved or taken back. Nothing is asked that must be answered. And what happens where another program
// wrote the file that is open.
#pragma once

#include "app/frame/notice_bar.h"
#include "app/window/window_context.h"

namespace memwall::app
{

/// Of a file dialog.
[[nodiscard]] QString scenarioFilter();

class SaveController : public QObject
{
    Q_OBJECT
public:
    /// What the notice bar says when something else was opened, and what can be done about it.
    struct Offer
    {
        QStringList sentences;
        QVector<NoticeBar::Answer> answers;
    };

    explicit SaveController(const WindowContext& in);

    /// After this the document may be left. Where its changes cannot be kept, a bar says so, and goOn comes
    /// when the user says so; false then.
    bool keepChanges(const std::function<void()>& goOn);
    /// For what is open now and has changes, before something else is opened: shipped scenarios are not
    /// saved.
    [[nodiscard]] Offer offerToSave();
    bool save();
    bool saveAs();
    void backToOriginal();
    [[nodiscard]] bool isShipped(const QString& path) const;
    /// True where nobody else wrote the file since it was opened. Otherwise a bar asks what is to count.
    [[nodiscard]] bool isOurs(bool saving);

signals:
    void saved(); ///< the user's files may be others

private:
    bool saveTo(const QString& path);
    void saveLeft(const QString& path);
    void reload();
    void takeReloaded(const QString& path, Opened opened);

    const WindowContext& m_in;
    QByteArray m_askedAbout; ///< the file on the disk that the user was asked about
};

} // namespace memwall::app
