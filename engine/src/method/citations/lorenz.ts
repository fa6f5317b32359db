import type { Citation } from "./citation.js";

/** Lorenz curves, shares and concentration; standard errors of inequality measures. */
export const lorenz = {
  lorenz1905: {
    type: "article",
    author: "Lorenz, M. O.",
    year: 1905,
    title: "Methods of measuring the concentration of wealth",
    in: "Publications of the American Statistical Association 9(70):209-219",
    doi: "10.2307/2276207",
  },
  gastwirth1972: {
    type: "article",
    author: "Gastwirth, J. L.",
    year: 1972,
    title: "The estimation of the Lorenz curve and Gini index",
    in: "Review of Economics and Statistics 54(3):306-316",
    doi: "10.2307/1937992",
  },
  shorrocks1983: {
    type: "article",
    author: "Shorrocks, A. F.",
    year: 1983,
    title: "Ranking income distributions",
    in: "Economica 50(197):3-17",
    doi: "10.2307/2554117",
  },
  damgaard2000: {
    type: "article",
    author: "Damgaard, C. and Weiner, J.",
    year: 2000,
    title: "Describing inequality in plant size or fecundity",
    in: "Ecology 81(4):1139-1142",
    doi: "10.1890/0012-9658(2000)081[1139:DIIPSO]2.0.CO;2",
  },
  palma2011: {
    type: "article",
    author: "Palma, J. G.",
    year: 2011,
    title: "Homogeneous middles vs. heterogeneous tails, and the end of the 'inverted-U': it's all about the share of the rich",
    in: "Development and Change 42(1):87-153",
    doi: "10.1111/j.1467-7660.2011.01694.x",
  },
} as const satisfies Record<string, Citation>;
