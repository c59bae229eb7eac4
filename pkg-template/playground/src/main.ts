// One script is both the page and its worker, so that the page stays one file and has the core in it once.
import { serve } from "./checker";

if (typeof document === "undefined") serve();
else void import("./page");
