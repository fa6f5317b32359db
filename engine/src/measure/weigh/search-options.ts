import { about, byDefault, integer } from "../../ground/schema/index.js";

/** Options of a search from several starts; the same seed gives the same numbers everywhere. */
export const searchOptions = {
  starts: about(
    byDefault(integer({ min: 8, max: 1000 }), 8),
    "random starts of the search, beside the plain ones; the best end is taken",
    "除常规起点外的随机起点个数，取其中最优者",
  ),
  seed: about(byDefault(integer({ min: 0, max: 4294967295 }), 20260101), "seed of the random starts", "随机起点的种子"),
};
