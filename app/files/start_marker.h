// A note on disk about the file that a start opens by itself: what is still noted at the next start ended
// this one, and opening it again would end every start to come.
#pragma once

#include <QString>

namespace memwall::app
{

class StartMarker
{
public:
    /// In the user's folder for states: $XDG_STATE_HOME/memwall, else ~/.local/state/memwall.
    StartMarker();

    /// The file that an earlier start opened and did not live to show; empty: none. What another program that
    /// is running is at does not count.
    [[nodiscard]] QString culprit() const;
    /// Notes a file that is about to be opened. Where nothing can be noted, nothing is.
    void set(const QString& file) const;
    void clear() const;

private:
    QString m_path;
};

} // namespace memwall::app
