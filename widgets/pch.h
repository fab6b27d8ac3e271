// Precompiled for the rooms of widgets: what most of them include.
#pragma once

#include <QtCore/QtCore>
#include <QtGui/QtGui>
#include <QtWidgets/QtWidgets>

#include <memory>
#include <optional>
#include <string>
#include <vector>
