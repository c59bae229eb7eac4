// The script of both the page and its worker, so that the page is one file and contains the core once.
import { serve } from "./checker";

if (typeof document === "undefined") serve();
else void import("./page");
