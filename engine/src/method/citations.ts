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
