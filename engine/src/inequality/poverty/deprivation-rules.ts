import { Fault } from "../../ground/fault/index.js";
import { sum } from "../../ground/sums/index.js";
import type { Text } from "../../ground/words/index.js";
import { cellsPerVariable, type Panel, series, variableIndex } from "../../table/index.js";
import type { DeprivationRule } from "./deprivation.js";

interface DeprivationSpec {
  readonly cutoffs: Readonly<Record<string, number | { readonly above: number }>>;
  readonly weights?: Readonly<Record<string, number>>;
  readonly dimensions?: Readonly<Record<string, readonly string[]>>;
  readonly ordinal: readonly string[];
}

/** One rule an indicator, weights summing to 1; a Fault when cut-offs, weights and dimensions do not name the same columns. */
export function deprivationRules(p: Panel, { cutoffs, weights, dimensions, ordinal }: DeprivationSpec): DeprivationRule[] {
  const ids = Object.keys(cutoffs);
  if (ids.length === 0) throw fitFault("cutoffs", { en: "no indicator has a cut-off", zh: "没有指标给出临界值" });
  for (const id of ids) columnAt(p, id, "cutoffs");
  const listed = Object.values(dimensions ?? {}).flat();
  for (const [path, names] of [
    ["weights", Object.keys(weights ?? {})],
    ["dimensions", listed],
    ["ordinal", ordinal],
  ] as const) {
    const stranger = names.find((id, at) => !ids.includes(id) || names.indexOf(id) !== at);
    if (stranger !== undefined)
      throw fitFault(path, { en: `${stranger} has no cut-off or stands twice`, zh: `${stranger} 没有临界值或重复出现` });
  }
  for (const [path, names] of [
    ["weights", weights && Object.keys(weights)],
    ["dimensions", dimensions && listed],
  ] as const) {
    const lost = names && ids.find((id) => !names.includes(id));
    if (lost !== undefined) throw fitFault(path, { en: `${lost} is not among the ${path}`, zh: `${path} 中缺少 ${lost}` });
  }
  const own = (id: string): number => {
    if (weights) return weights[id];
    const inside = Object.values(dimensions ?? {}).find((one) => one.includes(id));
    return 1 / (inside?.length ?? 1);
  };
  const total = sum(ids.map(own));
  return ids.map((id) => {
    const cut = cutoffs[id];
    return {
      id,
      cutoff: typeof cut === "number" ? cut : cut.above,
      side: typeof cut === "number" ? "below" : "above",
      weight: own(id) / total,
    };
  });
}

/** A shortfall has a size when the cut-off is above 0, being below it is what counts, and no value is negative. */
export const hasSize = (p: Panel, { id, cutoff, side }: DeprivationRule, ordinal: readonly string[]): boolean =>
  side === "below" &&
  cutoff > 0 &&
  !ordinal.includes(id) &&
  !series(p, id)
    .subarray(0, cellsPerVariable(p))
    .some((one) => one < 0);

/** Position of a column that the option `path` names. */
export function columnAt(p: Panel, id: string, path: string): number {
  try {
    return variableIndex(p, id);
  } catch (error) {
    throw error instanceof Fault ? error.at({ path }) : error;
  }
}

/** People are counted from 0 up. */
export function checkPeople(cells: Float64Array, id: string): void {
  const bad = cells.find((one) => one < 0);
  if (bad !== undefined) throw fitFault("population", { en: `${id} holds ${bad}`, zh: `${id} 含有 ${bad}` });
}

const fitFault = (path: string, found: Text): Fault =>
  new Fault({
    code: "bad-deprivation",
    place: { path },
    found,
    expected: {
      en: "expected every indicator with one cut-off, one weight or one dimension, and people of at least 0",
      zh: "每个指标应有一个临界值、一个权重或一个所属维度，人数不小于 0",
    },
    next: { en: "list the same indicators in each, once", zh: "请使各项所列指标一致且各出现一次" },
  });
