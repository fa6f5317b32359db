import type { Citation } from "./citation.js";

/** Polarisation, the middle, and growth along the distribution. */
export const polarisation = {
  wolfson1994: {
    type: "article",
    author: "Wolfson, M. C.",
    year: 1994,
    title: "When inequalities diverge",
    in: "American Economic Review 84(2):353-358",
  },
  foster2010: {
    type: "article",
    author: "Foster, J. E. and Wolfson, M. C.",
    year: 2010,
    title: "Polarization and the decline of the middle class: Canada and the U.S.",
    in: "Journal of Economic Inequality 8(2):247-273",
    doi: "10.1007/s10888-009-9122-7",
  },
  esteban1994: {
    type: "article",
    author: "Esteban, J.-M. and Ray, D.",
    year: 1994,
    title: "On the measurement of polarization",
    in: "Econometrica 62(4):819-851",
    doi: "10.2307/2951734",
  },
  duclos2004: {
    type: "article",
    author: "Duclos, J.-Y., Esteban, J. and Ray, D.",
    year: 2004,
    title: "Polarization: concepts, measurement, estimation",
    in: "Econometrica 72(6):1737-1772",
    doi: "10.1111/j.1468-0262.2004.00552.x",
  },
  greengard1991: {
    type: "article",
    author: "Greengard, L. and Strain, J.",
    year: 1991,
    title: "The fast Gauss transform",
    in: "SIAM Journal on Scientific and Statistical Computing 12(1):79-94",
    doi: "10.1137/0912004",
  },
  oecd2019: {
    type: "techreport",
    author: "OECD",
    year: 2019,
    title: "Under Pressure: The Squeezed Middle Class",
    in: "OECD Publishing, Paris",
    doi: "10.1787/689afed1-en",
  },
  ravallion2003: {
    type: "article",
    author: "Ravallion, M. and Chen, S.",
    year: 2003,
    title: "Measuring pro-poor growth",
    in: "Economics Letters 78(1):93-99",
    doi: "10.1016/S0165-1765(02)00205-7",
  },
  sen1976: {
    type: "article",
    author: "Sen, A.",
    year: 1976,
    title: "Real national income",
    in: "Review of Economic Studies 43(1):19-39",
    doi: "10.2307/2296597",
  },
} as const satisfies Record<string, Citation>;
