#include "app/dialogs/help_windows.h"

#include "app/frame/actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QMessageBox>
#include <QTableWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace memwall::app
{

namespace
{

struct HelpWindowsText
{
    Q_DECLARE_TR_FUNCTIONS(HelpWindows)
};

QString firstPage(const QString& folder)
{
    return folder + QStringLiteral("/index.md");
}

QDialog* helpDialog(const QString& title, QWidget* content, QSize size, QWidget* parent)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(content);
    dialog->resize(size);
    return dialog;
}

QString keysOf(const QAction& action)
{
    if (const QVariant own = action.property(kSheetKeys); own.isValid())
        return own.toString();
    QStringList keys;
    for (const QKeySequence& key : action.shortcuts())
        keys << key.toString(QKeySequence::NativeText);
    return keys.join(u' ' + HelpWindowsText::tr("or", "one key or another") + u' ');
}

/// Keys that belong to whatever is in the focus, not to the program.
QVector<std::pair<QString, QString>> keysInPlace()
{
    return { { HelpWindowsText::tr("Tab, Shift+Tab"),
                 HelpWindowsText::tr("Walk to the next control, and back") },
        { HelpWindowsText::tr("Space or Return on a control"), HelpWindowsText::tr("Press it") },
        { HelpWindowsText::tr("Return in a field"), HelpWindowsText::tr("Take what was typed, and close") },
        { HelpWindowsText::tr("Up, Down in a number"), HelpWindowsText::tr("One more, one less") },
        { HelpWindowsText::tr("Esc"), HelpWindowsText::tr("Close without what was typed") },
        { HelpWindowsText::tr("Up, Down, Return in a list"), HelpWindowsText::tr("Choose") },
        { HelpWindowsText::tr("Shift+Up, Shift+Down on the stage"),
            HelpWindowsText::tr("More bandwidth, less bandwidth") } };
}

QString plainText(const QAction& action)
{
    if (const QVariant own = action.property(kSheetText); own.isValid())
        return own.toString();
    return action.text().remove(u'&').remove(u'…');
}

} // namespace

bool hasManual(const QString& folder)
{
    return QFileInfo(firstPage(folder)).isFile();
}

void showManual(const QString& folder, QWidget* parent)
{
    auto* browser = new QTextBrowser;
    browser->setOpenExternalLinks(true);
    browser->setSource(QUrl::fromLocalFile(firstPage(folder)), QTextDocument::MarkdownResource);
    constexpr QSize kPage { 820, 720 };
    QDialog* dialog = helpDialog(HelpWindowsText::tr("Manual"), browser, kPage, parent);
    dialog->setObjectName(QStringLiteral("manualWindow"));
    dialog->show();
}

void showShortcuts(const QWidget& window, QWidget* parent)
{
    auto* table = new QTableWidget(0, 2);
    table->setHorizontalHeaderLabels({ HelpWindowsText::tr("Key"), HelpWindowsText::tr("Does") });
    const auto add = [table](const QString& keys, const QString& does) {
        const int row = table->rowCount();
        table->insertRow(row);
        table->setItem(row, 0, new QTableWidgetItem(keys));
        table->setItem(row, 1, new QTableWidgetItem(does));
    };
    for (const QAction* action : window.actions()) {
        if (action->shortcuts().isEmpty() || keysOf(*action).isEmpty())
            continue;
        add(keysOf(*action), plainText(*action));
    }
    for (const auto& [keys, does] : keysInPlace())
        add(keys, does);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->verticalHeader()->hide();
    table->resizeColumnsToContents();
    table->horizontalHeader()->setStretchLastSection(true);
    constexpr QSize kSheet { 460, 620 };
    QDialog* dialog = helpDialog(HelpWindowsText::tr("Keyboard shortcuts"), table, kSheet, parent);
    dialog->setObjectName(QStringLiteral("shortcutsWindow"));
    dialog->show();
}

void showAbout(QWidget* parent)
{
    auto* box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(QStringLiteral("aboutWindow"));
    box->setWindowTitle(HelpWindowsText::tr("About Memwall"));
    box->setTextInteractionFlags(Qt::TextBrowserInteraction);
    box->setTextFormat(Qt::RichText);
    box->setText(HelpWindowsText::tr(
        "<h3>Memwall %1</h3><p>Watch AI inference wait for memory.</p>"
        "<p>Free software under the GNU General Public License, version 3 or later. Built with "
        "Qt %2 and Qt Charts, QCustomPlot (all GPL-3.0), giflib and nlohmann_json (MIT).</p>"
        "<p>The program works offline and sends nothing anywhere.</p>")
                     .arg(QCoreApplication::applicationVersion(), QString::fromUtf8(qVersion())));
    box->open();
}

} // namespace memwall::app
