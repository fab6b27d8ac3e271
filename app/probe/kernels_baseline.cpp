#define MEMWALL_KERNELS kBaselineKernels
#include "app/probe/kernels_body.h"
