import { Fault } from "../../ground/fault/index.js";
import type { Text } from "../../ground/words/index.js";
import type { Against } from "./scale-columns.js";

/** A ratio keeps its meaning only for columns of which more is better and no value is negative; a Fault for the others. */
export function refuseTurned({ id, values, sign }: Against): void {
  const least = values.reduce((low, one) => Math.min(low, one), values[0]);
  if (sign < 0) throw ratioFault(id, { en: `less of ${id} is better`, zh: `${id} 为逆向指标` });
  if (least < 0) throw ratioFault(id, { en: `${id} holds ${least}`, zh: `${id} 中有 ${least}` });
}

const ratioFault = (id: string, found: Text): Fault =>
  new Fault({
    code: "no-ratio",
    place: { path: id },
    found,
    expected: {
      en: "expected indicators of which more is better, none negative: a reversed ratio has no meaning",
      zh: "应为正向且不含负值的指标：反转后的比值没有意义",
    },
    next: { en: "normalise by min-max or goalposts, or derive a positive indicator", zh: "请改用 min-max 或 goalposts，或构造正向指标" },
  });
