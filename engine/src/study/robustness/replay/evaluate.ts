import { levelOf } from "../../../ground/designs/index.js";
import { isFault } from "../../../ground/fault/index.js";
import { pathText } from "../../../ground/schema/index.js";
import type { Outcome, Result } from "../../../method/index.js";
import { isIndex, isWeights, type Panel, type Tree } from "../../../table/index.js";
import { withSources } from "../../plan/sources.js";
import { columnCells } from "../../run/columns.js";
import { taskOf } from "../../run/inputs.js";
import { runTask } from "../../run/task.js";
import type { Patch, Step, Variation } from "../../types.js";
import { patchedStep } from "../vary/patched-step.js";
import { noisyWeights } from "./noisy-weights.js";
import { levelsOf, type Replay, type ReplayStep, usesWeights } from "./replay.js";
import { withoutNode } from "./without-node.js";
import { withoutRows } from "./without-rows.js";

/** Cells kept of results that may be asked for again. */
const cacheCells = 3e7;

/** One draw being run. */
interface Run {
  readonly draw: Float64Array | null;
  /** what is chosen, in letters that tell choices apart */
  readonly chosen: readonly string[];
  readonly data: Panel;
  readonly results: Map<string, Result>;
}

/** Run the varied steps of a plan once a draw; results that only depend on alternatives met before are kept. */
export class Evaluator {
  readonly #replay: Replay;
  readonly #levels: readonly (number | undefined)[];
  readonly #patched = new Map<string, Step>();
  readonly #trees = new Map<string, Replay["framework"]>();
  readonly #results = new Map<string, Result>();
  readonly #outcomes = new Map<string, Outcome>();
  #room: number;

  constructor(replay: Replay) {
    this.#replay = replay;
    this.#levels = replay.variations.map((_, k) => levelsOf(replay, k));
    this.#room = Math.floor(cacheCells / Math.max(1, replay.data.values.length));
  }

  async outcome(draw: Float64Array | null): Promise<Outcome> {
    const chosen = this.#levels.map((levels, k) =>
      draw === null ? "·" : levels === undefined ? `=${draw[k]}` : `${levelOf(draw[k], levels)}`,
    );
    const key = chosen.join(" ");
    const repeatable = draw === null || this.#levels.every((levels) => levels !== undefined);
    const known = repeatable ? this.#outcomes.get(key) : undefined;
    if (known) return known;
    const found = await this.#run(draw, chosen).catch((error: unknown): Outcome => {
      if (isFault(error) && error.exit !== 3) return { failure: error.found };
      throw error;
    });
    if (repeatable) this.#outcomes.set(key, found);
    return found;
  }

  async #run(draw: Float64Array | null, chosen: readonly string[]): Promise<Outcome> {
    const { steps, fixed, of, data } = this.#replay;
    const results = new Map(Object.entries(fixed));
    const run: Run = { draw, chosen, data: this.#data(draw), results };
    for (const step of steps) results.set(step.id, await this.#step(step, run));
    return {
      values: of.flatMap(({ id, column }) => {
        const result = results.get(id) as Result;
        if (column === null && isIndex(result.value)) {
          return result.value.scores.variables.map((root) => columnCells({ id, column: root.id }, data, result, { path: id }).values);
        }
        return [columnCells({ id, column: column as string }, data, result, { path: id }).values];
      }),
    };
  }

  async #step(step: ReplayStep, run: Run): Promise<Result> {
    const { draw, chosen } = run;
    const ready = this.#ready(step, draw, chosen);
    const framework = usesWeights(ready.card) ? this.#framework(draw) : this.#replay.framework;
    const made = await this.#made(step, ready, framework, run);
    const noise = draw === null ? undefined : step.touchedBy.find((k) => this.#replay.variations[k].kind === "noise");
    return noise === undefined ? made : this.#noisy(made, ready, framework, noise, (draw as Float64Array)[noise]);
  }

  /** What the step gives before noise. */
  async #made(step: ReplayStep, ready: Step, framework: Replay["framework"], { chosen, data, results }: Run): Promise<Result> {
    const { variations } = this.#replay;
    const reached = step.reachedBy.filter((k) => !(variations[k].kind === "noise" && step.touchedBy.includes(k)));
    const key = `${step.id} ${reached.map((k) => chosen[k]).join(" ")}`;
    // What depends on every choice is asked for once: its outcome is kept, not its result.
    const lasting = reached.length < variations.length && reached.every((k) => this.#levels[k] !== undefined);
    const known = lasting ? this.#results.get(key) : undefined;
    if (known) return known;
    const place = (path: readonly (string | number)[]) => ({ path: pathText(path) });
    const made = await runTask(taskOf(ready, { data, framework, results, place }));
    if (lasting && this.#room > 0) {
      this.#room--;
      this.#results.set(key, made);
    }
    return made;
  }

  /** The step with the alternatives in force. */
  #ready(step: ReplayStep, draw: Float64Array | null, chosen: readonly string[]): Step {
    const { variations } = this.#replay;
    const written = step.touchedBy.filter((k) => variations[k].kind === "among" || variations[k].kind === "range");
    const key = `${step.id} ${written.map((k) => chosen[k]).join(" ")}`;
    const known = this.#patched.get(key);
    if (known) return known;
    const patches = draw === null ? [] : written.flatMap((k) => patchesOf(variations[k], draw[k])).filter((one) => one.step === step.id);
    const locate = (path: readonly (string | number)[]) => ({ path: pathText(path) });
    const ready = withSources({ ...patchedStep(step, patches, locate), id: step.id }, step.known, locate);
    if (written.every((k) => this.#levels[k] !== undefined)) this.#patched.set(key, ready);
    return ready;
  }

  /** The data without the unit or the period that is left out; what comes of it is placed on the whole again. */
  #data(draw: Float64Array | null): Panel {
    const { variations, leavable, data } = this.#replay;
    return variations.reduce((left, variation, k) => {
      if (draw === null || variation.kind !== "leave-out-rows") return left;
      const level = levelOf(draw[k], leavable[k].length + 1);
      return level === 0 ? left : withoutRows(left, variation.rows, leavable[k][level - 1]);
    }, data);
  }

  /** The trees as they stand with what is left out. */
  #framework(draw: Float64Array | null): Replay["framework"] {
    const { variations, leavable, framework } = this.#replay;
    if (draw === null) return framework;
    const gone = variations.flatMap((variation, k) => {
      const level = variation.kind === "leave-out" ? levelOf(draw[k], leavable[k].length + 1) : 0;
      return level === 0 ? [] : [leavable[k][level - 1]];
    });
    if (gone.length === 0) return framework;
    const key = gone.join(" ");
    const known = this.#trees.get(key);
    if (known) return known;
    const lighter = (tree: Tree): Tree => gone.reduce((left, id) => (hasNode(left, id) ? withoutNode(left, id) : left), tree);
    const found = {
      tree: lighter(framework.tree),
      views: Object.fromEntries(Object.entries(framework.views).map(([id, view]) => [id, lighter(view)])),
    };
    this.#trees.set(key, found);
    return found;
  }

  #noisy(result: Result, ready: Step, { tree, views }: Replay["framework"], position: number, u: number): Result {
    const variation = this.#replay.variations[position];
    if (variation.kind !== "noise" || !isWeights(result.value)) return result;
    const source = Object.values(ready.sources).find((one) => one.kind === "tree");
    const own = source?.kind === "tree" && source.view !== null ? views[source.view] : tree;
    const value = noisyWeights(result.value, own, variation.share, variation.levels, this.#replay.seed, u);
    return { method: result.method, value, tables: [], trace: {}, warnings: [] };
  }
}

function patchesOf(variation: Variation, u: number): readonly Patch[] {
  if (variation.kind === "among") return variation.alternatives[levelOf(u, variation.alternatives.length)].patches;
  if (variation.kind !== "range") return [];
  const [from, to] = variation.range;
  return [{ ...variation.patch, value: from + u * (to - from) }];
}

const hasNode = (tree: Tree, id: string): boolean => [...tree.nodes, ...tree.leaves].some((node) => node.id === id);
