import { Fault } from "../../ground/fault/index.js";
import { quote } from "../../ground/words/index.js";

/** Nothing in a group can carry weight. */
export const noWeightFault = (group: string, why?: { en: string; zh: string }): Fault =>
  new Fault({
    code: "no-weight",
    place: { path: group },
    found: {
      en: `no indicator of ${quote(group)} can carry weight${why ? `: ${why.en}` : ""}`,
      zh: `${quote(group)} 中没有可赋权的指标${why ? `：${why.zh}` : ""}`,
    },
    expected: { en: "expected at least one indicator that varies and has a weight above 0", zh: "应至少有一个有变化且权重大于 0 的指标" },
    next: { en: "add an indicator, or leave the group out with weight 0", zh: "请补充指标，或将该组权重设为 0" },
  });
