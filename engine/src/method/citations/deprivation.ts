import type { Citation } from "./citation.js";

/** Deprivation counted in several dimensions, and divides between groups. */
export const deprivation = {
  alkire2011: {
    type: "article",
    author: "Alkire, S. and Foster, J.",
    year: 2011,
    title: "Counting and multidimensional poverty measurement",
    in: "Journal of Public Economics 95(7-8):476-487",
    doi: "10.1016/j.jpubeco.2010.11.006",
  },
  alkire2015: {
    type: "book",
    author: "Alkire, S. and Foster, J. and Seth, S. and Santos, M. E. and Roche, J. M. and Ballon, P.",
    year: 2015,
    title: "Multidimensional Poverty Measurement and Analysis",
    in: "Oxford University Press",
  },
  wolter2007: {
    type: "book",
    author: "Wolter, K. M.",
    year: 2007,
    title: "Introduction to Variance Estimation",
    in: "2nd ed., Springer, New York",
  },
} as const satisfies Record<string, Citation>;
