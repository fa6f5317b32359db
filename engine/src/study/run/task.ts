import { cards } from "../../cards.js";
import { Fault, isFault } from "../../ground/fault/index.js";
import { same } from "../../ground/words/index.js";
import { type Card, type Result, settle } from "../../method/index.js";
import { type Panel, withPeriods } from "../../table/index.js";
import { overPeriods } from "./over-periods.js";

/** One step as plain data, so that any worker can run it. */
export interface StepTask {
  readonly card: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly options: Readonly<Record<string, unknown>>;
  /** set when the card measures columns: inputs hold periods × rows, the method is called once a period */
  readonly periods?: readonly number[];
}

const byId = new Map(cards.map((one) => [one.id, one]));

/** Run a step: bring the card's code and call it, once a period for cards that measure columns of numbers. */
export async function runTask(task: StepTask): Promise<Result> {
  const card = byId.get(task.card);
  if (!card)
    throw new Fault({
      code: "no-card",
      exit: 3,
      found: same(`no card ${task.card}`),
      expected: same("a card on a shelf"),
      next: same("report this"),
    });
  const run = await card.load();
  const options = settle(card, task.options);
  const { periods } = task;
  if (!periods) return run(task.inputs as never, options as never);
  return overPeriods(periods, async (t) => {
    try {
      return await run(atPeriod(card, task.inputs, t, periods.length) as never, options as never);
    } catch (error) {
      throw isFault(error) ? error.at({ path: `period ${periods[t]}` }) : error;
    }
  });
}

function atPeriod(card: Card, inputs: StepTask["inputs"], t: number, periods: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => {
      const { kind } = card.inputs[name];
      if (kind === "columns" && value !== undefined) return [name, withPeriods(value as Panel, [t])];
      if (kind !== "column" || value === undefined) return [name, value];
      const all = value as Float64Array;
      const rows = all.length / periods;
      return [name, all.subarray(t * rows, (t + 1) * rows)];
    }),
  );
}
