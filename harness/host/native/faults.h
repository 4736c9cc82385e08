// Exceptions of the vendor's code, told before anybody else hears of them.
#pragma once

#include "fault_block.h"

// From now on they are told in this block. FALSE: they cannot be.
BOOL __stdcall OlkTellFaults(struct OlkFault* block);
