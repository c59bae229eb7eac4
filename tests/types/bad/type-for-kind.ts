// expect: TS2367 "no overlap"
import { kinds } from "eventstorecloud-planner";

export const network = kinds().filter(({ kind }) => kind === "eventstorecloud:index/network:Network"); // here
