#define MEMWALL_KERNELS kAvx2Kernels
#include "probe/kernels_body.h"
