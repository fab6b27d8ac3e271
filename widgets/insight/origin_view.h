// "Where does this number come from?": the headline figures of a system on the left, the chosen one's page
// on the right. Works nothing out and opens nothing.
#pragma once

#include "widgets/insight/origin_page.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QTextBrowser;

namespace memwall::ui
{

class BandStrip;

class OriginView : public QWidget
{
    Q_OBJECT
public:
    explicit OriginView(QWidget* parent = nullptr);

    void setOrigins(Origins origins);
    void setTheme(const Theme& theme);
    /// Turns to a figure; to the first where the system does not have it.
    void show(core::Headline headline);
    [[nodiscard]] std::optional<core::Headline> shown() const;
    /// The page as plain text; empty where there is none.
    [[nodiscard]] QString text() const;

signals:
    void measurementsRequested(); ///< "Predicted against measured"

private:
    void fillList();
    void showPage();
    [[nodiscard]] const Origin* current() const;

    Origins m_origins;
    Theme m_theme;
    core::Headline m_wanted = core::Headline::Tpot;
    QListWidget* m_list;
    QLabel *m_caption, *m_figure;
    BandStrip* m_band;
    QTextBrowser* m_page;
    QPushButton *m_copy, *m_all;
};

} // namespace memwall::ui
