import type { Citation } from "./citation.js";

/** Indices as a whole, their data and their scales. */
export const measure = {
  oecd2008: {
    type: "book",
    author: "{OECD} and {Joint Research Centre}",
    year: 2008,
    title: "Handbook on Constructing Composite Indicators: Methodology and User Guide",
    in: "OECD Publishing",
    doi: "10.1787/9789264043466-en",
  },
  becker2022: {
    type: "article",
    author: "Becker, W. and Caperna, G. and Del Sorbo, M. and Norlén, H. and Papadimitriou, E. and Saisana, M.",
    year: 2022,
    title: "COINr: An R package for developing composite indicators",
    in: "Journal of Open Source Software 7(78):4567",
    doi: "10.21105/joss.04567",
  },
  undp2022: {
    type: "techreport",
    author: "{UNDP}",
    year: 2022,
    title: "Human Development Report 2021/2022, Technical Notes",
    in: "United Nations Development Programme",
  },
  ilo2004: {
    type: "book",
    author: "{ILO} and {IMF} and {OECD} and {UNECE} and {Eurostat} and {World Bank}",
    year: 2004,
    title: "Consumer Price Index Manual: Theory and Practice",
    in: "International Labour Office, Geneva",
  },
  joanes1998: {
    type: "article",
    author: "Joanes, D. N. and Gill, C. A.",
    year: 1998,
    title: "Comparing measures of sample skewness and kurtosis",
    in: "Journal of the Royal Statistical Society D (The Statistician) 47(1):183-189",
    doi: "10.1111/1467-9884.00122",
  },
  box1964: {
    type: "article",
    author: "Box, G. E. P. and Cox, D. R.",
    year: 1964,
    title: "An analysis of transformations",
    in: "Journal of the Royal Statistical Society B 26(2):211-252",
    doi: "10.1111/j.2517-6161.1964.tb00553.x",
  },
  tukey1962: {
    type: "article",
    author: "Tukey, J. W.",
    year: 1962,
    title: "The future of data analysis",
    in: "Annals of Mathematical Statistics 33(1):1-67",
    doi: "10.1214/aoms/1177704711",
  },
  troyanskaya2001: {
    type: "article",
    author:
      "Troyanskaya, O. and Cantor, M. and Sherlock, G. and Brown, P. and Hastie, T. and Tibshirani, R. and Botstein, D. and Altman, R. B.",
    year: 2001,
    title: "Missing value estimation methods for DNA microarrays",
    in: "Bioinformatics 17(6):520-525",
    doi: "10.1093/bioinformatics/17.6.520",
  },
  little2019: {
    type: "book",
    author: "Little, R. J. A. and Rubin, D. B.",
    year: 2019,
    title: "Statistical Analysis with Missing Data",
    in: "Wiley, 3rd edition",
    doi: "10.1002/9781119482260",
  },
} as const satisfies Record<string, Citation>;
