import { quantile } from "../../ground/designs/index.js";
import { Fault } from "../../ground/fault/index.js";
import { mean } from "../../ground/sums/index.js";
import type { Text } from "../../ground/words/index.js";
import { type Panel, series } from "../../table/index.js";
import type { QuadrantOptions } from "./quadrant/quadrant.method.js";

/** Where the lines of one period lie. */
export interface Lines {
  readonly x: number;
  readonly y: number;
}

/** The lines of every period; a Fault when the option that sets them is missing, needless or unknown. */
export function linesOf(scores: Panel, { threshold, lines, nation, scope }: QuadrantOptions): Lines[] {
  if (threshold === "fixed" && !lines)
    throw linesFault("lines", noLines, { en: "write e.g. lines: [0.5, 0.5]", zh: "例如写 lines: [0.5, 0.5]" });
  if (threshold !== "fixed" && lines)
    throw linesFault("lines", needless, { en: "write threshold: fixed, or remove lines", zh: "请写 threshold: fixed，或删去 lines" });
  const unit = nation === undefined ? -1 : scores.units.findIndex((one) => one.code === nation);
  if (nation !== undefined && unit < 0)
    throw linesFault("nation", { en: `no unit is called ${nation}`, zh: `没有代码为 ${nation} 的单位` }, nameOne);
  if (threshold === "national" && nation === undefined) throw linesFault("nation", noNation, nameOne);
  const width = scores.units.length;
  const of = (k: number, t: number): number => {
    const cells = series(scores, k);
    if (threshold === "national") return cells[t * width + unit];
    const all = scope === "pooled" ? cells : cells.subarray(t * width, (t + 1) * width);
    const there = all.filter((one, c) => one === one && c % width !== unit);
    return threshold === "mean" ? mean(there) : quantile(there.sort(), 0.5);
  };
  return scores.periods.map((period, t) => {
    const [x, y] = lines ?? [of(0, t), of(1, t)];
    if (x === x && y === y) return { x, y };
    throw linesFault(
      `period ${period}`,
      { en: `no line can be drawn in ${period}`, zh: `${period} 年无法确定分界线` },
      { en: "impute the scores, or write fixed lines", zh: "请先插补得分，或改用固定分界线" },
    );
  });
}

/** 1 both high, 2 only y, 3 both low, 4 only x; compared after rounding to 12 decimals. */
export function quadrantOf(x: number, y: number, lines: Lines): 1 | 2 | 3 | 4 {
  const high = (value: number, line: number): boolean => Math.round((value - line) * 1e12) >= 0;
  if (high(y, lines.y)) return high(x, lines.x) ? 1 : 2;
  return high(x, lines.x) ? 4 : 3;
}

const noLines: Text = { en: "threshold is fixed and there are no lines", zh: "threshold 为 fixed，但没有给出 lines" };
const needless: Text = { en: "lines are given and threshold is not fixed", zh: "给出了 lines，但 threshold 不是 fixed" };
const noNation: Text = { en: "threshold is national and no unit is named", zh: "threshold 为 national，但没有指明单位" };
const nameOne: Text = { en: "write nation: CODE, a unit of the data", zh: "请写 nation: 代码，为数据中的单位" };

const linesFault = (path: string, found: Text, next: Text): Fault =>
  new Fault({
    code: "bad-lines",
    place: { path },
    found,
    expected: {
      en: "expected a median, a mean, fixed lines with lines: [x, y], or a national line with nation: CODE",
      zh: "应为中位数、均值、由 lines: [x, y] 给出的固定值，或由 nation: 代码 给出的全国值",
    },
    next,
  });
