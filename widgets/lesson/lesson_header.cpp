#include "widgets/lesson/lesson_header.h"

#include "widgets/lesson/lesson_labels.h"

#include <QGridLayout>

namespace memwall::ui
{

LessonHeader::LessonHeader(QWidget* parent)
    : QWidget(parent)
    , m_lesson(wordsLabel("lessonName", this))
    , m_step(wordsLabel("lessonStep", this))
    , m_title(wordsLabel("lessonTitle", this))
    , m_say(wordsLabel("lessonSay", this))
{
    auto* grid = new QGridLayout(this);
    grid->addWidget(m_lesson, 0, 0);
    grid->addWidget(m_step, 0, 1, Qt::AlignRight | Qt::AlignTop);
    grid->addWidget(m_title, 1, 0, 1, 2);
    grid->addWidget(m_say, 2, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    m_step->setWordWrap(false);
}

void LessonHeader::setPage(const LessonPage& page)
{
    m_lesson->setText(page.lesson);
    m_step->setText(tr("step %1 of %2").arg(page.step).arg(page.steps));
    m_title->setText(page.title);
    m_say->setText(page.say);
    setAccessibleName(page.title);
    setAccessibleDescription(page.say);
    updateGeometry();
}

void LessonHeader::setTheme(const Theme& theme)
{
    m_theme = theme;
    const int gap = static_cast<int>(theme.px(12));
    layout()->setContentsMargins(gap, gap, gap, gap / 2);
    layout()->setSpacing(static_cast<int>(theme.px(6)));
    setInk(*m_lesson, theme.secondary);
    setInk(*m_step, theme.secondary);
    setInk(*m_title, theme.text);
    setInk(*m_say, theme.text);
    applyFonts();
}

void LessonHeader::setLarge(bool large)
{
    m_large = large;
    applyFonts();
}

void LessonHeader::applyFonts()
{
    m_lesson->setFont(m_theme.font(m_large ? TextRole::Title : TextRole::Body));
    m_step->setFont(m_lesson->font());
    m_title->setFont(m_theme.font(TextRole::Figure));
    m_say->setFont(readingFont(m_theme));
    m_say->setVisible(!m_large);
    updateGeometry();
}

int LessonHeader::heightForWidth(int width) const
{
    return layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width)
                                         : layout()->totalSizeHint().height();
}

} // namespace memwall::ui
