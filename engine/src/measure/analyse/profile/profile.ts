/**
 * One unit beside its peers: on every indicator its rank among them (1 is best, direction applied), the share of them that does worse
 * (equal ones count half), and the gap to their median in the indicator's own unit. The unit is not its own peer.
 * Source: OECD/JRC Handbook (2008), step 7, doi:10.1787/9789264043466-en.
 * Fails on unknown units or periods, on a tree whose indicators the data lack, and when no peer is left. A missing value has no rank (null).
 */
import { quantile } from "../../../ground/designs/index.js";
import { Fault, nearest } from "../../../ground/fault/index.js";
import { listed, quote } from "../../../ground/words/index.js";
import { type Result, result, rowsTable, settle } from "../../../method/index.js";
import { type Panel, pathOf, series, type Tree, variableIndex } from "../../../table/index.js";
import { type ProfileOptions, profileCard } from "./profile.method.js";

type Options = Pick<ProfileOptions, "of"> & Partial<ProfileOptions> & { by?: readonly string[] };

interface Standing {
  readonly root: string;
  readonly indicator: string;
  readonly direction: "+" | "-";
  readonly value: number | null;
  /** 1 for the best of the unit and the peers that have a value; ties take the smallest */
  readonly rank: number | null;
  readonly peers: number;
  readonly standing: number | null;
  readonly median: number | null;
  /** value less median of the peers */
  readonly gap: number | null;
  readonly mark: "strength" | "weakness" | "";
}

interface Profile {
  readonly unit: string;
  readonly period: number;
  readonly peers: readonly string[];
  /** ids, the best first */
  readonly strengths: readonly string[];
  /** ids, the worst first */
  readonly weaknesses: readonly string[];
  readonly standings: readonly Standing[];
}

/**
 * @param data indicators in natural units, one variable a leaf of the tree; directions are the tree's
 * @param options of (the unit), peers, period, tail; by: group of each unit, whose other members are the peers when none are named
 * @returns value: strengths and weaknesses by id, and the standing on every indicator in the order of the tree
 */
export function profile(data: Panel, tree: Tree, { by, ...options }: Options): Result<Profile> {
  const chosen = settle(profileCard, options);
  const self = unitNamed(data, chosen.of, "of");
  const t = chosen.period === undefined ? data.periods.length - 1 : data.periods.indexOf(chosen.period);
  if (t < 0) throw unknownPeriod(chosen.period as number, data.periods);
  const peers = (
    chosen.peers?.map((one) => unitNamed(data, one, "peers")) ?? [...data.units.keys()].filter((i) => !by || by[i] === by[self])
  )
    .filter((i) => i !== self)
    .filter((i, k, all) => all.indexOf(i) === k);
  if (peers.length === 0) throw noPeers(data.units[self].code);

  const standings = tree.leaves.map((leaf): Standing => {
    const cells = series(data, variableIndex(data, leaf.id)).subarray(t * data.units.length);
    const beside = Float64Array.from(peers, (i) => cells[i]).filter((one) => one === one);
    const root = pathOf(tree, leaf.id)[0].id;
    const place = { root, indicator: leaf.id, direction: leaf.direction < 0 ? ("-" as const) : ("+" as const), peers: beside.length };
    return { ...place, ...standingOf(cells[self], beside, leaf.direction, chosen.tail) };
  });

  const ranked = standings.filter((one) => one.standing !== null).sort((a, b) => Number(b.standing) - Number(a.standing));
  const missing = standings.filter((one) => one.standing === null).map((one) => one.indicator);
  const value: Profile = {
    unit: data.units[self].code,
    period: data.periods[t],
    peers: peers.map((i) => data.units[i].code),
    strengths: ranked.filter((one) => one.mark === "strength").map((one) => one.indicator),
    weaknesses: ranked
      .filter((one) => one.mark === "weakness")
      .map((one) => one.indicator)
      .reverse(),
    standings,
  };
  return result(profileCard, {
    options: chosen,
    value,
    tables: [
      rowsTable(
        "profile",
        profileCard.names,
        standings.map((one) => ({ unit: value.unit, period: value.period, ...one })),
        heads,
      ),
    ],
    warnings: missing.length
      ? [
          {
            code: "no-standing",
            text: {
              en: `no value of ${value.unit} or of any peer: ${listed(missing).en}`,
              zh: `${value.unit} 或全部对照单位缺值：${listed(missing).zh}`,
            },
          },
        ]
      : [],
  });
}

function standingOf(
  value: number,
  beside: Float64Array,
  direction: -1 | 1,
  tail: number,
): Omit<Standing, "root" | "indicator" | "direction" | "peers"> {
  const n = beside.length;
  const median = n > 0 ? quantile(beside.slice().sort(), 0.5) : null;
  if (value !== value || median === null)
    return { value: value === value ? value : null, rank: null, standing: null, median, gap: null, mark: "" };
  const better = beside.filter((one) => (one - value) * direction > 0).length;
  const worse = beside.filter((one) => (one - value) * direction < 0).length;
  const mark = better / n <= tail && better < worse ? "strength" : worse / n <= tail && worse < better ? "weakness" : "";
  return { value, rank: better + 1, standing: (worse + (n - better - worse) / 2) / n, median, gap: value - median, mark };
}

const heads = {
  unit: { en: "unit", zh: "单位" },
  period: { en: "period", zh: "时期" },
  root: { en: "system", zh: "系统" },
  indicator: { en: "indicator", zh: "指标" },
  direction: { en: "direction", zh: "方向" },
  value: { en: "value", zh: "数值" },
  rank: { en: "rank among the peers, 1 is best", zh: "在同类中的位次（1 为最好）" },
  peers: { en: "peers with a value", zh: "有值的对照单位数" },
  standing: { en: "share of the peers that does worse", zh: "不如该单位的对照单位占比" },
  median: { en: "median of the peers", zh: "对照单位中位数" },
  gap: { en: "value less median", zh: "与中位数之差" },
  mark: { en: "mark", zh: "标记" },
};

/** Position of a unit by its code or its name in either language. */
function unitNamed({ units }: Panel, written: string, path: string): number {
  const i = units.findIndex(({ code, names }) => code === written || names.en === written || names.zh === written);
  if (i >= 0) return i;
  const known = units.flatMap(({ code, names }) => [code, names.en, names.zh]);
  const near = nearest(written, known);
  const shown = listed(
    units.map((one) => one.code),
    12,
  );
  throw new Fault({
    code: "unknown-unit",
    place: { path },
    found: { en: `no unit is ${quote(written)}`, zh: `没有单位 ${quote(written)}` },
    expected: { en: `expected a code or name, one of: ${shown.en}`, zh: `应为单位代码或名称：${shown.zh}` },
    next: near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : { en: "choose one of these units", zh: "请选择其中之一" },
  });
}

const unknownPeriod = (period: number, known: readonly number[]): Fault =>
  new Fault({
    code: "unknown-period",
    place: { path: "period" },
    found: { en: `period is ${period}`, zh: `period 为 ${period}` },
    expected: { en: `expected one of: ${known.join(", ")}`, zh: `应为以下之一：${known.join("、")}` },
    next: { en: "choose one of these periods", zh: "请选择其中之一" },
  });

const noPeers = (unit: string): Fault =>
  new Fault({
    code: "no-peers",
    place: { path: "peers" },
    found: { en: `${unit} has no peer beside itself`, zh: `除自身外，${unit} 没有对照单位` },
    expected: { en: "expected at least one other unit", zh: "至少应有另一个单位" },
    next: { en: "name other peers, or another grouping", zh: "请指定其他对照单位，或改用其他分组" },
  });
