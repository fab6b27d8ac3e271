// A chart of the charts window: title, one sentence with the present figures, a plot, and a line that says
// the values and the formula of what is pointed at, by the mouse or by the arrow keys.
#pragma once

#include "core/figures/chart_data.h"
#include "core/whatif/batch_curve.h"
#include "widgets/plots/chart_source.h"
#include "widgets/plots/plot_words.h"

#include <QWidget>

#include <memory>

class QCPAxisRect;
class QCPItemLine;
class QCustomPlot;
class QLabel;

namespace memwall::ui
{

class ChartActions;
class FocusRing;

/// What the charts show; all of it belongs together.
struct ChartData
{
    std::shared_ptr<const core::Run> run; ///< null before the first
    core::Report report;
    core::ServiceObjective promise;
    core::BatchKnob knob = core::BatchKnob::Users;
    std::vector<core::BatchPoint> curve;
    bool curveComplete = false;
    std::optional<core::EnergyParts> energy; ///< absent while it is being worked out
};

/// Something of a plot that can be pointed at, in the plot's pixels.
struct ChartMark
{
    QRectF area;
    QString text; ///< values and formula
};

class Chart : public QWidget, public ChartSource
{
    Q_OBJECT
public:
    Chart(const QString& name, const QString& title, QWidget* parent);
    ~Chart() override;

    /// The data must stay as it is until the next call.
    void setData(const ChartData& shown);
    void setTime(core::Instant time);
    void setTheme(const Theme& theme);

    [[nodiscard]] QString chartName() const override;
    [[nodiscard]] QWidget& chartPicture() override { return *this; }

    /// What the pointer is told over a place of the plot; empty: nothing there.
    [[nodiscard]] virtual QString textAt(QPointF place) const;
    /// What the arrow keys walk over, in their order.
    [[nodiscard]] virtual std::vector<ChartMark> marks() const = 0;
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString readout() const;
    [[nodiscard]] ChartActions& actions() { return *m_actions; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

    /// Draws into the empty plot. Called when data or theme changed, and by refresh().
    virtual void draw() = 0;
    /// Whether the picture depends on the time, and has changed with it.
    virtual bool follows(core::Instant time);
    void refresh();
    /// A line at the present time across an axis rect whose x axis is seconds; call from draw().
    void addCursor(QCPAxisRect& rect);

    [[nodiscard]] const ChartData& data() const { return *m_data; }
    [[nodiscard]] bool hasRun() const { return m_data != nullptr && m_data->run && m_data->run->fits; }
    [[nodiscard]] const Theme& theme() const { return m_theme; }
    [[nodiscard]] core::Instant time() const { return m_time; }
    [[nodiscard]] QCustomPlot& plot() const { return *m_plot; }
    [[nodiscard]] PlotWords& words() { return m_words; }
    [[nodiscard]] const PlotWords& words() const { return m_words; }
    /// The line below where nothing is pointed at.
    void setFormula(const QString& formula);
    void setSentence(const QString& sentence);
    /// In place of the plot: why there is none. Empty: there is one.
    void setNotice(const QString& notice);

private:
    void connectPlot();
    void styleLabels();
    void reserveLines();
    void walk(int to);
    void moveCursors();
    [[nodiscard]] std::vector<ChartMark> shownMarks() const; ///< none where a notice stands
    void say(const QString& text);
    void placeRing();

    const ChartData* m_data = nullptr;
    Theme m_theme;
    core::Instant m_time {};
    QLabel *m_title, *m_sentence, *m_notice, *m_readout;
    QCustomPlot* m_plot;
    FocusRing* m_ring; ///< around the mark that the keys are at
    PlotWords m_words;
    ChartActions* m_actions;
    QString m_formula;
    std::vector<QCPItemLine*> m_cursors;
    int m_at = -1; ///< of marks(); -1: none
    bool m_stale = false; ///< changed while out of sight
};

} // namespace memwall::ui
