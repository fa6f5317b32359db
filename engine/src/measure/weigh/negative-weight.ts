import { Fault } from "../../ground/fault/index.js";
import { listed } from "../../ground/words/index.js";
import type { Warning } from "../../method/index.js";

/** A weight below 0 would count an indicator against the index; never let through in silence. */
export function negativeWeightFault(place: string, ids: readonly string[], weights: readonly number[], policies: string): Fault {
  const found = ids.flatMap((id, j) => (weights[j] < 0 ? [`${id} ${weights[j].toFixed(4)}`] : []));
  const which = listed(found);
  return new Fault({
    code: "negative-weight",
    place: { path: place },
    found: { en: `negative weights: ${which.en}`, zh: `权重为负：${which.zh}` },
    expected: {
      en: "expected weights of at least 0: an indicator that goes against its group says that the group measures several things",
      zh: "权重应不小于 0：与同组方向相反的指标，说明该组并非只度量一件事",
    },
    next: {
      en: `check its direction or move it to another group; to go on, write negativeWeight: ${policies}`,
      zh: `请核对其方向或调整分组；若仍要计算，可写 negativeWeight: ${policies}`,
    },
  });
}

export const negativeWeightWarning = (place: string, ids: readonly string[], done: { en: string; zh: string }): Warning => {
  const which = listed(ids);
  return {
    code: "negative-weight",
    text: { en: `${place}: weight of ${which.en} came out negative; ${done.en}`, zh: `${place}：${which.zh} 的权重为负；${done.zh}` },
  };
};
