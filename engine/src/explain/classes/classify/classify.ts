/**
 * Classes of a score from their inner cuts c: 1 + #{c ≤ x} (left-closed) or 1 + #{c < x} (right-closed), compared after rounding to 12 decimals.
 * Sources: Fisher (1958), doi:10.1080/01621459.1958.10501479, and Jenks (1977) for natural breaks; Hyndman and Fan (1996),
 * doi:10.1080/00031305.1996.10473566, for the quantile (type 7); published sets as listed with them.
 * Fails when there are fewer distinct values than classes, or a published set meets values outside 0–1.
 */
import { quantile } from "../../../ground/designs/index.js";
import { Fault } from "../../../ground/fault/index.js";
import { mean, sum } from "../../../ground/sums/index.js";
import type { Text } from "../../../ground/words/index.js";
import { type Cell, panelTable, type Result, result, rowsTable, settle } from "../../../method/index.js";
import { type Panel, series, withCells } from "../../../table/index.js";
import { levelsOf } from "../../levels/index.js";
import { naturalBreaks } from "../natural-breaks.js";
import { type ClassifyOptions, classifyCard } from "./classify.method.js";

/**
 * @param scores every variable is classed on its own; missing stays missing
 * @param options by, count, spread, interval, scope
 * @returns value: a panel of class numbers (1 the lowest) under the same ids; tables `levels` and `classes` (cuts, names, how many units)
 */
export function classify(scores: Panel, options: Partial<ClassifyOptions> = {}): Result<Panel> {
  const chosen = settle(classifyCard, options);
  const width = scores.units.length;
  const values = new Float64Array(scores.values.length).fill(Number.NaN);
  const rows: Record<string, Cell>[] = [];
  scores.variables.forEach(({ id }, v) => {
    const cells = series(scores, v);
    const spans =
      chosen.scope === "pooled"
        ? [{ period: null, from: 0, to: cells.length }]
        : scores.periods.map((period, t) => ({ period, from: t * width, to: (t + 1) * width }));
    for (const { period, from, to } of spans) {
      const there = cells.subarray(from, to).filter((one) => one === one);
      if (there.length === 0) continue;
      const sorted = there.sort();
      const { cuts, names, ends } = cutsOf(sorted, chosen, id);
      const counts = new Array<number>(cuts.length + 1).fill(0);
      for (let c = from; c < to; c++) {
        if (cells[c] !== cells[c]) continue;
        const level = levelIn(cuts, cells[c], chosen.interval);
        values[v * cells.length + c] = level;
        counts[level - 1]++;
      }
      const borders = [Math.min(ends[0], cuts[0]), ...cuts, Math.max(ends[1], cuts[cuts.length - 1])];
      counts.forEach((count, k) => {
        const name = names?.[k] ?? { en: String(k + 1), zh: String(k + 1) };
        rows.push({ column: id, period, class: k + 1, from: borders[k], to: borders[k + 1], count, name_en: name.en, name_zh: name.zh });
      });
    }
  });
  const value = withCells(
    scores,
    scores.variables.map((one) => ({ ...one, unit: { en: "class", zh: "等级" }, derivedFrom: [one.id] })),
    values,
    Uint8Array.from(scores.flags),
  );
  return result(classifyCard, {
    options: chosen,
    value,
    tables: [
      panelTable("levels", classifyCard.names, value),
      rowsTable("classes", { en: "Classes and their cuts", zh: "等级与界限" }, rows, {
        column: { en: "score", zh: "得分" },
        period: { en: "period (empty: all)", zh: "时期（空为全部）" },
        class: { en: "class", zh: "等级" },
        from: { en: "from", zh: "下限" },
        to: { en: "to", zh: "上限" },
        count: { en: "cells", zh: "单元格数" },
        name_en: { en: "name (English)", zh: "英文名称" },
        name_zh: { en: "name (Chinese)", zh: "中文名称" },
      }),
    ],
    trace: { missing: values.reduce((count, one) => count + (one !== one ? 1 : 0), 0) },
  });
}

interface Cuts {
  /** inner borders, rising */
  readonly cuts: readonly number[];
  readonly names?: readonly Text[];
  /** what the table prints as the outer borders */
  readonly ends: readonly [number, number];
}

function cutsOf(sorted: Float64Array, { by, count, spread, interval }: ClassifyOptions, id: string): Cuts {
  const n = sorted.length;
  const ends: readonly [number, number] = [sorted[0], sorted[n - 1]];
  const inner = (make: (k: number) => number): number[] => Array.from({ length: count - 1 }, (_, k) => make(k + 1));
  if (typeof by === "object") return { cuts: rising(by.cuts), names: namesFor(by), ends };
  if (by === "equal") return enough(sorted, 2, id, { cuts: inner((k) => ends[0] + ((ends[1] - ends[0]) * k) / count), ends });
  if (by === "quantile") {
    const cuts = inner((k) => quantile(sorted, k / count));
    return enough(sorted, count, id, { cuts, ends });
  }
  if (by === "jenks") {
    enough(sorted, count, id, { cuts: [], ends });
    const cuts = naturalBreaks(sorted, count).map((start) => (interval === "left-closed" ? sorted[start] : sorted[start - 1]));
    return { cuts, ends };
  }
  if (by === "mean-sd") {
    const m = mean(sorted);
    const sd = spread * Math.sqrt(sum(sorted.map((one) => (one - m) * (one - m))) / (n - 1));
    return enough(sorted, 2, id, { cuts: [m - sd, m, m + sd], ends });
  }
  const levels = levelsOf(by);
  if (sorted[0] < 0 || Math.round(sorted[n - 1] * 1e12) > 1e12) throw outside(id, by, ends);
  return { cuts: levels.slice(1).map((one) => one.from), names: levels.map((one) => one.names), ends: [0, 1] };
}

const rounded = (value: number): number => Math.round(value * 1e12) / 1e12;

function levelIn(cuts: readonly number[], value: number, interval: ClassifyOptions["interval"]): number {
  const x = rounded(value);
  return 1 + cuts.filter((cut) => (interval === "left-closed" ? rounded(cut) <= x : rounded(cut) < x)).length;
}

function rising(cuts: readonly number[]): readonly number[] {
  if (cuts.every((cut, k) => k === 0 || cut > cuts[k - 1])) return cuts;
  throw classFault(
    "by.cuts",
    { en: `the cuts are ${cuts.join(", ")}`, zh: `界限为 ${cuts.join("、")}` },
    { en: "expected cuts that rise", zh: "界限应递增" },
    {
      en: "write the inner borders from low to high",
      zh: "请由小到大书写内部界限",
    },
  );
}

function namesFor({ cuts, names }: Exclude<ClassifyOptions["by"], string>): readonly Text[] | undefined {
  if (names && names.length !== cuts.length + 1) {
    throw classFault(
      "by.names",
      { en: `${names.length} names for ${cuts.length + 1} classes`, zh: `${cuts.length + 1} 个等级给出了 ${names.length} 个名称` },
      { en: "expected one name a class, one more than the inner cuts", zh: "每级应有一个名称，比内部界限多一个" },
      { en: "add or remove names", zh: "请增减名称" },
    );
  }
  return names?.map((one) => (typeof one === "string" ? { en: one, zh: one } : one));
}

function enough(sorted: Float64Array, wanted: number, id: string, cuts: Cuts): Cuts {
  const distinct = sorted.reduce((count, one, i) => count + (i === 0 || one !== sorted[i - 1] ? 1 : 0), 0);
  if (distinct >= wanted) return cuts;
  throw classFault(
    id,
    { en: `${id} has ${distinct} distinct values`, zh: `${id} 只有 ${distinct} 个不同的值` },
    { en: `expected at least ${wanted}`, zh: `至少应有 ${wanted} 个` },
    { en: "ask for fewer classes, or write your own cuts", zh: "请减少分级数，或自定界限" },
  );
}

const outside = (id: string, set: string, [low, high]: readonly [number, number]): Fault =>
  classFault(
    id,
    { en: `${id} runs from ${low} to ${high}`, zh: `${id} 的取值为 ${low} 至 ${high}` },
    { en: `expected values from 0 to 1: the set ${set} is defined there`, zh: `划分 ${set} 只适用于 0 到 1 的值` },
    { en: "use quantile, equal, jenks, mean-sd or your own cuts", zh: "请改用 quantile、equal、jenks、mean-sd 或自定界限" },
  );

const classFault = (path: string, found: Text, expected: Text, next: Text): Fault =>
  new Fault({ code: "bad-classes", place: { path }, found, expected, next });
