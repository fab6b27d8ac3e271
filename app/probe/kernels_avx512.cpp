#define MEMWALL_KERNELS kAvx512Kernels
#include "app/probe/kernels_body.h"
