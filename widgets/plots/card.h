// A rounded panel of the insight column: ground, a title with a quiet remark beside it, and a body that
// each card fills with its own widgets. Colours and fonts come from the theme only.
#pragma once

#include "core/figures/report.h"
#include "core/origin/origin.h"
#include "widgets/plots/chart_source.h"
#include "widgets/theme/theme.h"

#include <QBoxLayout>
#include <QFrame>
#include <QLabel>

#include <memory>

namespace memwall::ui
{

/// What a card shows; run and report belong together.
struct InsightData
{
    core::Report report;
    std::shared_ptr<const core::Run> run;
};

class ChartActions;

class Card : public QFrame, public ChartSource
{
    Q_OBJECT
public:
    Card(const QString& name, const QString& title, QWidget* parent = nullptr);

    void setData(const InsightData& shown);
    virtual void setTheme(const Theme& theme);
    virtual void setTime(core::Instant time);
    /// Whether the card has something to say about this run.
    [[nodiscard]] virtual bool speaksOf(const InsightData& shown) const;

    [[nodiscard]] QString chartName() const override { return accessibleName(); }
    [[nodiscard]] QWidget& chartPicture() override { return *this; }
    [[nodiscard]] std::string chartCsv() const override { return csvOf(m_report); }
    /// Copy and save.
    [[nodiscard]] ChartActions& actions() const { return *m_actions; }

signals:
    /// Somebody wants to know where a figure comes from.
    void originRequested(core::Headline headline);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

    virtual void showData(const InsightData& shown) = 0;
    [[nodiscard]] virtual std::string csvOf(const core::Report& report) const = 0;
    [[nodiscard]] const Theme& theme() const { return m_theme; }
    [[nodiscard]] QVBoxLayout* body() { return m_body; }
    void setAside(const QString& text);
    /// The title in the header; the card keeps its name.
    void setHeader(const QString& text);
    /// To the right of the title.
    void addToHeader(QWidget* widget) { m_header->addWidget(widget); }
    /// The title as a caption above what matters more.
    void quietTitle();
    /// No title and no remark: the body speaks for itself.
    void hideHeader();
    /// Gives wrapped sentences the height that they need at the card's width. Call after changing one.
    void fitSentences();
    /// A label that follows the theme: role and colour are kept with it.
    QLabel* addLabel(TextRole role, QColor Theme::*colour, QWidget* parent);
    /// The same, and it can be asked where its figure comes from: by a click, or by Return once Tab is there.
    QLabel* addFigureLabel(core::Headline headline, TextRole role, QColor Theme::*colour, QWidget* parent);
    void recolour(QLabel* label, QColor Theme::*colour);

private:
    struct Styled
    {
        QLabel* label;
        TextRole role;
        QColor Theme::*colour;
    };
    void style(const Styled& styled) const;
    void adopt(QLabel* label, TextRole role, QColor Theme::*colour);

    Theme m_theme;
    core::Report m_report;
    ChartActions* m_actions;
    QVBoxLayout* m_body;
    QHBoxLayout* m_header;
    QLabel* m_title;
    QLabel* m_aside;
    std::vector<Styled> m_styled;
};

} // namespace memwall::ui
