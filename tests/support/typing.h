// Typing into a field as a hand does it: over what stands there, with Return at the end.
#pragma once

#include <QLineEdit>
#include <QTest>

namespace memwall::test
{

inline void typeOver(QLineEdit& field, const QString& text)
{
    field.setFocus();
    field.selectAll();
    QTest::keyClicks(&field, text);
    QTest::keyClick(&field, Qt::Key_Return);
}

inline void typeOver(const QWidget& parent, const char* name, const QString& text)
{
    auto* field = parent.findChild<QLineEdit*>(QString::fromLatin1(name));
    QVERIFY2(field, name);
    typeOver(*field, text);
}

} // namespace memwall::test
