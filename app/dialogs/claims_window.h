// What people say about these machines, and what is true of it: verdict, arithmetic, sources, and the
// scenario that shows it, one click away.
#pragma once

#include "app/background/claims_checker.h"
#include "widgets/theme/theme.h"

#include <QDialog>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace memwall::app
{

class ClaimsWindow : public QDialog
{
    Q_OBJECT
public:
    /// folder: of the claims' files. The catalog must outlive the window.
    ClaimsWindow(const core::Catalog& catalog, const QString& folder, QWidget& parent);

    /// Works the claims out, the first time that it is opened.
    void open() override;
    void setTheme(const ui::Theme& theme);

signals:
    void openRequested(const QString& path);

private:
    void add(const CheckedClaim& claim);
    void applyTheme(QWidget& card) const;

    const QString m_folder;
    ui::Theme m_theme;
    QLabel* m_head;
    QScrollArea* m_area;
    QVBoxLayout* m_cards;
    ClaimsChecker m_checker;
    bool m_asked = false;
};

} // namespace memwall::app
