import type { Text } from "@gongfu/engine";
import type { FamilySummary } from "../../worker/calls/formula-audit.js";

/** A published table to look at: measured cases, each with where it is printed or how it was made. */
export interface Example {
  readonly id: string;
  readonly family: FamilySummary["id"];
  readonly names: Text;
  readonly from: Text;
  readonly text: string;
  /** roles of columns that their headings do not tell */
  readonly roles?: Readonly<Record<string, string>>;
  /** printed numbers beside the table, by role */
  readonly numbers?: Readonly<Record<string, string>>;
}

const tsv = (rows: string): string => rows.trim().replace(/ +/g, "\t");

const five = tsv(`
a b c d
12 30 0.5 9
15 22 0.7 7
9 41 0.2 12
20 18 0.9 4
11 35 0.4 8
`);

export const examples: readonly Example[] = [
  {
    id: "zhangye",
    family: "coupling",
    names: { en: "D that is C", zh: "D 其实是 C" },
    from: { en: "ChinaXiv 202006.00126, table 7, six rows", zh: "ChinaXiv 202006.00126 表 7，六行" },
    text: tsv(`
year U1 U2 D
2005 .028 .487 .457
2006 .070 .583 .619
2007 .114 .617 .726
2008 .155 .597 .810
2009 .183 .622 .838
2010 .246 .599 .909
`),
  },
  {
    id: "xinjiang",
    family: "coupling",
    names: { en: "C that is the geometric mean", zh: "C 其实是几何平均" },
    from: { en: "ChinaXiv 202011.00074, table 2, three rows", zh: "ChinaXiv 202011.00074 表 2，三行" },
    text: tsv(`
city U1 U2 C T D
乌鲁木齐 0.6312 0.6322 0.6317 0.6317 0.6317
哈密 0.4142 0.7970 0.5746 0.6056 0.5899
和田 0.2242 0.1702 0.1953 0.1972 0.1962
`),
  },
  {
    id: "two-degrees",
    family: "coupling",
    names: { en: "Two coupling degrees", zh: "两种耦合度互证" },
    from: {
      en: "Wang et al. (2021), table 8, thirteen cities in 2008, doi:10.31497/zrzyxb.20210319",
      zh: "王淑佳等（2021）表 8，2008 年十三市，doi:10.31497/zrzyxb.20210319",
    },
    text: [
      "C\tC′",
      ...[
        "0.9989 0.9404",
        "0.9935 0.8660",
        "0.8868 0.5440",
        "0.9073 0.5769",
        "0.6821 0.3006",
        "0.8328 0.4780",
        "0.6816 0.3344",
        "0.7789 0.4171",
        "0.6871 0.3278",
        "0.6101 0.2700",
        "0.8017 0.4374",
        "0.7867 0.4196",
        "0.7191 0.3738",
      ].map((row) => row.replace(" ", "\t")),
    ].join("\n"),
    roles: { "C′": "corrected" },
  },
  {
    id: "entropy-base",
    family: "weights",
    names: { en: "Entropy weights with ln T", zh: "底数误作 ln T 的熵权" },
    from: { en: "computed by hand: right are 0.46035 and 0.53965", zh: "手算示例：正确值为 0.46035 与 0.53965" },
    text: tsv(`
year a b
2020 1 8
2021 2 1
2020 3 7
2021 5 0
`),
    roles: { b: "negative" },
    numbers: { weights: "0.58224, 0.41776" },
  },
  {
    id: "raw-entropy",
    family: "weights",
    names: { en: "Entropy weights of raw columns", zh: "用原始列的熵权" },
    from: { en: "Xu (2004), doi:10.1016/S0377-2217(03)00146-2", zh: "Xu（2004），doi:10.1016/S0377-2217(03)00146-2" },
    text: tsv(`
a b c d
30 30 38 29
19 54 86 29
19 15 85 28.9
68 70 60 29
`),
    numbers: { weights: "0.4630, 0.3992, 0.1378, 0.0000" },
  },
  {
    id: "topsis",
    family: "index",
    names: { en: "Which TOPSIS?", zh: "哪一种 TOPSIS？" },
    from: { en: "five units, entropy weights, computed apart from this program", zh: "五个单元、熵权，由其他程序算得" },
    text: five
      .split("\n")
      .reduce((text, line, k) => `${text}${k ? "\n" : ""}${line}\t${["index", "0.3768", "0.6539", "0.0000", "1.0000", "0.2919"][k]}`, ""),
    roles: { b: "negative", d: "negative" },
    numbers: { weights: "0.3065, 0.2427, 0.2387, 0.2121" },
  },
  {
    id: "means-as-totals",
    family: "inequality",
    names: { en: "A Gini of means taken for totals", zh: "把人均当作总量的基尼系数" },
    from: { en: "five groups: the Gini coefficient is 0.357", zh: "五组示例：基尼系数应为 0.357" },
    text: tsv(`
income people
10 100
20 150
30 200
40 250
100 300
`),
    numbers: { gini: "0.225" },
  },
  {
    id: "gross-between",
    family: "inequality",
    names: { en: "Between groups, gross passed off as net", zh: "以总差距充作组间净值" },
    from: { en: "fifteen units in three regions: net is 0.1743", zh: "三区域十五个单元：净值应为 0.1743" },
    text: [
      "value\tgroup",
      ..."0.62 0.55 0.48 0.71 0.39 0.35 0.31 0.42 0.28 0.22 0.30 0.18 0.41 0.25 0.20"
        .split(" ")
        .map((one, k) => `${one}\t${"EEEEECCCCWWWWWW"[k]}`),
    ].join("\n"),
    numbers: { between: "0.1827" },
  },
  {
    id: "growth-explained",
    family: "speed",
    names: { en: "A half-life of 6,030 years", zh: "半衰期 6030 年" },
    from: {
      en: "incomes of 48 states, 1929–2009: the half-life is 42.08 years",
      zh: "美国 48 州收入，1929—2009 年：半衰期应为 42.08 年",
    },
    text: tsv(`
b speed half-life
-0.00915322 0.0001149 6030
`),
    roles: { b: "annual", speed: "speed", "half-life": "half" },
    numbers: { years: "80" },
  },
];
