#include "widgets/insight/insight_column.h"

#include "widgets/charts/breakdown_card.h"
#include "widgets/insight/bottleneck_card.h"
#include "widgets/insight/figures_card.h"
#include "widgets/insight/kv_card.h"
#include "widgets/insight/roofline_card.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace memwall::ui
{

struct InsightColumn::State
{
    BottleneckCard* bottleneck = nullptr;
    std::vector<Card*> cards;
    QPushButton* all = nullptr; ///< brings hidden cards back
    QStringList wanted; ///< none: all
    QString only; ///< one of them alone
    InsightData data;
    int leastWidth = 0;
};

InsightColumn::InsightColumn(QWidget* parent)
    : QWidget(parent)
    , m_state(std::make_unique<State>())
{
    setObjectName(QStringLiteral("insight"));
    setAccessibleName(tr("What holds the machine back, how fast it is, and why"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* bottleneck = new BottleneckCard(this);
    connect(bottleneck, &BottleneckCard::targetRequested, this, &InsightColumn::targetRequested);
    m_state->bottleneck = bottleneck;
    m_state->cards = { bottleneck, new FiguresCard(this), new RooflineCard(this), new BreakdownCard(this),
        new KvCard(this) };
    for (Card* card : m_state->cards) {
        const bool plot
            = card->objectName() == QStringLiteral("roofline") || card->objectName() == QStringLiteral("kv");
        card->setSizePolicy(QSizePolicy::Preferred, plot ? QSizePolicy::Expanding : QSizePolicy::Maximum);
        column->addWidget(card, plot ? 1 : 0);
        connect(card, &Card::originRequested, this, &InsightColumn::originRequested);
        connect(&card->actions(), &ChartActions::saveRequested, this, &InsightColumn::saveRequested);
        addHiding(*card);
    }
    m_state->all = new QPushButton(tr("Show all cards"), this);
    m_state->all->setObjectName(QStringLiteral("allCards"));
    m_state->all->hide();
    connect(m_state->all, &QPushButton::clicked, this, [this] { emit cardsRequested({}); });
    column->addWidget(m_state->all, 0, Qt::AlignHCenter);
    column->addStretch(0);
    setTheme(Theme::darkTheme());
}

InsightColumn::~InsightColumn() = default;

QWidget& InsightColumn::bottleneckCard() const
{
    return *m_state->bottleneck;
}

void InsightColumn::setResult(const core::Report& report, std::shared_ptr<const core::Run> run)
{
    m_state->data = { report, std::move(run) };
    showCards();
    for (Card* card : m_state->cards)
        card->setData(m_state->data);
}

void InsightColumn::setCards(const QStringList& names)
{
    m_state->wanted = names;
    showCards();
}

void InsightColumn::setOnly(const QString& name)
{
    m_state->only = name;
    showCards();
}

void InsightColumn::showCards()
{
    const QString& only = m_state->only;
    m_state->all->setVisible(!m_state->wanted.isEmpty() && only.isEmpty());
    const auto wanted = [this, &only](const Card& card) {
        if (!only.isEmpty())
            return card.objectName() == only;
        return m_state->wanted.isEmpty() || m_state->wanted.contains(card.objectName());
    };
    for (Card* card : m_state->cards)
        card->setVisible(wanted(*card) && (!m_state->data.run || card->speaksOf(m_state->data)));
}

QStringList InsightColumn::cardsBut(const QString& name) const
{
    QStringList names = m_state->wanted.isEmpty() ? panelNames() : m_state->wanted;
    names.removeAll(name);
    return names;
}

/// In the card's context menu. The last card stays: a column of nothing would look broken.
void InsightColumn::addHiding(Card& card)
{
    auto* separator = new QAction(&card);
    separator->setSeparator(true);
    auto* hide = new QAction(tr("&Hide this card"), &card);
    hide->setObjectName(QStringLiteral("hideCard"));
    connect(hide, &QAction::triggered, this, [this, name = card.objectName()] {
        if (const QStringList others = cardsBut(name); !others.isEmpty())
            emit cardsRequested(others);
    });
    card.addActions({ separator, hide });
}

bool InsightColumn::event(QEvent* event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        askForHeight();
    const int least = minimumSizeHint().width();
    if (event->type() == QEvent::LayoutRequest && std::exchange(m_state->leastWidth, least) != least)
        emit leastWidthChanged();
    return handled;
}

/// A scrolling area asks for the smallest height without a width; wrapped sentences need the one they have.
void InsightColumn::askForHeight()
{
    const int needed = layout()->hasHeightForWidth() ? layout()->minimumHeightForWidth(width())
                                                     : layout()->minimumSize().height();
    if (needed != minimumHeight())
        setMinimumHeight(needed);
}

void InsightColumn::setTime(core::Instant time)
{
    for (Card* card : m_state->cards)
        card->setTime(time);
}

void InsightColumn::setPace(const Pace& pace)
{
    m_state->bottleneck->setShortest(3 * pace.third());
}

void InsightColumn::setTheme(const Theme& theme)
{
    layout()->setSpacing(static_cast<int>(std::lround(theme.px(12))));
    for (Card* card : m_state->cards)
        card->setTheme(theme);
}

std::unique_ptr<Card> cardNamed(const QString& name)
{
    if (name == QStringLiteral("bottleneck"))
        return std::make_unique<BottleneckCard>();
    if (name == QStringLiteral("figures"))
        return std::make_unique<FiguresCard>();
    if (name == QStringLiteral("roofline"))
        return std::make_unique<RooflineCard>();
    if (name == QStringLiteral("breakdown"))
        return std::make_unique<BreakdownCard>();
    if (name == QStringLiteral("kv"))
        return std::make_unique<KvCard>();
    return nullptr;
}

QStringList panelNames()
{
    return { QStringLiteral("bottleneck"), QStringLiteral("figures"), QStringLiteral("roofline"),
        QStringLiteral("breakdown"), QStringLiteral("kv") };
}

} // namespace memwall::ui
