// Copy and save, the same for every chart: by its context menu and by keys.
#pragma once

#include <QAction>
#include <QObject>
#include <QWidget>

namespace memwall::ui
{

class ChartSource;

/// A file that somebody wants to keep. Views never open files: whoever may, asks where.
struct ChartFile
{
    QString title; ///< of the question where to
    QString name; ///< suggested, with its suffix
    QString suffix; ///< "png", without the dot
    QString filter; ///< "Pictures (*.png)"
    QByteArray bytes;
};

class ChartActions : public QObject
{
    Q_OBJECT
public:
    /// The menu opens on the widget, where the keys work too, or in its whole window. The source must outlive
    /// it.
    ChartActions(ChartSource& source, QWidget& widget, Qt::ShortcutContext where);

    [[nodiscard]] QAction* copyAction() const { return m_copy; }
    [[nodiscard]] const QList<QAction*>& saveActions() const { return m_saves; } ///< PNG, SVG, CSV

    /// Picture and values to the clipboard.
    void copy();

signals:
    void saveRequested(const memwall::ui::ChartFile& file);

private:
    QAction* add(const QString& text, const QString& keys, const QString& name, Qt::ShortcutContext where);
    void save(const QString& suffix);

    ChartSource& m_source;
    QAction* m_copy;
    QList<QAction*> m_saves;
};

} // namespace memwall::ui
