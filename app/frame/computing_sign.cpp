#include "app/frame/computing_sign.h"

#include "widgets/race/race_widget.h"
#include "widgets/stage/stage_widget.h"

#include <QScrollArea>

namespace memwall::app
{

namespace
{

constexpr int kSoonMs = 200; // what comes sooner needs no words

} // namespace

ComputingSign::ComputingSign(const WindowParts& parts, QObject* parent)
    : QObject(parent)
    , m_veils { new ui::Veil(*parts.stage), new ui::Veil(*parts.insightArea), new ui::Veil(*parts.race) }
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMs);
    connect(&m_soon, &QTimer::timeout, this, [this, stage = parts.stage] {
        // A hand on the wall sees what it does.
        if (stage->isHeld())
            m_soon.start();
        else
            say(tr("computing…"));
    });
}

void ComputingSign::begin()
{
    m_soon.start();
}

void ComputingSign::end()
{
    m_soon.stop();
    say({});
}

void ComputingSign::fail(const QString& sentence)
{
    m_soon.stop();
    say(tr("Not computed: %1.").arg(sentence));
}

void ComputingSign::setTheme(const ui::Theme& theme)
{
    for (ui::Veil* veil : m_veils)
        veil->setTheme(theme);
}

void ComputingSign::say(const QString& text)
{
    for (ui::Veil* veil : m_veils)
        veil->say(text);
}

} // namespace memwall::app
