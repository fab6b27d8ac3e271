// The left column: sections of scenarios (machines, lessons, recent files) to open with one click or key.
#pragma once

#include "widgets/theme/theme.h"

#include <QString>
#include <QVector>
#include <QWidget>

#include <memory>

namespace memwall::ui
{

struct ScenarioEntry
{
    QString title;
    QString path;
    bool enabled = true; ///< a recent file that is gone is greyed
    QString about {}; ///< what it shows; empty: its path says more
};

struct ScenarioSection
{
    QString title;
    QVector<ScenarioEntry> entries;
    bool numbered = false; ///< entries carry 1, 2, 3 … in a badge, as lessons do
};

class ScenarioList : public QWidget
{
    Q_OBJECT
public:
    explicit ScenarioList(QWidget* parent = nullptr);
    ~ScenarioList() override;

    void setSections(const QVector<ScenarioSection>& sections);
    void setCurrent(const QString& path);
    /// Those with changes that are not saved; they keep their mark when sections come anew.
    void setChanged(const QStringList& paths);
    void setTheme(const Theme& theme);

signals:
    void openRequested(const QString& path);

private:
    void fit();

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace memwall::ui
