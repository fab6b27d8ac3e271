#include "app/dialogs/explainer.h"

#include "widgets/controls/explain_card.h"
#include "widgets/words/sayings.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWidget>

#include <algorithm>

namespace memwall::app
{

namespace
{

QString plain(const std::string& text)
{
    return QString::fromStdString(text);
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

/// Titles of the sources that a figure rests on, each once.
QString sourcesOf(const core::Origin& figure)
{
    QStringList titles;
    for (const core::OriginInput& input : figure.inputs)
        if (!input.source.empty())
            titles << ui::wordsOf(input.source);
    titles.removeDuplicates();
    constexpr int kMost = 3;
    const qsizetype more = titles.size() - kMost;
    titles = titles.mid(0, kMost);
    if (more > 0)
        titles << Explainer::tr("%1 more (Ctrl+Shift+W)").arg(more);
    return titles.join(QStringLiteral("; "));
}

} // namespace

Explainer::Explainer(const core::Catalog& catalog, QWidget& window)
    : QObject(&window)
    , m_catalog(catalog)
    , m_window(window)
    , m_card(new ui::ExplainCard(&window))
{
}

void Explainer::setOn(bool on)
{
    if (m_on == on)
        return;
    m_on = on;
    if (on)
        qApp->installEventFilter(this);
    else
        qApp->removeEventFilter(this);
    m_card->hide();
    if (on)
        explainAt(QCursor::pos());
}

void Explainer::setTheme(const ui::Theme& theme)
{
    m_card->setTheme(theme);
}

void Explainer::setSystem(
    const core::System& system, const core::Workload& workload, const core::SystemResult& result)
{
    m_system = system;
    m_workload = workload;
    m_result = result;
    m_figures.clear();
}

bool Explainer::eventFilter(QObject* object, QEvent* event)
{
    auto* widget = qobject_cast<QWidget*>(object);
    if (widget == nullptr || widget->window() != &m_window)
        return false;
    switch (event->type()) {
    case QEvent::MouseMove:
        explainAt(static_cast<QMouseEvent*>(event)->globalPosition().toPoint());
        return false;
    case QEvent::Enter:
        explainAt(QCursor::pos());
        return false;
    case QEvent::FocusIn:
        explainWidget(widget, QRectF(widget->rect()).center());
        return false;
    case QEvent::ToolTip: // the card says it already
        return true;
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
        if (static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
            return false;
        emit left();
        return true;
    default:
        return false;
    }
}

void Explainer::explainAt(QPoint global)
{
    QWidget* widget = m_window.childAt(m_window.mapFromGlobal(global));
    if (widget != nullptr)
        explainWidget(widget, widget->mapFromGlobal(QPointF(global)));
    else
        m_card->hide();
}

/// The innermost thing that has something to say.
void Explainer::explainWidget(QWidget* widget, QPointF position)
{
    for (; widget != nullptr && widget != &m_window; widget = widget->parentWidget()) {
        const ui::Explanation told = explanationOf(widget, position);
        if (!told.isEmpty()) {
            const QRect area = told.area.toAlignedRect();
            m_card->tell(told, { widget->mapTo(&m_window, area.topLeft()), area.size() });
            return;
        }
        position += widget->pos();
    }
    m_card->hide();
}

ui::Explanation Explainer::explanationOf(QWidget* widget, QPointF position)
{
    if (const auto* view = dynamic_cast<const ui::Explains*>(widget))
        return view->explanationAt(position);
    const QVariant headline = widget->property("headline");
    ui::Explanation told;
    if (headline.isValid())
        told = ofFigure(static_cast<core::Headline>(headline.toInt()));
    else if (!widget->toolTip().isEmpty())
        told = { {}, widget->toolTip(), {}, {}, {} };
    else if (!widget->accessibleDescription().isEmpty())
        told = { {}, widget->accessibleName(), {}, widget->accessibleDescription(), {} };
    told.area = widget->rect();
    return told;
}

ui::Explanation Explainer::ofFigure(core::Headline headline)
{
    if (m_result.run == nullptr || !m_result.run->fits)
        return {};
    if (m_figures.empty())
        m_figures = core::originOf(m_system, m_workload, m_catalog, m_result);
    const auto found = std::find_if(m_figures.begin(), m_figures.end(),
        [headline](const core::Origin& figure) { return figure.headline == headline; });
    if (found == m_figures.end())
        return {};
    ui::Explanation told;
    told.sentence = capitalised(ui::wordsOf(core::titleOf(headline)));
    told.number = found->words.empty() ? plain(core::figureText(found->figure.value, found->figure.unit))
                                       : ui::wordsOf(found->words);
    if (found->low && found->high)
        told.sentence = tr("%1: typically %2 to %3")
                            .arg(told.sentence, plain(core::figureText(*found->low, found->figure.unit)),
                                plain(core::figureText(*found->high, found->figure.unit)));
    if (!found->equations.empty())
        told.formula = plain(found->equations.front().words(ui::wordingOfReader())) + u'\n'
            + plain(found->equations.front().numbers());
    told.source = sourcesOf(*found);
    return told;
}

} // namespace memwall::app
