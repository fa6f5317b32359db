import { same, type Text } from "../../ground/words/index.js";

export type Point = "blockage" | "break" | "blind-spot" | "hard-point";
/** What was found: an obstacle below its peers, a link of a chain, a fall, a gap in the data, a wide rank interval, a slow or costly indicator. */
export type Kind = "obstacle" | "link" | "fall" | "missing" | "imputed" | "old" | "rank-interval" | "pace" | "cost";
/** What a reader must know before using a finding. */
export type Doubt = "imputed" | "suspect" | "definition" | "short-history" | "flips";

export const points: Readonly<Record<Point, { readonly symbol: string; readonly names: Text; readonly verb: Text }>> = {
  blockage: { symbol: "■", names: { en: "blockage", zh: "堵点" }, verb: { en: "remove", zh: "打通" } },
  break: { symbol: "╱", names: { en: "break", zh: "断点" }, verb: { en: "reconnect", zh: "接续" } },
  "blind-spot": { symbol: "○", names: { en: "blind spot", zh: "盲点" }, verb: { en: "fill", zh: "填补" } },
  "hard-point": { symbol: "◆", names: { en: "hard point", zh: "难点" }, verb: { en: "resolve", zh: "化解" } },
};

export interface Finding {
  readonly point: Point;
  readonly kind: Kind;
  /** position of the unit */
  readonly unit: number;
  readonly period: number;
  readonly system: string | null;
  /** an indicator, a link of a chain (`chain: from > to`) or a system */
  readonly subject: string;
  readonly names: Text;
  /** indicators it is marked on in the matrix */
  readonly marks: readonly string[];
  /** the figure tested, what it was tested against, and the figure beside it */
  readonly value: number | null;
  readonly threshold: number | null;
  readonly reference: number | null;
  /** for how many periods running, up to the one diagnosed */
  readonly years: number;
  readonly deviation: number | null;
  readonly weight: number | null;
  /** the smallest change that removes it, in `clearUnit` */
  readonly clear: number | null;
  readonly clearUnit: Text;
  readonly doubts: readonly Doubt[];
  readonly formula: string;
  readonly evidence: Text;
  readonly sentence: Text;
  readonly remedy: Text;
}

/** persistence × deviation × weight; null where there is no deviation to weigh. */
export const scoreOf = ({ years, deviation, weight }: Finding): number | null =>
  deviation === null || weight === null ? null : years * deviation * weight;

/** The heaviest first; those without a score last, by unit and subject. */
export function sorted(findings: readonly Finding[]): Finding[] {
  const scores = new Map(findings.map((one) => [one, scoreOf(one) ?? -1]));
  const order: readonly Point[] = ["blockage", "break", "hard-point", "blind-spot"];
  const score = (one: Finding): number => scores.get(one) as number;
  return [...findings].sort(
    (a, b) =>
      score(b) - score(a) ||
      a.unit - b.unit ||
      order.indexOf(a.point) - order.indexOf(b.point) ||
      (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : a.period - b.period),
  );
}

const minus = (text: string): string => text.replace(/^-(?=.*[1-9])/, "−").replace(/^-/, "");
/** A level, a gap or a ratio. */
export const level = (value: number): string => minus(value.toFixed(3));
export const share = (value: number): string => `${(value * 100).toFixed(0)}%`;
/** A figure in the indicator's own unit: whole above a thousand, three digits below. */
export function amount(value: number): string {
  const size = Math.abs(value);
  return minus(
    size >= 1000
      ? value.toFixed(0)
      : size >= 100
        ? value.toFixed(1)
        : size >= 1
          ? value.toFixed(2)
          : Number(value.toPrecision(3)).toString(),
  );
}
export const withUnit = (value: number, unit: Text): Text =>
  unit.en === "" ? same(amount(value)) : { en: `${amount(value)} (${unit.en})`, zh: `${amount(value)}（${unit.zh}）` };

/** For how many periods running; nothing said of one. */
export const running = (years: number): Text =>
  years > 1 ? { en: `, for ${years} periods running`, zh: `，已连续 ${years} 期` } : same("");

const doubtWords: Readonly<Record<Exclude<Doubt, "flips">, Text>> = {
  imputed: { en: "It rests on an imputed value.", zh: "所据数值为插补值。" },
  suspect: { en: "The source figure is suspect.", zh: "来源数值存疑。" },
  definition: { en: "The definition changes in this period.", zh: "该期统计口径有变。" },
  "short-history": { en: "The pace is taken over fewer years than asked for.", zh: "步速所据年份不足。" },
};

/** A sentence with what casts doubt on it. */
export function doubtful(sentence: Text, doubts: readonly Doubt[], flips: Text | null): Text {
  const said = doubts.flatMap((one) => (one === "flips" ? [] : [doubtWords[one]]));
  const all = flips && doubts.includes("flips") ? [...said, flips] : said;
  return { en: [sentence, ...all].map((one) => one.en).join(" "), zh: [sentence, ...all].map((one) => one.zh).join("") };
}
