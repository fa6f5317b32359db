import { runStudy, type StudyHost, type StudyRun } from "@gongfu/engine/study";
import { host } from "./shipped.js";

interface Small {
  readonly rows: readonly string[];
  readonly steps: readonly string[];
  /** further lines under `data` */
  readonly data?: string;
  /** further lines of the study file */
  readonly head?: readonly string[];
  /** further files beside the study */
  readonly files?: Readonly<Record<string, string>>;
}

/** Run a study written in a few lines over a table written in a few lines. */
export function smallRun({ rows, steps, data = "", head = [], files = {} }: Small): Promise<StudyRun> {
  const beside: Readonly<Record<string, string>> = { ...files, "table.csv": `${rows.join("\n")}\n` };
  const own: StudyHost = { ...host, readFile: async (path) => new TextEncoder().encode(beside[path]) };
  const study = [
    "gongfu: 1",
    "title: {en: Small study, zh: 小研究}",
    `data: {panel: table.csv${data}}`,
    ...head,
    "steps:",
    ...steps.map((step) => `  - ${step}`),
    "",
  ];
  return runStudy(study.join("\n"), "study.yaml", own);
}

const simple = [
  "normalise: {method: min-max, scope: pooled, range: [0, 1]}",
  "weigh: {method: equal}",
  "aggregate: {id: index, method: arithmetic}",
] as const;

/** Three towns, three columns, one year, one index. */
export const onePeriod = (): Promise<StudyRun> =>
  smallRun({
    rows: ["town,year,water,roads,debt", "Ash,2020,10,5,1", "Birch,2020,20,9,4", "Cedar,2020,40,1,2"],
    data: ", unit: town, period: year, regions: as-is, negative: [debt]",
    steps: simple,
  });

/** Three countries, two years, an index with entropy weights beside, ranks and a Gini coefficient. */
export const countries = (): Promise<StudyRun> =>
  smallRun({
    rows: [
      "country,year,users,lines",
      "CHN,2020,70,30",
      "CHN,2021,73,33",
      "FRA,2020,85,44",
      "FRA,2021,86,46",
      "KEN,2020,23,1",
      "KEN,2021,29,",
    ],
    data: ", unit: country, period: year, regions: countries",
    steps: [
      "audit",
      "derive",
      "impute: {method: linear-constant}",
      ...simple,
      "weigh: {id: entropy, method: entropy}",
      "aggregate: {id: index-entropy, method: arithmetic, weights: entropy}",
      "gini: {of: data.users}",
    ],
  });

/** No index at all: one measure of inequality of one column. */
export const giniAlone = (): Promise<StudyRun> =>
  smallRun({
    rows: ["town,year,income", "Ash,2020,1", "Ash,2021,2", "Birch,2020,3", "Birch,2021,4"],
    data: ", unit: town, period: year, regions: as-is",
    steps: ["gini: {of: data.income}"],
  });

const ownFramework = `gongfu: framework
id: two
names: {en: Two systems, zh: 两个系统}
levels:
  - {id: system, names: {en: system, zh: 系统}}
  - {id: indicator, names: {en: indicator, zh: 指标}}
tree:
  - id: grow
    names: {en: Growing, zh: 增长}
    children:
      - {id: gdp, names: {en: Output, zh: 产出}, unit: {en: yuan, zh: 元}, direction: "+"}
  - id: share
    names: {en: Sharing, zh: 共享}
    children:
      - {id: rural, names: {en: Rural income, zh: 农村收入}, unit: {en: yuan, zh: 元}, direction: "+"}
`;

/** A user's own two systems, coupled in the corrected form only. */
export const ownSystems = (): Promise<StudyRun> =>
  smallRun({
    rows: [
      "town,year,gdp,rural",
      "Ash,2020,10,4",
      "Ash,2021,12,5",
      "Birch,2020,20,3",
      "Birch,2021,26,3",
      "Cedar,2020,5,1",
      "Cedar,2021,6,6",
    ],
    data: ", unit: town, period: year, regions: as-is",
    head: ["framework: own.yaml"],
    files: { "own.yaml": ownFramework },
    steps: ["derive", ...simple, "couple: {of: [index.grow, index.share], forms: [wang-2021]}", "obstacle: {of: index}"],
  });
