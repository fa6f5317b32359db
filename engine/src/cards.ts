import * as audit from "./audit/shelf.js";
import * as explain from "./explain/shelf.js";
import type { Text } from "./ground/words/index.js";
import * as inequality from "./inequality/shelf.js";
import * as measure from "./measure/shelf.js";
import type { Card } from "./method/index.js";
import * as robustness from "./study/robustness/shelf.js";

export interface Room {
  readonly id: string;
  readonly names: Text;
  readonly cards: readonly Card[];
}

const room = (id: string, en: string, zh: string, shelf: object): Room =>
  Object.freeze({ id, names: { en, zh }, cards: Object.freeze(Object.values<Card>(shelf as Record<string, Card>)) });

/** The shelves, in the order in which a study uses them. */
export const rooms: readonly Room[] = Object.freeze([
  room("audit", "Audit", "审查", audit),
  room("measure", "Measure", "测度", measure),
  room("inequality", "Inequality", "不平等", inequality),
  room("explain", "Explain", "解释", explain),
  room("robustness", "Robustness", "稳健性", robustness),
]);

/** Every method on the shelves, in the order of their ids: the CLI's commands, the study's verbs, the methods index. */
export const cards: readonly Card[] = Object.freeze(rooms.flatMap((one) => one.cards).sort((a, b) => (a.id < b.id ? -1 : 1)));
