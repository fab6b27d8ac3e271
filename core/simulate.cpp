#include "core/simulate.h"
