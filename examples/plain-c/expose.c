/* What olkconform calls: olkconform run --dll plain-c.dll --export CreateHelper */
#include "helper.h"

#include <olkconform.h>

OLKCONFORM_FACTORY_FROM(CreateHelper, make_helper);
