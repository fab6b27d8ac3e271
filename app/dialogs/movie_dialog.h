// What a movie shows: which part of the window, which part of the run, how slowly, how smoothly.
#pragma once

#include "app/export/movie_timing.h"

#include <QDialog>

#include <memory>

class QComboBox;
class QLabel;
class QPushButton;

namespace memwall::ui
{
class NumberField;
}

namespace memwall::app
{

class MovieDialog : public QDialog
{
    Q_OBJECT
public:
    /// start: what stands there first; its range begins at the playhead.
    MovieDialog(std::shared_ptr<const core::Run> run, const MovieTiming& start, QSize window,
        QWidget* parent = nullptr);

    [[nodiscard]] QString part() const; ///< empty: the window
    [[nodiscard]] QSize size() const;
    [[nodiscard]] MovieTiming timing() const;
    [[nodiscard]] QString suffix() const; ///< "gif" or "mp4"

private:
    void update();
    void showTiming(const MovieTiming& timing);

    std::shared_ptr<const core::Run> m_run;
    QComboBox *m_part, *m_size, *m_format;
    ui::NumberField *m_from, *m_to, *m_timeScale, *m_fps;
    QLabel* m_outcome; ///< how long it is, or what is wrong
    QPushButton* m_save = nullptr;
};

} // namespace memwall::app
