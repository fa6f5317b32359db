import { hash } from "../../ground/hash/index.js";
import type { Result } from "../../method/index.js";
import type { Step } from "../types.js";
import { dependencies } from "./inputs.js";
import type { Loaded } from "./load.js";

/** Results of earlier runs by all that they depend on. Those of the last two runs are kept, so that a change can be undone at once. */
export class StepMemory {
  #runs: readonly Map<string, Result>[] = [new Map(), new Map(), new Map()];
  #places = new WeakMap<object, number>();
  #counted = 0;

  get(key: string): Result | undefined {
    for (const run of this.#runs) {
      const found = run.get(key);
      if (found) return found;
    }
    return undefined;
  }

  set(key: string, result: Result): void {
    this.#runs[0].set(key, result);
  }

  /** A new run begins: what neither of the last two has used is forgotten. */
  turn(): void {
    this.#runs = [new Map(), this.#runs[0], this.#runs[1]];
  }

  /** Everything the result of a step depends on: its method and options, what it reads, the data, the framework, the seed. */
  keyOf(
    { card, options, sources }: Step,
    above: readonly Step[],
    keys: ReadonlyMap<string, string>,
    { data, framework, seed }: Loaded & { readonly seed: number },
  ): string {
    const runsAgain = Object.values(sources).some((source) => source.kind === "plan");
    return hash(
      JSON.stringify([
        card.id,
        options,
        sources,
        dependencies({ sources }).map((id) => keys.get(id)),
        runsAgain ? above.map(({ id, verb, written }) => [id, verb, written]) : [],
        this.#place(data),
        this.#place(framework),
        seed,
      ]),
    );
  }

  /** Data and frameworks are told apart by the object: loading them again gives another. */
  #place(loaded: object): number {
    const known = this.#places.get(loaded) ?? ++this.#counted;
    this.#places.set(loaded, known);
    return known;
  }
}
