// The floor: a process that does nothing.
"use strict";
