import * as audit from "./audit/shelf.js";
import * as explain from "./explain/shelf.js";
import * as inequality from "./inequality/shelf.js";
import * as measure from "./measure/shelf.js";
import type { Card } from "./method/index.js";
import * as robustness from "./study/robustness/shelf.js";

/** Every method on the shelves, in the order of their ids: the CLI's commands, the study's verbs, the methods index. */
export const cards: readonly Card[] = Object.freeze(
  [audit, measure, inequality, explain, robustness]
    .flatMap((shelf) => Object.values<Card>(shelf as Record<string, Card>))
    .sort((a, b) => (a.id < b.id ? -1 : 1)),
);
