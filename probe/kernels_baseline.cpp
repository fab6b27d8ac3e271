#define MEMWALL_KERNELS kBaselineKernels
#include "probe/kernels_body.h"
