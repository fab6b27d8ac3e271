#define MEMWALL_KERNELS kAvx512Kernels
#include "probe/kernels_body.h"
