// "What would it take?": the popup's questions go to the seeker, its wishes to the document.
#pragma once

#include "app/background/target_seeker.h"
#include "app/window/window_context.h"

namespace memwall::app
{

class TargetController : public QObject
{
    Q_OBJECT
public:
    explicit TargetController(const WindowContext& in);

private:
    void ask();
    void seek();
    void show(bool anew);

    const WindowContext& m_in;
    TargetSeeker m_seeker;
};

} // namespace memwall::app
