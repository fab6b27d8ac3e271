#define MEMWALL_KERNELS kAvx2Kernels
#include "app/probe/kernels_body.h"
