// Precompiled for the rooms of widgets and app: what most of them include. Qt's umbrella headers would cost
// more time to load than they save.
#pragma once

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QFontMetricsF>
#include <QImage>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QString>
#include <QToolButton>
#include <QWidget>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>
