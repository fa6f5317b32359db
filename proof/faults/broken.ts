import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** One kind of broken input: the files that lie in the folder, the call, and what must come of it. */
export interface Broken {
  readonly name: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** names of links and what they point to */
  readonly links?: Readonly<Record<string, string>>;
  readonly argv?: readonly string[];
  /** 1 the input, 2 the way it was called */
  readonly exit: 1 | 2;
  /** where, as printed; absent where no place can be named */
  readonly place?: string | RegExp;
  /** in the English line that says what was found */
  readonly found: string | RegExp;
  /** in the English line that says what to do */
  readonly next?: string | RegExp;
}

export const panel = [
  "unit,year,a,b,c,area",
  "u1,2020,1,8,2,east",
  "u1,2021,2,7,4,east",
  "u2,2020,3,6,6,west",
  "u2,2021,5,5,7,west",
  "u3,2020,4,3,9,west",
  "u3,2021,6,4,9,west",
  "",
].join("\n");

export const steps = [
  "derive",
  "impute: {method: linear-constant}",
  "normalise: {method: min-max}",
  "weigh: {method: equal}",
  "aggregate: {id: index, method: arithmetic}",
];

/** A study over `panel.csv`, with one part put in the place of the sound one. */
export function study(parts: { data?: string; framework?: string; head?: string; steps?: readonly string[] } = {}): string {
  return [
    "gongfu: 1",
    "title: Broken",
    `data: ${parts.data ?? "{panel: panel.csv}"}`,
    ...(parts.framework ? [`framework: ${parts.framework}`] : []),
    ...(parts.head ? [parts.head] : []),
    "steps:",
    ...(parts.steps ?? steps).map((step) => `  - ${step}`),
    "",
  ].join("\n");
}

/** A framework over a, b and c, with one leaf of one's own. */
export const framework = (leaf: string): string =>
  [
    "gongfu: framework",
    "id: small",
    "names: {en: Small, zh: 小体系}",
    "levels:",
    "  - {id: index, names: {en: index, zh: 指数}}",
    "  - {id: indicator, names: {en: indicator, zh: 指标}}",
    "tree:",
    "  - id: index",
    "    names: {en: Index, zh: 指数}",
    "    children:",
    '      - {id: x, names: {en: x, zh: x}, unit: {en: "1", zh: "1"}, direction: "+", formula: a}',
    `      - ${leaf}`,
    "",
  ].join("\n");

export const leaf = (formula: string, direction = "+"): string =>
  `{id: y, names: {en: y, zh: y}, unit: {en: "1", zh: "1"}, direction: "${direction}", formula: "${formula}"}`;

export const run = (out = "out"): string[] => ["run", "study.yaml", "--out", out];
export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What stands in the output folder before: the files of an earlier run. */
export const earlier: Readonly<Record<string, string>> = {
  "out/study.lock.json": "{}\n",
  "out/results.json": '{"earlier": true}\n',
  "out/report.en.html": "<p>earlier</p>\n",
  "out/tables/index.scores.csv": "unit\nu1\n",
};

/** Lay a case out in a folder: a sound study and panel, an earlier output, and what the case puts in their place. */
export function layOut(folder: string, { files = {}, links = {} }: Broken): void {
  const all = { "study.yaml": study(), "panel.csv": panel, ...earlier, ...files };
  for (const [name, content] of Object.entries(all)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  for (const [name, target] of Object.entries(links)) symlinkSync(join(folder, target), join(folder, name));
}
