#include "widgets/lesson/lesson_card.h"

#include "widgets/lesson/choice_row.h"
#include "widgets/lesson/guess_ruler.h"
#include "widgets/lesson/lesson_labels.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace memwall::ui
{

namespace
{

ChoiceRow::Mark markOf(const LessonPage& page, int choice)
{
    if (!page.right)
        return page.chosen == choice ? ChoiceRow::Mark::Chosen : ChoiceRow::Mark::Open;
    if (*page.right == choice)
        return ChoiceRow::Mark::Right;
    return page.chosen == choice ? ChoiceRow::Mark::Wrong : ChoiceRow::Mark::Other;
}

} // namespace

LessonCard::LessonCard(QWidget* parent)
    : QWidget(parent)
    , m_area(new QScrollArea(this))
    , m_words(new QWidget)
    , m_question(wordsLabel("lessonQuestion", m_words))
    , m_because(wordsLabel("lessonBecause", m_words))
    , m_goals(wordsLabel("lessonGoals", m_words))
    , m_hints(wordsLabel("lessonHints", m_words))
    , m_edge(wordsLabel("lessonEdge", m_words))
    , m_rows(new QVBoxLayout)
    , m_ruler(new GuessRuler(m_words))
{
    auto* words = new QVBoxLayout(m_words);
    words->addWidget(m_question);
    words->addLayout(m_rows);
    words->addWidget(m_ruler);
    words->addWidget(m_because);
    words->addWidget(m_goals);
    words->addWidget(m_hints);
    words->addWidget(m_edge);
    words->addStretch(1);
    m_edge->setText(tr("This is where a trick fails, or the model ends."));
    m_area->setWidget(m_words);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_area, 1);
    buildButtons(*column);
    connect(m_ruler, &GuessRuler::guessed, this, &LessonCard::guessed);
}

void LessonCard::buildButtons(QVBoxLayout& column)
{
    m_buttons = new QWidget(this);
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    const auto button = [this, row](const QString& text, const char* name, auto signal) {
        auto* made = new QPushButton(text, m_buttons);
        made->setObjectName(QLatin1StringView(name));
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, signal);
        row->addWidget(made);
        return made;
    };
    m_leave = button(tr("Leave"), "lessonLeave", &LessonCard::leaveRequested);
    row->addStretch(1);
    m_hint = button(tr("Hint"), "lessonHint", &LessonCard::hintRequested);
    m_back = button(tr("Back"), "lessonBack", &LessonCard::backRequested);
    m_next = button(tr("Next"), "lessonNext", &LessonCard::nextRequested);
    m_leave->setToolTip(tr("Leave the lesson; the picture stays"));
    m_back->setToolTip(tr("The step before (Page up)"));
    m_next->setToolTip(tr("Go on (Page down)"));
    m_next->setProperty("primary", true);
    column.addWidget(m_buttons);
}

void LessonCard::setPage(const LessonPage& page)
{
    if (page == m_page)
        return;
    m_page = page;
    showChoices();
    showWords();
    m_back->setEnabled(page.canGoBack);
    m_hint->setVisible(page.hasHint);
    m_next->setVisible(!page.next.isEmpty());
    m_next->setText(page.next);
    updateGeometry();
}

void LessonCard::showChoices()
{
    while (std::ssize(m_choices) < m_page.choices.size()) {
        const int number = static_cast<int>(m_choices.size());
        auto* row = new ChoiceRow(QChar(u'A' + number), m_words);
        row->setObjectName(QStringLiteral("choice%1").arg(number + 1));
        connect(row, &ChoiceRow::clicked, this, [this, number] { emit chosen(number); });
        row->setTheme(m_theme, m_large);
        m_rows->addWidget(row);
        m_choices.push_back(row);
    }
    int hands = 0;
    for (const LessonPage::Choice& choice : m_page.choices)
        hands += choice.hands;
    for (int i = 0; i < static_cast<int>(m_choices.size()); ++i) {
        ChoiceRow& row = *m_choices[static_cast<std::size_t>(i)];
        row.setVisible(i < m_page.choices.size());
        if (i < m_page.choices.size())
            row.show(m_page.choices[i], markOf(m_page, i), hands);
    }
    m_ruler->setVisible(m_page.number.has_value());
    if (m_page.number)
        m_ruler->setNumber(*m_page.number);
}

void LessonCard::showWords()
{
    const auto show = [](QLabel& of, const QString& text) {
        of.setText(text);
        of.setVisible(!text.isEmpty());
    };
    show(*m_question, m_page.question);
    show(*m_because, m_page.because);
    QStringList goals;
    for (const LessonPage::Goal& goal : m_page.goals)
        goals << (goal.reached ? QStringLiteral("✓ ") : QStringLiteral("○ ")) + goal.text;
    show(*m_goals, goals.join(u'\n'));
    show(*m_hints, m_page.hints.join(u'\n'));
    m_edge->setVisible(m_page.edge && (m_page.question.isEmpty() || !m_page.because.isEmpty()));
}

bool LessonCard::hasWords() const
{
    return !m_page.question.isEmpty() || !m_page.goals.isEmpty() || !m_page.hints.isEmpty();
}

void LessonCard::setTheme(const Theme& theme)
{
    m_theme = theme;
    const int gap = static_cast<int>(theme.px(12));
    layout()->setContentsMargins(gap, gap / 2, gap, gap);
    layout()->setSpacing(static_cast<int>(theme.px(8)));
    m_words->layout()->setContentsMargins(0, 0, 0, 0);
    m_words->layout()->setSpacing(static_cast<int>(theme.px(8)));
    m_rows->setSpacing(static_cast<int>(theme.px(6)));
    setInk(*m_question, theme.text);
    setInk(*m_because, theme.text);
    setInk(*m_goals, theme.text);
    setInk(*m_hints, theme.secondary);
    setInk(*m_edge, theme.secondary);
    QPalette ground = m_area->palette();
    ground.setColor(QPalette::Window, theme.window);
    m_area->viewport()->setPalette(ground);
    applyFonts();
}

void LessonCard::setLarge(bool large)
{
    m_large = large;
    m_buttons->setVisible(!large);
    applyFonts();
}

void LessonCard::applyFonts()
{
    m_question->setFont(m_theme.font(m_large ? TextRole::Figure : TextRole::Title));
    for (QLabel* words : { m_because, m_goals, m_hints })
        words->setFont(readingFont(m_theme));
    m_edge->setFont(m_theme.font(m_large ? TextRole::Body : TextRole::Caption));
    for (ChoiceRow* row : m_choices)
        row->setTheme(m_theme, m_large);
    m_ruler->setTheme(m_theme, m_large);
    updateGeometry();
}

} // namespace memwall::ui
