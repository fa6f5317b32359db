import type { Citation } from "./citation.js";

/** Whether units converge, pull away or keep their places. */
export const dynamics = {
  merton1968: {
    type: "article",
    author: "Merton, R. K.",
    year: 1968,
    title: "The Matthew effect in science",
    in: "Science 159(3810):56-63",
    doi: "10.1126/science.159.3810.56",
  },
  pitman1939: {
    type: "article",
    author: "Pitman, E. J. G.",
    year: 1939,
    title: "A note on normal correlation",
    in: "Biometrika 31(1-2):9-12",
    doi: "10.1093/biomet/31.1-2.9",
  },
  morgan1939: {
    type: "article",
    author: "Morgan, W. A.",
    year: 1939,
    title: "A test for the significance of the difference between the two variances in a sample from a normal bivariate population",
    in: "Biometrika 31(1-2):13-19",
    doi: "10.1093/biomet/31.1-2.13",
  },
  barro1992: {
    type: "article",
    author: "Barro, R. J. and Sala-i-Martin, X.",
    year: 1992,
    title: "Convergence",
    in: "Journal of Political Economy 100(2):223-251",
    doi: "10.1086/261816",
  },
  quah1993: {
    type: "article",
    author: "Quah, D.",
    year: 1993,
    title: "Galton's fallacy and tests of the convergence hypothesis",
    in: "Scandinavian Journal of Economics 95(4):427-443",
    doi: "10.2307/3440905",
  },
  phillips2007: {
    type: "article",
    author: "Phillips, P. C. B. and Sul, D.",
    year: 2007,
    title: "Transition modeling and econometric convergence tests",
    in: "Econometrica 75(6):1771-1855",
    doi: "10.1111/j.1468-0262.2007.00811.x",
  },
} as const satisfies Record<string, Citation>;
