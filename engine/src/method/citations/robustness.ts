import type { Citation } from "./citation.js";

/** Uncertainty and sensitivity of an index. */
export const robustness = {
  jansen1999: {
    type: "article",
    author: "Jansen, M. J. W.",
    year: 1999,
    title: "Analysis of variance designs for model output",
    in: "Computer Physics Communications 117(1-2):35-43",
    doi: "10.1016/S0010-4655(98)00154-4",
  },
  saisana2005: {
    type: "article",
    author: "Saisana, M. and Saltelli, A. and Tarantola, S.",
    year: 2005,
    title: "Uncertainty and sensitivity analysis techniques as tools for the quality assessment of composite indicators",
    in: "Journal of the Royal Statistical Society A 168(2):307-323",
    doi: "10.1111/j.1467-985X.2005.00350.x",
  },
  saltelli2010: {
    type: "article",
    author: "Saltelli, A. and Annoni, P. and Azzini, I. and Campolongo, F. and Ratto, M. and Tarantola, S.",
    year: 2010,
    title: "Variance based sensitivity analysis of model output. Design and estimator for the total sensitivity index",
    in: "Computer Physics Communications 181(2):259-270",
    doi: "10.1016/j.cpc.2009.09.018",
  },
} as const satisfies Record<string, Citation>;
