import type { Citation } from "./citation.js";

/** Inequality by sources, by stages of distribution, by regression, and its change. */
export const decomposition = {
  lerman1985: {
    type: "article",
    author: "Lerman, R. I. and Yitzhaki, S.",
    year: 1985,
    title: "Income inequality effects by income source: a new approach and applications to the United States",
    in: "Review of Economics and Statistics 67(1):151-156",
    doi: "10.2307/1928447",
  },
  stark1986: {
    type: "article",
    author: "Stark, O. and Taylor, J. E. and Yitzhaki, S.",
    year: 1986,
    title: "Remittances and inequality",
    in: "Economic Journal 96(383):722-740",
    doi: "10.2307/2232987",
  },
  shapley1953: {
    type: "misc",
    author: "Shapley, L. S.",
    year: 1953,
    title: "A value for n-person games",
    in: "H. W. Kuhn and A. W. Tucker (eds), Contributions to the Theory of Games II, Princeton University Press, 307-317",
    doi: "10.1515/9781400881970-018",
  },
  shorrocks2013: {
    type: "article",
    author: "Shorrocks, A. F.",
    year: 2013,
    title: "Decomposition procedures for distributional analysis: a unified framework based on the Shapley value",
    in: "Journal of Economic Inequality 11(1):99-126",
    doi: "10.1007/s10888-011-9214-z",
  },
  kakwani1984: {
    type: "article",
    author: "Kakwani, N. C.",
    year: 1984,
    title: "On the measurement of tax progressivity and redistributive effect of taxes with applications to horizontal and vertical equity",
    in: "Advances in Econometrics 3:149-168",
  },
  akita2003: {
    type: "article",
    author: "Akita, T.",
    year: 2003,
    title: "Decomposing regional income inequality in China and Indonesia using two-stage nested Theil decomposition method",
    in: "Annals of Regional Science 37(1):55-77",
    doi: "10.1007/s001680200107",
  },
} as const satisfies Record<string, Citation>;
