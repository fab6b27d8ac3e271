#include "widgets/insight/origin_view.h"

#include "widgets/insight/band_strip.h"
#include "widgets/words/sayings.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTextOption>

#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr double kOriginListWidth = 208;

QString captionOf(core::Headline headline)
{
    const QString name = wordsOf(core::titleOf(headline));
    return name.left(1).toUpper() + name.mid(1);
}

BandData bandOf(const Origin& shown)
{
    const core::Origin& origin = shown.origin;
    BandData band { origin.figure.value, origin.ideal, origin.low, origin.high, {},
        QString::fromStdString(origin.figure.unit) };
    for (const core::NearestPoint& near : shown.nearest)
        // A rate that came out higher means a time that came out shorter; the page says which it was.
        band.measured.push_back(origin.figure.value * near.figureRatio);
    return band;
}

void colour(QWidget* widget, QPalette::ColorRole role, const QColor& colour)
{
    QPalette palette = widget->palette();
    palette.setColor(role, colour);
    widget->setPalette(palette);
}

} // namespace

OriginView::OriginView(QWidget* parent)
    : QWidget(parent)
    , m_theme(Theme::darkTheme())
    , m_list(new QListWidget(this))
    , m_caption(new QLabel(this))
    , m_figure(new QLabel(this))
    , m_band(new BandStrip(this))
    , m_page(new QTextBrowser(this))
    , m_copy(new QPushButton(tr("&Copy as text"), this))
    , m_all(new QPushButton(tr("Predicted against &measured…"), this))
{
    setObjectName(QStringLiteral("originView"));
    m_list->setObjectName(QStringLiteral("originFigures"));
    m_list->setAccessibleName(tr("Figures"));
    m_figure->setObjectName(QStringLiteral("originFigure"));
    m_figure->setWordWrap(true);
    m_page->setObjectName(QStringLiteral("originPage"));
    m_page->setAccessibleName(tr("Formula, measurements and inputs"));
    m_page->setOpenExternalLinks(true);
    m_page->setFrameShape(QFrame::NoFrame);
    // Addresses have no spaces to break at.
    m_page->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_page->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    for (QPushButton* button : { m_copy, m_all })
        button->setAutoDefault(false); // Return in the list is not a wish to copy
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_list);
    auto* column = new QVBoxLayout;
    row->addLayout(column, 1);
    column->addWidget(m_caption);
    column->addWidget(m_figure);
    column->addWidget(m_band);
    column->addWidget(m_page, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    buttons->addWidget(m_all);
    column->addLayout(buttons);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        if (const Origin* origin = current()) {
            m_wanted = origin->origin.headline;
            showPage();
        }
    });
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    connect(m_all, &QPushButton::clicked, this, &OriginView::measurementsRequested);
    setTheme(m_theme);
}

void OriginView::setOrigins(Origins origins)
{
    m_origins = std::move(origins);
    fillList();
    show(m_wanted);
}

void OriginView::setTheme(const Theme& theme)
{
    m_theme = theme;
    const auto px = [&theme](double length) { return static_cast<int>(std::lround(theme.px(length))); };
    m_list->setFixedWidth(px(kOriginListWidth));
    m_list->setFont(theme.font(TextRole::Body));
    m_caption->setFont(theme.font(TextRole::Caption));
    m_figure->setFont(theme.font(TextRole::Figure));
    m_page->document()->setDefaultFont(theme.font(TextRole::Body));
    colour(m_caption, QPalette::WindowText, theme.secondary);
    colour(m_figure, QPalette::WindowText, theme.text);
    colour(m_page, QPalette::Base, theme.window);
    colour(m_list, QPalette::Base, theme.window);
    layout()->setSpacing(px(16));
    m_band->setTheme(theme);
    for (QLabel* label : { m_caption, m_figure })
        label->ensurePolished();
    fillList();
    showPage();
}

void OriginView::show(core::Headline headline)
{
    m_wanted = headline;
    int row = m_origins.figures.empty() ? -1 : 0;
    for (std::size_t i = 0; i < m_origins.figures.size(); ++i)
        if (m_origins.figures[i].origin.headline == headline)
            row = static_cast<int>(i);
    const QSignalBlocker quiet(m_list);
    m_list->setCurrentRow(row);
    showPage();
}

std::optional<core::Headline> OriginView::shown() const
{
    const Origin* origin = current();
    return origin ? std::optional(origin->origin.headline) : std::nullopt;
}

QString OriginView::text() const
{
    const Origin* origin = current();
    return origin ? originText(*origin, m_origins) : QString();
}

void OriginView::fillList()
{
    const QSignalBlocker quiet(m_list);
    const int row = m_list->currentRow();
    m_list->clear();
    for (const Origin& origin : m_origins.figures) {
        auto* item = new QListWidgetItem(captionOf(origin.origin.headline) + u'\n' + figureOf(origin.origin));
        item->setSizeHint(QSize(0, static_cast<int>(std::lround(m_theme.px(46)))));
        m_list->addItem(item);
    }
    m_list->setCurrentRow(row);
}

const Origin* OriginView::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && static_cast<std::size_t>(row) < m_origins.figures.size()
        ? &m_origins.figures[static_cast<std::size_t>(row)]
        : nullptr;
}

void OriginView::showPage()
{
    const Origin* origin = current();
    m_copy->setEnabled(origin != nullptr);
    if (origin == nullptr) {
        m_caption->setText(m_origins.system);
        m_figure->setText(tr("No figure"));
        m_band->hide();
        m_page->setPlainText(tr("This system does not fit its memory, so that it has no figures."));
        return;
    }
    m_caption->setText(tr("%1 · %2").arg(captionOf(origin->origin.headline), m_origins.system));
    m_figure->setText(figureOf(origin->origin));
    m_band->setData(bandOf(*origin));
    const int place = m_page->verticalScrollBar()->value();
    m_page->setHtml(originHtml(*origin, m_origins, m_theme));
    m_page->verticalScrollBar()->setValue(place);
}

} // namespace memwall::ui
