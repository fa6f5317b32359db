import {
  about,
  byDefault,
  choice,
  type Infer,
  integer,
  list,
  mapping,
  number,
  object,
  optional,
  text,
} from "../../../ground/schema/index.js";
import { card, slots, worded } from "../../../method/index.js";
import { chainSchema } from "../../../table/index.js";

const targets = (en: string, zh: string) => byDefault(about(mapping(number()), en, zh), {});

const options = object({
  k: about(byDefault(integer({ min: 1 }), 5), "how many obstacles of each system count as large", "每个系统中视为主要障碍的项数 k"),
  weights: about(
    byDefault(choice(["equal", "index"]), "equal"),
    "weights of the obstacles: all indicators of a system alike, or those of the index (obstacles then follow the weights)",
    "障碍度权重：系统内各指标等权，或沿用指数权重（障碍度将大体复现权重）",
  ),
  level: about(byDefault(number({ above: 0, max: 1 }), 0.5), "a blockage lies below this level z", "堵点的水平 z 低于此值"),
  neighbours: about(
    byDefault(integer({ min: 1 }), 8),
    "with near: how many nearest units are peers, and all as near as the last",
    "使用 near 时：最近的几个单位作为比较组（与末位等距者一并计入）",
  ),
  gap: about(
    byDefault(number({ above: 0 }), 0.2),
    "a link breaks when upstream less downstream reaches this",
    "上游减下游达到此值即为断点",
  ),
  ratio: about(
    byDefault(number({ min: 0 }), 0.8),
    "a link breaks when downstream over upstream is below this",
    "下游与上游之比低于此值即为断点",
  ),
  fall: about(
    byDefault(number({ above: 0 }), 2),
    "a break in time: a change below minus this many standard deviations (n − 1) of the indicator's own changes",
    "时间断点：变动低于自身历年变动标准差（n − 1）的负几倍",
  ),
  recent: about(
    byDefault(integer({ min: 1 }), 5),
    "for how many years a fall is told, unless made good",
    "下降在几年内仍予列出（已恢复者除外）",
  ),
  stale: about(byDefault(integer({ min: 0 }), 3), "an observation older than this many years is a blind spot", "观测早于几年即为盲点"),
  wide: about(
    byDefault(number({ above: 0 }), 1 / 3),
    "a rank interval wider than this share of the units is a blind spot",
    "位次区间宽于单位数的此比例即为盲点",
  ),
  years: about(
    byDefault(integer({ min: 1 }), 3),
    "a hard point was a large obstacle in each of at least this many last periods",
    "难点须在最近至少几期均为主要障碍",
  ),
  pace: about(byDefault(integer({ min: 1 }), 5), "years over which its own pace is taken", "自身步速所取的年数"),
  horizon: about(
    byDefault(number({ above: 0 }), 10),
    "a hard point is more than this many years from its target",
    "难点距目标的年数超过此值",
  ),
  plan: targets(
    "plan values by indicator, in its own unit: the first choice of target",
    "各指标的规划目标值（指标自身单位），优先作为目标",
  ),
  goalposts: targets(
    "goalposts of the framework by indicator, in its own unit: the target where no plan value is given",
    "各指标的体系目标阈值（指标自身单位），无规划值时作为目标",
  ),
  quantile: about(
    byDefault(number({ min: 0, max: 1 }), 0.75),
    "where neither is given, the target is this quantile (type 7) of the units in the period diagnosed, in the good direction",
    "二者均无时，以所诊断时期各单位在优方向上的此分位数（类型 7）为目标",
  ),
  elasticity: optional(
    about(
      mapping(number()),
      "simulated elasticity per unit of cost, by indicator: the lowest quarter of standing obstacles are hard points too",
      "各指标的单位成本模拟弹性：处于最低四分之一的持续障碍亦为难点",
    ),
  ),
  levers: optional(
    about(
      list(text({ min: 1 }), { min: 1 }),
      "systems whose indicators can be blockages or hard points, where something can be done; all when absent",
      "可判为堵点或难点的系统（可着力之处）；缺省为全部",
    ),
  ),
  obstruction: byDefault(
    about(
      object({ residence: byDefault(list(text({ min: 1 })), []), age: byDefault(list(text({ min: 1 })), []) }),
      "indicators or nodes that compare town with country (residence), old with young (age): what is found there is an obstruction",
      "城乡对比（residence）与年龄对比（age）的指标或节点：其上的结果即为梗阻",
    ),
    { residence: [], age: [] },
  ),
  passed: about(
    byDefault(number({ min: 0, max: 1 }), 0.2),
    "an information barrier: of the distance to the neighbours less than this share has been made up over the years of the pace",
    "信息壁垒：在步速所取年数内，与邻近单位的差距弥合不足此比例",
  ),
  chains: optional(about(list(chainSchema), "chains looked at instead of the framework's", "以此替代指标体系自带的链条")),
  at: optional(about(integer(), "period diagnosed; the latest when absent", "所诊断的时期；缺省为最新一期")),
  ideal: about(
    byDefault(number({ above: 0 }), 1),
    "value of a normalised indicator at its best: 1 on [0, 1], 100 on [0, 100]",
    "标准化指标的最优值：[0, 1] 时为 1，[0, 100] 时为 100",
  ),
});
export type DiagnoseOptions = Infer<typeof options>;

export const diagnoseCard = card({
  id: "diagnose",
  names: { en: "Four-point diagnosis", zh: "四点诊断（堵点、断点、盲点、难点）" },
  summary: {
    en: "What blocks each unit, where its chains break, what nobody sees, and what will not give way by itself: each finding with its evidence and one verb.",
    zh: "各单位哪里堵、哪里断、哪里看不见、哪里久攻不下：每项结果附证据与一个行动。",
  },
  step: { verb: "diagnose", as: null },
  formula: worded(
    String.raw`\begin{aligned}\text{blockage:}\;& \operatorname{rank} O_j\le k,\; z_j<c,\; z_j<\operatorname{med}_{\text{peers}} z_j\\ \text{break:}\;& u-d\ge g\ \lor\ d/u<\rho;\quad \Delta z_t<-m\,\operatorname{sd}(\Delta z)\\ \text{hard point:}\;& \operatorname{rank} O_j\le k\ \text{in the last periods},\; (\tau_j-x_j)/v_j>H\end{aligned}`,
    { "blockage:": "堵点：", peers: "同组", "break:": "断点：", "hard point:": "难点：", "in the last periods": "（最近各期）" },
  ),
  inputs: {
    index: slots.index,
    by: {
      ...slots.by,
      about: {
        en: "peer group of each unit; without peers nearly every large obstacle is a blockage",
        zh: "各单位的比较组；不设比较组时几乎每项主要障碍都是堵点",
      },
    },
    near: {
      kind: "columns",
      min: 1,
      max: 1,
      optional: true,
      key: "near",
      about: { en: "a column in which the nearest units are the peers, instead of by", zh: "以该列上最接近的单位为比较组，代替 by" },
    },
    natural: {
      kind: "panel",
      of: "data",
      key: "from",
      optional: true,
      about: {
        en: "the indicators in their own units, for targets and paces; levels are used without them",
        zh: "指标的自然单位数据，用于目标与步速；缺省用标准化水平",
      },
    },
    borders: {
      kind: "borders",
      optional: true,
      key: "borders",
      about: {
        en: "pairs of neighbours, for information barriers: land, or a convention of the data that joins islands too",
        zh: "相邻关系，用于信息壁垒：land（陆地相邻），或数据中连同岛屿的相邻约定",
      },
    },
    intervals: {
      kind: "table",
      table: "rank-intervals",
      optional: true,
      key: "intervals",
      about: {
        en: "an uncertainty step, whose rank intervals say which findings are firm",
        zh: "uncertainty 步骤，其位次区间用于判断结果是否稳固",
      },
    },
  },
  options,
  outputs: { value: "report", tables: ["findings", "matrix", "symbols", "chains", "barriers", "unfilled", "counts", "targets"] },
  citations: ["chen2024", "lei2016"],
  variant: (o) =>
    [
      `blockage: ${o.k} largest obstacles of a system (${o.weights === "equal" ? "equal weights" : "weights of the index"}), z < ${o.level}, below the peers' median`,
      `break: gap ≥ ${o.gap} or ratio < ${o.ratio}; Δz < −${o.fall} sd of its own observed changes`,
      `blind spot: missing, imputed, older than ${o.stale} years, rank interval wider than ${Number(o.wide.toPrecision(3))} N`,
      `obstruction: the same tests on ${[...o.obstruction.residence, ...o.obstruction.age].join(", ") || "no named block"}; information barrier: neighbours' level by the rule of a break, less than ${o.passed} of the distance made up in ${o.pace} years; digital fence: use against the median of the ${o.neighbours} nearest in access`,
      `hard point: ${o.years} periods, more than ${o.horizon} years from plan value, goalpost or P${Number((o.quantile * 100).toPrecision(4))} at the pace of ${o.pace} years`,
    ].join(" · "),
  load: async () => {
    const { diagnose } = await import("./diagnose.js");
    return ({ index, by, near, natural, intervals, borders }, chosen) =>
      diagnose(index, { ...chosen, by, near, natural, intervals, borders });
  },
});
