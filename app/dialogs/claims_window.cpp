#include "app/dialogs/claims_window.h"

#include "widgets/base/format.h"
#include "widgets/lesson/lesson_labels.h"

#include <QDir>
#include <QFrame>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace memwall::app
{

namespace
{

constexpr auto kVerdict = "verdict"; ///< property: which of the answers
constexpr QSize kClaimsSize { 860, 640 };

/// The order of the answers in every claim's file.
QString signOf(std::size_t verdict)
{
    constexpr std::array kSigns { u"✓ ", u"◐ ", u"✗ " };
    return QString::fromUtf16(kSigns[std::min(verdict, kSigns.size() - 1)]);
}

} // namespace

ClaimsWindow::ClaimsWindow(const core::Catalog& catalog, const QString& folder, QWidget& parent)
    : QDialog(&parent)
    , m_folder(folder)
    , m_head(ui::wordsLabel("claimsHead", this))
    , m_area(new QScrollArea(this))
    , m_checker(catalog)
{
    setObjectName(QStringLiteral("claims"));
    setWindowTitle(tr("Popular claims, tested — Memwall"));
    resize(kClaimsSize);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_head);
    column->addWidget(m_area, 1);
    auto* inside = new QWidget;
    m_cards = new QVBoxLayout(inside);
    m_cards->addStretch(1);
    m_area->setWidget(inside);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_head->setText(tr("Working out what is true of each…"));
    connect(&m_checker, &ClaimsChecker::found, this, &ClaimsWindow::add);
    connect(&m_checker, &ClaimsChecker::complete, this, [this] {
        m_head->setText(tr("Each verdict is computed now, from the catalog's figures. ✓ holds · ◐ holds if · "
                           "✗ does not hold"));
    });
    connect(&m_checker, &ClaimsChecker::failed, m_head, &QLabel::setText);
}

void ClaimsWindow::open()
{
    show();
    raise();
    activateWindow();
    if (std::exchange(m_asked, true))
        return;
    const QDir folder(m_folder);
    QStringList paths;
    for (const QString& name :
        folder.entryList({ QStringLiteral("*.memwall.json") }, QDir::Files, QDir::Name))
        paths << folder.filePath(name);
    m_checker.request(paths);
}

void ClaimsWindow::add(const CheckedClaim& claim)
{
    auto* card = new QFrame;
    card->setObjectName(QStringLiteral("claim"));
    auto* column = new QVBoxLayout(card);
    const auto line = [&](const char* name, const QString& text) {
        QLabel* label = ui::wordsLabel(name, card);
        label->setText(text);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        column->addWidget(label);
        return label;
    };
    line("claimTitle", ui::plain(claim.title));
    if (claim.told.right && claim.step.ask) {
        const QString verdict = ui::plain(claim.step.ask->choices[*claim.told.right].text);
        QLabel* label = line("claimVerdict", signOf(*claim.told.right) + verdict);
        label->setProperty(kVerdict, static_cast<int>(*claim.told.right));
    }
    line("claimBecause", ui::plain(claim.told.because));
    line("claimSources", ui::plain(claim.told.notes));
    auto* show = new QPushButton(tr("Show it"), card);
    show->setAutoDefault(false);
    show->setToolTip(tr("Open the scenario that shows it"));
    connect(show, &QPushButton::clicked, this, [this, path = claim.path] { emit openRequested(path); });
    column->addWidget(show, 0, Qt::AlignLeft);
    m_cards->insertWidget(m_cards->count() - 1, card);
    applyTheme(*card);
}

void ClaimsWindow::setTheme(const ui::Theme& theme)
{
    m_theme = theme;
    ui::setInk(*m_head, theme.secondary);
    m_head->setFont(theme.font(ui::TextRole::Body));
    QPalette ground = m_area->palette();
    ground.setColor(QPalette::Window, theme.window);
    m_area->viewport()->setPalette(ground);
    setPalette(ground);
    for (auto* card : m_area->findChildren<QFrame*>(QStringLiteral("claim")))
        applyTheme(*card);
}

void ClaimsWindow::applyTheme(QWidget& card) const
{
    card.setStyleSheet(
        QStringLiteral("QFrame#claim { background: %1; border: 1px solid %2; border-radius: %3px; }")
            .arg(m_theme.panel.name(), m_theme.line.name())
            .arg(static_cast<int>(m_theme.px(10))));
    const int gap = static_cast<int>(m_theme.px(12));
    card.layout()->setContentsMargins(gap, gap, gap, gap);
    for (auto* label : card.findChildren<QLabel*>()) {
        const QString name = label->objectName();
        ui::setInk(*label, name == u"claimSources" ? m_theme.secondary : m_theme.text);
        label->setFont(name == u"claimTitle" ? m_theme.font(ui::TextRole::Title)
                : name == u"claimVerdict"    ? m_theme.font(ui::TextRole::BodyStrong)
                                             : m_theme.font(ui::TextRole::Body));
        if (name == u"claimVerdict") {
            const int verdict = label->property(kVerdict).toInt();
            ui::setInk(*label, verdict == 0 ? m_theme.good : verdict == 1 ? m_theme.accent : m_theme.bad);
        }
    }
}

} // namespace memwall::app
