import type { Citation } from "./citation.js";

/** Inequality and its decompositions. */
export const inequality = {
  gini1912: {
    type: "book",
    author: "Gini, C.",
    year: 1912,
    title: "Variabilità e mutabilità: contributo allo studio delle distribuzioni e delle relazioni statistiche",
    in: "C. Cuppini, Bologna",
  },
  hoover1936: {
    type: "article",
    author: "Hoover, E. M.",
    year: 1936,
    title: "The measurement of industrial localization",
    in: "Review of Economics and Statistics 18(4):162-171",
    doi: "10.2307/1927875",
  },
  theil1967: { type: "book", author: "Theil, H.", year: 1967, title: "Economics and Information Theory", in: "North-Holland, Amsterdam" },
  atkinson1970: {
    type: "article",
    author: "Atkinson, A. B.",
    year: 1970,
    title: "On the measurement of inequality",
    in: "Journal of Economic Theory 2(3):244-263",
    doi: "10.1016/0022-0531(70)90039-6",
  },
  shorrocks1980: {
    type: "article",
    author: "Shorrocks, A. F.",
    year: 1980,
    title: "The class of additively decomposable inequality measures",
    in: "Econometrica 48(3):613-625",
    doi: "10.2307/1913126",
  },
  lerman1989: {
    type: "article",
    author: "Lerman, R. I. and Yitzhaki, S.",
    year: 1989,
    title: "Improving the accuracy of estimates of Gini coefficients",
    in: "Journal of Econometrics 42:43-47",
    doi: "10.1016/0304-4076(89)90074-2",
  },
  dagum1997: {
    type: "article",
    author: "Dagum, C.",
    year: 1997,
    title: "A new approach to the decomposition of the Gini income inequality ratio",
    in: "Empirical Economics 22(4):515-531",
    doi: "10.1007/BF01205777",
  },
  cowell2011: {
    type: "book",
    author: "Cowell, F. A.",
    year: 2011,
    title: "Measuring Inequality",
    in: "Oxford University Press",
    doi: "10.1093/acprof:osobl/9780199594030.001.0001",
  },
} as const satisfies Record<string, Citation>;
