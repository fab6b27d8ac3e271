#include "widgets/theme/text_width.h"

#include <QCache>
#include <QFontMetricsF>

namespace memwall::ui
{

namespace
{

/// What a text's width depends on.
struct Key
{
    QString text;
    TextRole role = TextRole::Body;
    double scale = 1;

    bool operator==(const Key&) const = default;
    friend std::size_t qHash(const Key& key, std::size_t seed = 0)
    {
        return qHashMulti(seed, key.text, static_cast<int>(key.role), key.scale);
    }
};

} // namespace

double textWidth(const QString& text, const Theme& theme, TextRole role)
{
    constexpr int kMost = 8192;
    static thread_local QCache<Key, double> known { kMost };
    const Key key { text, role, theme.scale };
    if (const double* found = known.object(key))
        return *found;
    const double width = QFontMetricsF { theme.font(role) }.horizontalAdvance(text);
    known.insert(key, new double { width });
    return width;
}

} // namespace memwall::ui
