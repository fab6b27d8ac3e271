// The scenario that is open: its value, its file and its undo history. The only owner of all three;
// views ask for settings, the document decides. A refused change or file leaves it as it was.
#pragma once

#include "app/files/scenario_file.h"
#include "core/base/assert.h"

#include <QObject>
#include <QUndoStack>

#include <expected>
#include <memory>
#include <optional>

namespace memwall::app
{

class Document : public QObject
{
    Q_OBJECT
public:
    /// The catalog must outlive the document.
    explicit Document(const core::Catalog& catalog, QObject* parent = nullptr);

    [[nodiscard]] const core::Scenario& scenario() const { return *m_scenario; }
    /// The same, to be kept while the document goes on.
    [[nodiscard]] std::shared_ptr<const core::Scenario> shared() const { return m_scenario; }
    /// Of the scenario's systems, the one that is edited: undo brings it back with the scenario.
    [[nodiscard]] std::size_t edited() const { return m_edited; }
    /// REQUIRES: the scenario has that system. No undo step of its own.
    void setEdited(std::size_t system)
    {
        MEMWALL_ASSERT(system < m_scenario->systems.size());
        m_edited = system;
    }
    [[nodiscard]] QString path() const { return m_path; } ///< empty: never saved
    [[nodiscard]] QString folder() const
    {
        return m_folder;
    } ///< relative paths of the scenario count from it
    [[nodiscard]] QUndoStack& undoStack() { return m_undo; }
    [[nodiscard]] bool isModified() const { return !m_undo.isClean(); }
    /// The scenario's title, else the file's name, else "Untitled".
    [[nodiscard]] QString title() const;

    /// Takes a scenario that was read from a file whose bytes had this digest.
    void adoptFile(core::Scenario scenario, const QString& path, const QByteArray& digest);
    /// Takes a scenario that is no file's. Its relative paths count from the folder; empty: the current one.
    void adopt(core::Scenario scenario, const QString& folder = {});

    /// Sets values at pointers as one undo step. Equal, non-empty merge keys in a row make one step; a
    /// step that ends where it began disappears. Nothing happens where nothing changes.
    /// editedThen: the system that is edited after it, where that is another.
    std::expected<void, core::Problems> apply(const core::Settings& settings, const QString& text,
        const QString& mergeKey, std::optional<std::size_t> editedThen = {});

    /// Another page of the same story: no undo step, and none before it; not modified. Where it is saved,
    /// it is saved as a file of its own.
    void turnTo(core::Scenario scenario);
    [[nodiscard]] bool isPage() const { return m_isPage; }

    /// Another scenario in the place of this one, as one undo step: what was kept of earlier changes.
    std::expected<void, core::Problems> goOnWith(core::Scenario scenario, const QString& text);
    /// The scenario as it was opened or saved last, as one undo step; not modified then.
    void backToFile();
    /// The scenario as it stands in the file now, as one undo step; not modified then.
    void reload(core::Scenario scenario, const QByteArray& digest);

    /// Of the file as it was opened or saved last; empty where there is none.
    [[nodiscard]] const QByteArray& fileDigest() const { return m_digest; }
    /// Another program wrote the file since. A file that is gone overwrites nothing: false.
    [[nodiscard]] bool isChangedOnDisk() const;

    /// Remembers the speed of playback in the file; not an undo step.
    void setTimeScale(double timeScale);

    /// In another folder the file names its trace from there; the open scenario stays as it is, so that
    /// undo and redo find the trace where they did.
    std::expected<void, core::Problems> saveAs(const QString& path);

signals:
    void opened(); ///< another scenario, not a change of this one
    void scenarioChanged(); ///< by apply, undo or redo
    void saved(); ///< after pathChanged
    void pathChanged();
    void modifiedChanged(bool modified);

private:
    using Shared = std::shared_ptr<const core::Scenario>; ///< by the steps before and after it

    void begin(core::Scenario scenario);
    void replace(const Shared& scenario, std::size_t edited);
    /// A trace that was read again and is the same as the last one is the last one: steps to and fro keep it
    /// once.
    void shareTrace(core::Scenario& scenario);
    void push(core::Scenario scenario, const QString& text, const QString& mergeKey,
        std::optional<std::size_t> editedThen = {});

    const core::Catalog& m_catalog;
    Shared m_scenario; ///< never null
    Shared m_original; ///< as it was opened or saved last
    std::size_t m_edited = 0;
    core::SharedTrace m_trace; ///< that was played last
    QString m_path;
    QString m_folder;
    QByteArray m_digest;
    bool m_isPage = false; ///< of a lesson: not what stands in the file
    QUndoStack m_undo;
};

} // namespace memwall::app
