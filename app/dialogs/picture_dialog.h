// What a picture of the window shows, as which kind of file, how fine.
#pragma once

#include "app/export/picture_file.h"

#include <QDialog>

class QComboBox;
class QLabel;

namespace memwall::app
{

class PictureDialog : public QDialog
{
    Q_OBJECT
public:
    /// Something that can be pictured: name for people, size on the screen.
    struct Subject
    {
        QString name;
        QSize size;
    };

    PictureDialog(const QVector<Subject>& subjects, double screenRatio, QWidget* parent = nullptr);

    [[nodiscard]] int subject() const; ///< its place in the list
    [[nodiscard]] PictureFormat format() const;
    [[nodiscard]] double pixelRatio() const; ///< of a PNG

private:
    void update();

    QVector<Subject> m_subjects;
    QComboBox *m_subject, *m_format, *m_ratio;
    QLabel* m_outcome; ///< what the file will be
};

} // namespace memwall::app
