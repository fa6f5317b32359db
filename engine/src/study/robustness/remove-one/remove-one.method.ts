import { about, byDefault, type Infer, list, object, optional, text } from "../../../ground/schema/index.js";
import { card } from "../../../method/index.js";
import { planSlot } from "../draws/design-options.js";
import { isRows } from "../vary/vary-schema.js";

const options = object({
  level: about(
    byDefault(text({ min: 1 }), "indicator"),
    "level of the framework whose nodes are left out one by one; or unit, or period: one unit or period of the data at a time",
    "逐一剔除哪一层级的节点；或写 unit、period，即逐一剔除数据中的一个单位或一个时期",
  ),
  below: optional(
    about(list(text({ min: 1 }), { min: 1 }), "only those below these nodes; all when absent", "仅限这些节点之下；缺省为全部"),
  ),
});
export type RemoveOneOptions = Infer<typeof options>;

export const removeOneCard = card({
  id: "remove-one",
  names: { en: "One left out at a time", zh: "逐一剔除" },
  summary: {
    en: "Builds the index again without each indicator (or group, unit, period) in turn and says how far ranks move, who gains and who loses.",
    zh: "依次剔除每个指标（或每组、每个单位、每个时期）后重新编制指数，说明名次变动幅度、谁升谁降。",
  },
  step: { verb: "remove", as: null },
  formula: String.raw`\Delta_j=\frac1{nT}\sum_{i,t}\big|r_{it}^{(-j)}-r_{it}\big|`,
  inputs: {
    plan: {
      ...planSlot,
      vary: ({ level, below }) => [isRows(level as string) ? { leaveOutRows: level, below } : { leaveOut: level, below }],
    },
  },
  options,
  outputs: { value: "report", tables: ["removed", "ranks-without", "failures"] },
  citations: ["oecd2008", "saisana2005"],
  variant: ({ level, below }) =>
    `each ${level}${below ? ` below ${below.join(", ")}` : ""} left out in turn · ${isRows(level) ? "everything made anew from the rest" : "the others rescaled"} · ranks within each period, among those with a score both times`,
  load: async () => {
    const { removeOne } = await import("./remove-one.js");
    return ({ plan }, chosen) => removeOne(plan, chosen);
  },
});
