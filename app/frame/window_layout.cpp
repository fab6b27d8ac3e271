#include "app/frame/window_layout.h"

#include "app/frame/notice_bar.h"
#include "app/frame/panel_handle.h"
#include "app/frame/surface.h"
#include "widgets/controls/scenario_bar.h"
#include "widgets/controls/scenario_list.h"
#include "widgets/controls/target_popup.h"
#include "widgets/controls/transport_bar.h"
#include "widgets/insight/insight_column.h"
#include "widgets/lesson/lesson_card.h"
#include "widgets/lesson/lesson_header.h"
#include "widgets/lesson/spotlight.h"
#include "widgets/race/race_widget.h"
#include "widgets/stage/stage_widget.h"
#include "widgets/tape/tape_widget.h"
#include "widgets/timeline/timeline_widget.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>
#include <QMainWindow>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace memwall::app
{

namespace
{

constexpr double kGap = 12; // between panels
constexpr double kStageWidth = 560, kStageHeight = 400; // that panels leave to it
constexpr double kSmallestStageWidth = 480, kSmallestStageHeight = 220; // … those that were called by hand
constexpr double kInsightWidth = 332, kWideInsightWidth = 560, kInsightShare = 0.17;

struct WindowLayoutText
{
    Q_DECLARE_TR_FUNCTIONS(WindowLayout)
};

template <typename Layout> Layout* tightLayout(QWidget* parent)
{
    auto* layout = new Layout(parent);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return layout;
}

QToolButton* toolButton(const QString& text, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setAutoRaise(true);
    return button;
}

void buildTopBar(WindowParts& parts, QWidget* parent, const core::Catalog& catalog)
{
    parts.topBar = new Surface(parent);
    auto* row = tightLayout<QHBoxLayout>(parts.topBar);
    parts.menuButton = toolButton(QStringLiteral("☰"), WindowLayoutText::tr("Menu"), parts.topBar);
    parts.menuButton->setObjectName(QStringLiteral("menuButton"));
    parts.menuButton->setPopupMode(QToolButton::InstantPopup);
    parts.brand = new Brand(parts.topBar);
    parts.scenarioBar = new ui::ScenarioBar(catalog, parts.topBar);
    parts.systems = new QComboBox(parts.topBar);
    parts.systems->setObjectName(QStringLiteral("systems"));
    parts.systems->setAccessibleName(WindowLayoutText::tr("System shown"));
    parts.systems->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    parts.systems->hide();
    row->addWidget(parts.menuButton);
    row->addWidget(parts.brand);
    row->addWidget(parts.scenarioBar, 1);
    row->addWidget(parts.systems);
    parts.raceButton = toolButton(WindowLayoutText::tr("Race"),
        WindowLayoutText::tr("All lanes on one clock, or one of them (Ctrl+R)"), parts.topBar);
    parts.raceButton->setObjectName(QStringLiteral("raceButton"));
    parts.raceButton->setCheckable(true);
    parts.raceButton->hide();
    parts.addLane = toolButton(WindowLayoutText::tr("+ Race lane"),
        WindowLayoutText::tr("Let another machine race: this one again, or one of the menu"), parts.topBar);
    parts.addLane->setObjectName(QStringLiteral("addLaneButton"));
    parts.addLane->setPopupMode(QToolButton::MenuButtonPopup);
    row->addWidget(parts.raceButton);
    row->addWidget(parts.addLane);
}

void buildBody(WindowParts& parts, QWidget* parent)
{
    parts.body = new Body(parent);
    // In the order in which Tab walks over them.
    parts.list = new ui::ScenarioList(parts.body);
    const auto addHandle
        = [&parts](Panel panel, const char* objectName, const QString& name, const char* keys) {
              parts.handles[panel] = new PanelHandle(panel, name, QString::fromUtf8(keys), parts.body);
              parts.handles[panel]->setObjectName(QLatin1StringView(objectName));
          };
    addHandle(Panel::List, "listHandle", WindowLayoutText::tr("Scenarios"), "Ctrl+L");
    parts.stage = new ui::StageWidget(parts.body);
    parts.race = new ui::RaceWidget(parts.body);
    parts.race->hide();
    addHandle(Panel::Tape, "tapeHandle", WindowLayoutText::tr("Answer"), "Ctrl+J");
    parts.tape = new ui::TapeWidget(parts.body);
    addHandle(Panel::Timeline, "timelineHandle", WindowLayoutText::tr("Timeline"), "Ctrl+K");
    parts.timeline = new ui::TimelineWidget(parts.body);
    parts.transport = new ui::TransportBar(parts.body);
    addHandle(Panel::Insight, "insightHandle", WindowLayoutText::tr("Insight"), "Ctrl+I");
    parts.lessonHeader = new ui::LessonHeader(parts.body);
    parts.lessonCard = new ui::LessonCard(parts.body);
    for (QWidget* lesson :
        { static_cast<QWidget*>(parts.lessonHeader), static_cast<QWidget*>(parts.lessonCard) }) {
        lesson->setAutoFillBackground(true);
        lesson->hide();
    }
    parts.spotlight = new ui::Spotlight(parts.body);
    parts.list->setAutoFillBackground(true); // it may lie over the stage
}

void buildInsight(WindowParts& parts, QWidget* parent)
{
    parts.insightArea = new QScrollArea(parts.body);
    parts.insightArea->setWidgetResizable(true);
    parts.insightArea->setFrameShape(QFrame::NoFrame);
    parts.insightArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    parts.insight = new ui::InsightColumn;
    parts.insightArea->setWidget(parts.insight);
    parts.target = new ui::TargetPopup(parent);
}

void buildDropHint(WindowParts& parts, QWidget* parent)
{
    parts.dropHint
        = new QLabel(WindowLayoutText::tr("Drop a scenario or a model's config.json to open it"), parent);
    parts.dropHint->setObjectName(QStringLiteral("dropHint"));
    parts.dropHint->setAlignment(Qt::AlignCenter);
    parts.dropHint->setAttribute(Qt::WA_TransparentForMouseEvents);
    parts.dropHint->hide();
}

int rounded(double length)
{
    return static_cast<int>(std::lround(length));
}

void setPadding(QWidget* widget, int horizontal, int vertical, int spacing)
{
    widget->layout()->setContentsMargins(horizontal, vertical, horizontal, vertical);
    widget->layout()->setSpacing(spacing);
}

void colour(QWidget* widget, const QColor& ground, const QColor& text)
{
    QPalette palette = widget->palette();
    palette.setColor(QPalette::Window, ground);
    palette.setColor(QPalette::WindowText, text);
    widget->setPalette(palette);
    widget->setAutoFillBackground(true);
}

} // namespace

WindowParts buildWindow(QMainWindow& window, const core::Catalog& catalog)
{
    WindowParts parts;
    auto* all = new QWidget(&window);
    auto* column = tightLayout<QVBoxLayout>(all);
    buildTopBar(parts, all, catalog);
    column->addWidget(parts.topBar);

    buildBody(parts, all);
    buildInsight(parts, all);
    column->addWidget(parts.body, 1);
    parts.notice = new NoticeBar(*parts.topBar);
    buildDropHint(parts, all);
    window.setCentralWidget(all);
    return parts;
}

void applyLook(const WindowParts& parts, const ui::Theme& theme)
{
    const int gap = rounded(theme.px(kGap));
    setPadding(parts.topBar, gap, rounded(theme.px(8)), gap);
    // The same gap around the cards as around the centre, inside the scrolling area: a bar finds room in it.
    parts.insight->setContentsMargins(0, gap, gap, gap);
    parts.notice->setTheme(theme);
    parts.dropHint->setFont(theme.font(ui::TextRole::Hero));
    QColor veil = theme.window;
    veil.setAlphaF(0.85F);
    colour(parts.dropHint, veil, theme.accent);
    colour(parts.insightArea->viewport(), theme.window, theme.text);
    parts.topBar->setTheme(theme);
    parts.brand->setTheme(theme);
    parts.scenarioBar->setTheme(theme);
    parts.list->setTheme(theme);
    parts.stage->setTheme(theme);
    parts.tape->setTheme(theme);
    parts.timeline->setTheme(theme);
    parts.race->setTheme(theme);
    parts.addLane->setStyleSheet(QStringLiteral("QToolButton { padding-right: %1px; } "
                                                "QToolButton::menu-button { border: none; width: %1px; }")
                                     .arg(rounded(theme.px(22))));
    parts.transport->setTheme(theme);
    parts.insight->setTheme(theme);
    parts.lessonHeader->setTheme(theme);
    parts.lessonCard->setTheme(theme);
    parts.spotlight->setTheme(theme);
    parts.target->setTheme(theme);
    for (PanelHandle* handle : parts.handles)
        handle->setTheme(theme);
}

PanelSizes panelSizes(const WindowParts& parts, const ui::Theme& theme, int windowWidth)
{
    PanelSizes sizes;
    sizes.least[Panel::List] = parts.list->minimumWidth();
    // In a language of longer words its cards need more.
    const double cards = parts.insight->minimumSizeHint().width()
        + parts.insightArea->verticalScrollBar()->sizeHint().width();
    sizes.least[Panel::Insight] = rounded(std::clamp(
        std::max(windowWidth * kInsightShare, cards), theme.px(kInsightWidth), theme.px(kWideInsightWidth)));
    sizes.least[Panel::Tape] = parts.tape->sizeHint().height();
    sizes.least[Panel::Timeline] = parts.timeline->minimumSizeHint().height();
    sizes.transport = parts.transport->minimumHeight();
    sizes.gap = rounded(theme.px(kGap));
    sizes.handle = parts.handles.front()->sizeHint().width();
    sizes.stage = { rounded(theme.px(kStageWidth)), rounded(theme.px(kStageHeight)) };
    sizes.smallest = { rounded(theme.px(kSmallestStageWidth)), rounded(theme.px(kSmallestStageHeight)) };
    return sizes;
}

QWidget* panelOf(const WindowParts& parts, Panel panel)
{
    const PerPanel<QWidget*> panels { { parts.list, parts.insightArea, parts.tape, parts.timeline } };
    return panels[panel];
}

void placeParts(const WindowParts& parts, const PanelPlaces& places, bool race)
{
    const auto place = [](QWidget* widget, const QRect& rect) {
        if (!rect.isNull())
            widget->setGeometry(rect);
        widget->setVisible(!rect.isNull());
    };
    place(parts.stage, race ? QRect() : places.main);
    place(parts.race, race ? places.main : QRect());
    place(parts.transport, places.transport);
    for (const Panel panel : kAllPanels) {
        QWidget* widget = panelOf(parts, panel);
        PanelHandle* handle = parts.handles[panel];
        place(widget, places.panels[panel]);
        place(handle, places.handles[panel]);
        handle->setShown(!places.panels[panel].isNull());
        if (!places.over[panel])
            continue;
        widget->raise();
        handle->raise();
    }
}

} // namespace memwall::app
