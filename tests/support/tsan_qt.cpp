// Tells ThreadSanitizer what Qt's queue of events orders. Qt is not instrumented, so the mutex of that queue
// is not seen, and whatever a worker sends home would look like a race: what is written before a call is
// sent, is written before the call is made.
#include <QMetaObject>
#include <QObject>

#include <cstdlib>
#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

namespace
{

/// A call that was sent, and what it is called for.
class Sent : public QtPrivate::QSlotObjectBase
{
public:
    explicit Sent(QSlotObjectBase* slot)
        : QSlotObjectBase(arrive)
        , m_slot(slot)
    {
    }

private:
    /// Not instrumented: it must look into the object before the order is known.
    [[gnu::no_sanitize("thread")]] static void arrive(
        int which, QSlotObjectBase* sent, QObject* receiver, void** arguments, bool*)
    {
        __tsan_acquire(sent);
        if (which == Call)
            static_cast<Sent*>(sent)->m_slot->call(receiver, arguments);
        else if (which == Destroy)
            drop(static_cast<Sent*>(sent));
    }
    static void drop(Sent* sent)
    {
        sent->m_slot->destroyIfLastRef();
        delete sent;
    }

    QSlotObjectBase* const m_slot;
};

using Invoke = bool (*)(QObject*, QtPrivate::QSlotObjectBase*, Qt::ConnectionType, void*);

} // namespace

/// In the place of Qt's own, for the code of this program; Qt does the rest.
bool QMetaObject::invokeMethodImpl(
    QObject* object, QtPrivate::QSlotObjectBase* slot, Qt::ConnectionType type, void* result)
{
    static const auto qt = reinterpret_cast<Invoke>(dlsym(RTLD_NEXT,
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv"));
    if (qt == nullptr)
        std::abort();
    auto* const sent = new Sent(slot);
    __tsan_release(sent);
    return qt(object, sent, type, result);
}
