import type { Outcome, Plan, PlanColumn, Result } from "../../../method/index.js";
import { isIndex } from "../../../table/index.js";
import { cancelled } from "../../run/cancelled.js";
import type { Variation } from "../../types.js";
import { Evaluator } from "./evaluate.js";
import { levelsOf, type Replay } from "./replay.js";

/** Some draws of a plan as plain data, so that any worker can evaluate them. */
export interface ReplayTask {
  readonly replay: Replay;
  readonly draws: readonly (Float64Array | null)[];
}

/** In one thread every part of a plan is evaluated with what the parts before have kept. */
const evaluators = new WeakMap<Replay, Evaluator>();

/** One outcome a draw. */
export async function runReplay({ replay, draws }: ReplayTask): Promise<Outcome[]> {
  const evaluator = evaluators.get(replay) ?? new Evaluator(replay);
  evaluators.set(replay, evaluator);
  const outcomes: Outcome[] = [];
  for (const draw of draws) outcomes.push(await evaluator.outcome(draw));
  return outcomes;
}

export interface Hands {
  readonly runReplay: (task: ReplayTask) => Promise<readonly Outcome[]>;
  /** how many may work side by side; what comes out does not depend on it */
  readonly workers: number;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** A replay as the plan a method is given; its draws are shared out among the workers. */
export function planOf(replay: Replay, targets: ReadonlyMap<string, Result>, hands: Hands): Plan {
  return {
    choices: replay.variations.map((variation, k) => ({ name: variation.name, alternatives: alternativesOf(replay, variation, k) })),
    columns: columnsOf(replay, targets),
    units: replay.data.units,
    periods: replay.data.periods,
    seed: replay.seed,
    evaluate: async (draws) => {
      const size = Math.max(8, Math.ceil(draws.length / (hands.workers > 1 ? hands.workers * 2 : 20)));
      const parts: (readonly Outcome[])[] = [];
      let next = 0;
      let done = 0;
      const starts = Array.from({ length: Math.ceil(draws.length / size) }, (_, k) => k * size);
      const work = async (): Promise<void> => {
        while (next < starts.length) {
          if (hands.signal?.aborted) throw cancelled();
          const k = next++;
          const part = draws.slice(starts[k], starts[k] + size);
          parts[k] = await hands.runReplay({ replay, draws: part });
          done += part.length;
          hands.onProgress?.(done, draws.length);
        }
      };
      await Promise.all(Array.from({ length: Math.max(1, hands.workers) }, work));
      return parts.flat();
    },
  };
}

function alternativesOf(replay: Replay, variation: Variation, k: number): readonly string[] | undefined {
  if (levelsOf(replay, k) === undefined) return undefined;
  return variation.kind === "among" ? variation.alternatives.map((one) => one.name) : ["none", ...replay.leavable[k]];
}

function columnsOf({ of }: Replay, targets: ReadonlyMap<string, Result>): PlanColumn[] {
  return of.flatMap(({ id, column }): PlanColumn[] => {
    const result = targets.get(id) as Result;
    if (column === null && isIndex(result.value)) {
      const many = of.filter((one) => one.column === null).length > 1;
      return result.value.scores.variables.map((root) => ({ id: many ? `${id}.${root.id}` : root.id, names: root.names }));
    }
    const names = namesOf(result, column as string);
    const classes = classesOf(result, column as string);
    return [{ id: `${id}.${column}`, names, ...(classes ? { classes } : {}) }];
  });
}

/** The classes of a coordination degree, from the table the coupling prints them in. */
function classesOf({ method, tables }: Result, column: string): PlanColumn["classes"] {
  const table = /^d(_|$)/.test(column) ? tables.find(({ id }) => id === "classes") : undefined;
  const [level, to] = ["class", "to"].map((id) => table?.columns.find((one) => one.id === id)?.values);
  const { interval } = method.options;
  if (!level || !to || (interval !== "left-closed" && interval !== "right-closed")) return undefined;
  return { levels: level.map((one, k) => ({ level: Number(one), to: Number(to[k]) })), interval };
}

function namesOf(result: Result, column: string): PlanColumn["names"] {
  if (isIndex(result.value)) {
    const node = result.value.nodes.variables.find((one) => one.id === column);
    if (node) return node.names;
  }
  const found = result.tables.flatMap((table) => table.columns).find((one) => one.id === column);
  return found?.names ?? { en: column, zh: column };
}
