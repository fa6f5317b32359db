export interface Citation {
  readonly type: "article" | "book" | "techreport" | "misc";
  readonly author: string;
  readonly year?: number;
  readonly title: string;
  readonly in?: string;
  readonly doi?: string;
  readonly url?: string;
}

/** Every source a method names; the BibTeX file is written from here. */
export const citations = {
  chen: { type: "article", author: "陈桂生 and 吴合庆", title: "数字新质生产力何以推进共同富裕——基于数字赋能与数字平权的解释" },
  oecd2008: {
    type: "book",
    author: "{OECD} and {Joint Research Centre}",
    year: 2008,
    title: "Handbook on Constructing Composite Indicators: Methodology and User Guide",
    in: "OECD Publishing",
    doi: "10.1787/9789264043466-en",
  },
  rousseeuw1993: {
    type: "article",
    author: "Rousseeuw, P. J. and Croux, C.",
    year: 1993,
    title: "Alternatives to the median absolute deviation",
    in: "Journal of the American Statistical Association 88(424):1273-1283",
    doi: "10.1080/01621459.1993.10476408",
  },
  undp2022: {
    type: "techreport",
    author: "{UNDP}",
    year: 2022,
    title: "Human Development Report 2021/2022, Technical Notes",
    in: "United Nations Development Programme",
  },
  shannon1948: {
    type: "article",
    author: "Shannon, C. E.",
    year: 1948,
    title: "A mathematical theory of communication",
    in: "Bell System Technical Journal 27:379-423",
    doi: "10.1002/j.1538-7305.1948.tb01338.x",
  },
  xu2004: {
    type: "article",
    author: "Xu, X.",
    year: 2004,
    title: "A note on the subjective and objective integrated approach to determine attribute weights",
    in: "European Journal of Operational Research 156:530-532",
    doi: "10.1016/S0377-2217(03)00146-2",
  },
  diakoulaki1995: {
    type: "article",
    author: "Diakoulaki, D. and Mavrotas, G. and Papayannakis, L.",
    year: 1995,
    title: "Determining objective weights in multiple criteria problems: The CRITIC method",
    in: "Computers & Operations Research 22(7):763-770",
    doi: "10.1016/0305-0548(94)00059-H",
  },
  pearson1896: {
    type: "article",
    author: "Pearson, K.",
    year: 1896,
    title: "Mathematical contributions to the theory of evolution. III. Regression, heredity, and panmixia",
    in: "Philosophical Transactions of the Royal Society A 187:253-318",
    doi: "10.1098/rsta.1896.0007",
  },
  kaiser1958: {
    type: "article",
    author: "Kaiser, H. F.",
    year: 1958,
    title: "The varimax criterion for analytic rotation in factor analysis",
    in: "Psychometrika 23(3):187-200",
    doi: "10.1007/BF02289233",
  },
  kaiser1974: {
    type: "article",
    author: "Kaiser, H. F.",
    year: 1974,
    title: "An index of factorial simplicity",
    in: "Psychometrika 39(1):31-36",
    doi: "10.1007/BF02291575",
  },
  bartlett1951: {
    type: "article",
    author: "Bartlett, M. S.",
    year: 1951,
    title: "The effect of standardization on a χ² approximation in factor analysis",
    in: "Biometrika 38(3-4):337-344",
    doi: "10.1093/biomet/38.3-4.337",
  },
  saaty1977: {
    type: "article",
    author: "Saaty, T. L.",
    year: 1977,
    title: "A scaling method for priorities in hierarchical structures",
    in: "Journal of Mathematical Psychology 15(3):234-281",
    doi: "10.1016/0022-2496(77)90033-5",
  },
  saaty1990: {
    type: "article",
    author: "Saaty, T. L.",
    year: 1990,
    title: "How to make a decision: The analytic hierarchy process",
    in: "European Journal of Operational Research 48(1):9-26",
    doi: "10.1016/0377-2217(90)90057-I",
  },
  alonso2006: {
    type: "article",
    author: "Alonso, J. A. and Lamata, M. T.",
    year: 2006,
    title: "Consistency in the analytic hierarchy process: a new approach",
    in: "International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 14(4):445-459",
    doi: "10.1142/S0218488506004114",
  },
  aczel1983: {
    type: "article",
    author: "Aczél, J. and Saaty, T. L.",
    year: 1983,
    title: "Procedures for synthesizing ratio judgements",
    in: "Journal of Mathematical Psychology 27(1):93-102",
    doi: "10.1016/0022-2496(83)90028-7",
  },
  dalkey1963: {
    type: "article",
    author: "Dalkey, N. and Helmer, O.",
    year: 1963,
    title: "An experimental application of the Delphi method to the use of experts",
    in: "Management Science 9(3):458-467",
    doi: "10.1287/mnsc.9.3.458",
  },
  kendall1939: {
    type: "article",
    author: "Kendall, M. G. and Babington Smith, B.",
    year: 1939,
    title: "The problem of m rankings",
    in: "Annals of Mathematical Statistics 10(3):275-287",
    doi: "10.1214/aoms/1177732186",
  },
  chen2003: { type: "article", author: "陈加良", year: 2003, title: "基于博弈论的组合赋权评价方法研究", in: "福建电脑 (9):15-16" },
  guo2002: { type: "book", author: "郭亚军", year: 2002, title: "综合评价理论与方法", in: "科学出版社，北京" },
  friedman1974: {
    type: "article",
    author: "Friedman, J. H. and Tukey, J. W.",
    year: 1974,
    title: "A projection pursuit algorithm for exploratory data analysis",
    in: "IEEE Transactions on Computers C-23(9):881-890",
    doi: "10.1109/T-C.1974.224051",
  },
  paruolo2013: {
    type: "article",
    author: "Paruolo, P. and Saisana, M. and Saltelli, A.",
    year: 2013,
    title: "Ratings and rankings: voodoo or science?",
    in: "Journal of the Royal Statistical Society A 176(3):609-634",
    doi: "10.1111/j.1467-985X.2012.01059.x",
  },
  birgin2000: {
    type: "article",
    author: "Birgin, E. G. and Martínez, J. M. and Raydan, M.",
    year: 2000,
    title: "Nonmonotone spectral projected gradient methods on convex sets",
    in: "SIAM Journal on Optimization 10(4):1196-1211",
    doi: "10.1137/S1052623497330963",
  },
  copeland1951: {
    type: "misc",
    author: "Copeland, A. H.",
    year: 1951,
    title: "A reasonable social welfare function",
    in: "Seminar on Mathematics in Social Sciences, University of Michigan",
  },
  munda2009: {
    type: "article",
    author: "Munda, G. and Nardo, M.",
    year: 2009,
    title: "Noncompensatory/nonlinear composite indicators for ranking countries: a defensible setting",
    in: "Applied Economics 41(12):1513-1523",
    doi: "10.1080/00036840601019364",
  },
  mazziotta2016: {
    type: "article",
    author: "Mazziotta, M. and Pareto, A.",
    year: 2016,
    title: "On a generalized non-compensatory composite index for measuring socio-economic phenomena",
    in: "Social Indicators Research 127(3):983-1003",
    doi: "10.1007/s11205-015-0998-2",
  },
  hwang1981: {
    type: "book",
    author: "Hwang, C.-L. and Yoon, K.",
    year: 1981,
    title: "Multiple Attribute Decision Making: Methods and Applications",
    in: "Springer, Berlin",
    doi: "10.1007/978-3-642-48318-9",
  },
  opricovic2004: {
    type: "article",
    author: "Opricovic, S. and Tzeng, G.-H.",
    year: 2004,
    title: "Compromise solution by MCDM methods: A comparative analysis of VIKOR and TOPSIS",
    in: "European Journal of Operational Research 156(2):445-455",
    doi: "10.1016/S0377-2217(03)00020-1",
  },
  deng1982: {
    type: "article",
    author: "Deng, J.-L.",
    year: 1982,
    title: "Control problems of grey systems",
    in: "Systems & Control Letters 1(5):288-294",
    doi: "10.1016/S0167-6911(82)80025-X",
  },
  tian1993: { type: "book", author: "田凤调", year: 1993, title: "秩和比法及其应用", in: "中国统计出版社，北京" },
  sun2022: {
    type: "article",
    author: "孙豪 and 曹肖烨",
    year: 2022,
    title: "中国省域共同富裕的测度与评价",
    in: "浙江社会科学 2022(6)",
  },
  fisher1958: {
    type: "article",
    author: "Fisher, W. D.",
    year: 1958,
    title: "On grouping for maximum homogeneity",
    in: "Journal of the American Statistical Association 53(284):789-798",
    doi: "10.1080/01621459.1958.10501479",
  },
  jenks1977: {
    type: "techreport",
    author: "Jenks, G. F.",
    year: 1977,
    title: "Optimal data classification for choropleth maps",
    in: "University of Kansas, Department of Geography, Occasional Paper 2",
  },
  hyndman1996: {
    type: "article",
    author: "Hyndman, R. J. and Fan, Y.",
    year: 1996,
    title: "Sample quantiles in statistical packages",
    in: "The American Statistician 50(4):361-365",
    doi: "10.1080/00031305.1996.10473566",
  },
  liao1999: {
    type: "article",
    author: "廖重斌",
    year: 1999,
    title: "环境与经济协调发展的定量评判及其分类体系——以珠江三角洲城市群为例",
    in: "热带地理 19(2):171-177",
  },
  wang2021: {
    type: "article",
    author: "王淑佳 and 孔伟 and 任亮 and 治丹丹 and 戴彬婷",
    year: 2021,
    title: "国内耦合协调度模型的误区及修正",
    in: "自然资源学报 36(3):793-810",
    doi: "10.31497/zrzyxb.20210319",
  },
  lei2016: {
    type: "article",
    author: "雷勋平 and Qiu, Robin and 刘勇",
    year: 2016,
    title: "基于熵权TOPSIS模型的区域土地利用绩效评价及障碍因子诊断",
    in: "农业工程学报 32(13):243-253",
  },
  gini1912: {
    type: "book",
    author: "Gini, C.",
    year: 1912,
    title: "Variabilità e mutabilità: contributo allo studio delle distribuzioni e delle relazioni statistiche",
    in: "C. Cuppini, Bologna",
  },
  lerman1989: {
    type: "article",
    author: "Lerman, R. I. and Yitzhaki, S.",
    year: 1989,
    title: "Improving the accuracy of estimates of Gini coefficients",
    in: "Journal of Econometrics 42:43-47",
    doi: "10.1016/0304-4076(89)90074-2",
  },
  theil1967: { type: "book", author: "Theil, H.", year: 1967, title: "Economics and Information Theory", in: "North-Holland, Amsterdam" },
  shorrocks1980: {
    type: "article",
    author: "Shorrocks, A. F.",
    year: 1980,
    title: "The class of additively decomposable inequality measures",
    in: "Econometrica 48(3):613-625",
    doi: "10.2307/1913126",
  },
  cowell2011: {
    type: "book",
    author: "Cowell, F. A.",
    year: 2011,
    title: "Measuring Inequality",
    in: "Oxford University Press",
    doi: "10.1093/acprof:osobl/9780199594030.001.0001",
  },
  becker2022: {
    type: "article",
    author: "Becker, W. and Caperna, G. and Del Sorbo, M. and Norlén, H. and Papadimitriou, E. and Saisana, M.",
    year: 2022,
    title: "COINr: An R package for developing composite indicators",
    in: "Journal of Open Source Software 7(78):4567",
    doi: "10.21105/joss.04567",
  },
  nbs: { type: "misc", author: "国家统计局", year: 2023, title: "中国统计年鉴" },
} as const satisfies Record<string, Citation>;

export type CitationKey = keyof typeof citations;

/** BibTeX of the given keys, in the order of the catalogue. */
export function bibtex(keys: readonly CitationKey[]): string {
  return (Object.keys(citations) as CitationKey[])
    .filter((key) => keys.includes(key))
    .map((key) => {
      const c: Citation = citations[key];
      const container =
        c.type === "article" ? "journal" : c.type === "techreport" ? "institution" : c.type === "book" ? "publisher" : "howpublished";
      const fields = [
        ["author", c.author],
        ["title", c.title],
        ["year", c.year === undefined ? undefined : String(c.year)],
        [container, c.in],
        ["doi", c.doi],
        ["url", c.url],
      ].filter((field) => field[1] !== undefined);
      return `@${c.type}{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(",\n")}\n}\n`;
    })
    .join("\n");
}
