import type { Card } from "./card.js";
import { type Result, settle } from "./result.js";

/** Run a card: check its options, bring its code, call it. */
export async function runCard(method: Card, inputs: Readonly<Record<string, unknown>>, options: unknown): Promise<Result> {
  const settled = settle(method, options);
  const run = await method.load();
  return run(inputs as never, settled as never);
}
