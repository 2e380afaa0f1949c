#ifndef NIANBAO_CMALLOC_SHIM_H
#define NIANBAO_CMALLOC_SHIM_H

// The settings of the C library's memory, which Swift's module of it leaves out.

#include <malloc.h>

#endif
