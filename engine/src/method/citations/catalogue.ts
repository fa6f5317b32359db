import { coupling } from "./coupling.js";
import { decomposition } from "./decomposition.js";
import { deprivation } from "./deprivation.js";
import { dynamics } from "./dynamics.js";
import { inequality } from "./inequality.js";
import { lorenz } from "./lorenz.js";
import { measure } from "./measure.js";
import { polarisation } from "./polarisation.js";
import { ranking } from "./ranking.js";
import { robustness } from "./robustness.js";
import { statistics } from "./statistics.js";
import { weights } from "./weights.js";

/** Every source a method names, by topic; the BibTeX file is written from here. */
export const citations = {
  ...measure,
  ...weights,
  ...ranking,
  ...inequality,
  ...polarisation,
  ...deprivation,
  ...decomposition,
  ...lorenz,
  ...coupling,
  ...dynamics,
  ...robustness,
  ...statistics,
} as const;

export type CitationKey = keyof typeof citations;
