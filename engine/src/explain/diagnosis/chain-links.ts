import { mean } from "../../ground/sums/index.js";
import { same, type Text } from "../../ground/words/index.js";
import { type Cell, finite, type ResultTable, rowsTable } from "../../method/index.js";
import { type Chain, depthOf, Flag, flagsOf, type Index, nodeOf, type Stage, series } from "../../table/index.js";
import { amount, type Doubt, doubtful, type Finding, level, points, running } from "./finding.js";
import { cellAt, type Patient, runOf } from "./patient.js";
import { type Peers, peerMedians } from "./peers.js";
import type { IntervalOf } from "./rank-doubt.js";

export interface ChainRule {
  readonly gap: number;
  readonly ratio: number;
}

export interface ChainLinks {
  readonly findings: readonly Finding[];
  readonly table: ResultTable;
  /** stages that nothing measures */
  readonly unmeasured: readonly { readonly chain: Chain; readonly stage: Stage }[];
  /** links broken in how many of the units measured */
  readonly broken: readonly { readonly link: string; readonly units: number; readonly of: number }[];
}

interface Link {
  readonly chain: Chain;
  readonly from: Stage;
  readonly to: Stage;
  readonly up: Float64Array;
  readonly down: Float64Array;
}

/** Links of the chains: broken where the stage downstream stays behind the one upstream. */
export function chainLinks(
  patient: Patient,
  index: Index,
  chains: readonly Chain[],
  peers: Peers,
  rule: ChainRule,
  intervals: IntervalOf,
): ChainLinks {
  const { panel, now } = patient;
  const levels = new Map(chains.flatMap((chain) => chain.stages.map((stage) => [stage, stageLevels(patient, index, stage)] as const)));
  const of = (stage: Stage): StageLevels | null => levels.get(stage) ?? null;
  const links = chains.flatMap((chain) =>
    chain.stages.slice(1).flatMap((to, s): Link[] => {
      const from = chain.stages[s];
      const [up, down] = [of(from), of(to)];
      return up && down ? [{ chain, from, to, up: up.values, down: down.values }] : [];
    }),
  );
  const broken = (link: Link, cell: number): boolean => isBroken(link.up[cell], link.down[cell], rule);
  const findings = links.flatMap((link) => {
    const middles = peerMedians(
      (j) => link.up[cellAt(patient, now, j)] - link.down[cellAt(patient, now, j)],
      peers.kind === "none" ? [] : peers.at(now),
    );
    return panel.units.flatMap((_, i) => {
      if (!broken(link, cellAt(patient, now, i))) return [];
      const years = runOf(now, (t) => broken(link, cellAt(patient, t, i)));
      const imputed = Boolean((of(link.from)?.flags[cellAt(patient, now, i)] ?? 0) | (of(link.to)?.flags[cellAt(patient, now, i)] ?? 0));
      return [found(patient, link, i, years, middles[i] ?? null, imputed, rule, intervals)];
    });
  });
  return {
    findings,
    table: chainsTable(patient, chains, of, links, rule),
    unmeasured: chains.flatMap((chain) => chain.stages.flatMap((stage) => (of(stage) ? [] : [{ chain, stage }]))),
    broken: links.map((link) => ({
      link: linkId(link),
      units: panel.units.filter((_, i) => broken(link, cellAt(patient, now, i))).length,
      of: panel.units.filter((_, i) => known(link.up[cellAt(patient, now, i)]) && known(link.down[cellAt(patient, now, i)])).length,
    })),
  };
}

const known = (x: number): boolean => x === x;
const linkId = ({ chain, from, to }: Pick<Link, "chain" | "from" | "to">): string => `${chain.id}: ${from.id} > ${to.id}`;

/** upstream − downstream ≥ gap, or downstream/upstream < ratio; compared at twelve decimals, where a difference of two means is exact. */
export function isBroken(up: number, down: number, { gap, ratio }: ChainRule): boolean {
  if (!(known(up) && known(down))) return false;
  return Number((up - down).toFixed(12)) >= gap || (up > 0 && Number((down / up).toFixed(12)) < ratio);
}

export interface StageLevels {
  readonly values: Float64Array;
  /** 1 where a member is imputed */
  readonly flags: Uint8Array;
}

/** Mean of the known members, indicators or inner nodes; null when the tree holds none of them. */
export function stageLevels({ panel, ideal }: Patient, index: Index, stage: Stage): StageLevels | null {
  const members = stage.of.flatMap((id) => {
    const node = nodeOf(index.tree, id);
    if (!node) return [];
    const source = depthOf(index.tree, id) === index.tree.levels.length - 1 ? index.normalised : index.nodes;
    return source.variables.some((one) => one.id === id) ? [{ values: series(source, id), flags: flagsOf(source, id) }] : [];
  });
  if (members.length === 0) return null;
  const values = new Float64Array(panel.periods.length * panel.units.length).fill(Number.NaN);
  const flags = new Uint8Array(values.length);
  for (let cell = 0; cell < values.length; cell++) {
    const there = members.filter((one) => known(one.values[cell]));
    if (there.length) values[cell] = mean(there.map((one) => one.values[cell])) / ideal;
    if (there.some((one) => one.flags[cell] & Flag.imputed)) flags[cell] = 1;
  }
  return { values, flags };
}

function found(
  patient: Patient,
  link: Link,
  i: number,
  years: number,
  peers: number | null,
  imputed: boolean,
  rule: ChainRule,
  intervals: IntervalOf,
): Finding {
  const { panel, now, nameOf, tree } = patient;
  const { chain, from, to } = link;
  const cell = cellAt(patient, now, i);
  const [up, down] = [link.up[cell], link.down[cell]];
  const gap = up - down;
  const ratio = up > 0 ? down / up : null;
  const rise = Math.max(up - rule.gap, rule.ratio * up) - down;
  const turn = overlap(from, to, i, intervals);
  const doubts: Doubt[] = [...(imputed ? (["imputed"] as const) : []), ...(turn ? (["flips"] as const) : [])];
  const [unit, again] = [nameOf(i), running(years)];
  const beside = {
    en: peers === null ? "" : `; the median gap of its peers is ${level(peers)}`,
    zh: peers === null ? "" : `；同组差距中位数为 ${level(peers)}`,
  };
  const numbers = {
    en: `${from.names.en} ${level(up)}, ${to.names.en} ${level(down)}: gap ${level(gap)}${ratio === null ? "" : `, ratio ${level(ratio)}`}`,
    zh: `${from.names.zh} ${level(up)}，${to.names.zh} ${level(down)}：差距 ${level(gap)}${ratio === null ? "" : `，比值 ${level(ratio)}`}`,
  };
  return {
    point: "break",
    kind: "link",
    unit: i,
    period: panel.periods[now],
    system: null,
    subject: linkId(link),
    names: { en: `${from.names.en} → ${to.names.en}`, zh: `${from.names.zh}→${to.names.zh}` },
    marks: to.of.filter((id) => tree.leaves.some((leaf) => leaf.id === id)),
    value: gap,
    threshold: rule.gap,
    reference: ratio,
    years,
    deviation: gap,
    weight: 1 / chain.stages.length,
    clear: rise,
    clearUnit: same("z"),
    doubts,
    formula: `u − d ≥ ${amount(rule.gap)} or d/u < ${amount(rule.ratio)}`,
    evidence: { en: `${numbers.en}${beside.en}`, zh: `${numbers.zh}${beside.zh}` },
    sentence: doubtful(
      {
        en: `${unit.en}: the chain "${chain.names.en}" breaks between ${from.names.en} and ${to.names.en}: ${numbers.en}${again.en}${beside.en}; ${points.break.verb.en} it.`,
        zh: `${unit.zh}：“${chain.names.zh}”在${from.names.zh}与${to.names.zh}之间出现断点：${numbers.zh}${again.zh}${beside.zh}，宜予${points.break.verb.zh}。`,
      },
      doubts,
      turn,
    ),
    remedy: {
      en: `raise ${to.names.en} by ${level(rise)}, from ${level(down)} to ${level(down + rise)}`,
      zh: `${to.names.zh}提高 ${level(rise)}，由 ${level(down)} 到 ${level(down + rise)}`,
    },
  };
}

/** Two systems whose rank intervals overlap may stand the other way round. */
function overlap(from: Stage, to: Stage, i: number, intervals: IntervalOf): Text | null {
  const [a, b] = [from, to].map((stage) => (stage.of.length === 1 ? intervals(stage.of[0], i) : null));
  if (!a || !b || a.upper < b.lower || b.upper < a.lower) return null;
  const between = (one: typeof a, to: string): string => `${one.lower} ${to} ${one.upper}`;
  return {
    en: `Not firm: the rank intervals of both stages overlap (${between(a, "to")}; ${between(b, "to")}).`,
    zh: `此诊断不稳：两个环节的位次区间相互重叠（${between(a, "至")}；${between(b, "至")}）。`,
  };
}

/** Every measured link in every unit and period, with the chain's mean and its weakest stage. */
function chainsTable(
  { panel }: Patient,
  chains: readonly Chain[],
  of: (stage: Stage) => StageLevels | null,
  links: readonly Link[],
  rule: ChainRule,
): ResultTable {
  const measured = new Map(
    chains.map((chain) => [chain, chain.stages.flatMap((stage) => (of(stage) ? [{ stage, ...(of(stage) as StageLevels) }] : []))]),
  );
  const rows = panel.units.flatMap(({ code }, i) =>
    panel.periods.flatMap((period, t) => {
      const cell = t * panel.units.length + i;
      return links.map((link): Record<string, Cell> => {
        const there = (measured.get(link.chain) ?? []).filter(({ values }) => known(values[cell]));
        const weakest = there.reduce<(typeof there)[number] | null>(
          (low, one) => (low && low.values[cell] <= one.values[cell] ? low : one),
          null,
        );
        const [up, down] = [link.up[cell], link.down[cell]];
        return {
          unit: code,
          period,
          chain: link.chain.id,
          from: link.from.id,
          to: link.to.id,
          upstream: finite(up),
          downstream: finite(down),
          gap: finite(up - down),
          ratio: finite(down / up),
          broken: known(up) && known(down) ? Number(isBroken(up, down, rule)) : null,
          mean: there.length ? mean(there.map(({ values }) => values[cell])) : null,
          weakest: weakest?.stage.id ?? null,
          weakest_level: weakest ? weakest.values[cell] : null,
        };
      });
    }),
  );
  return rowsTable("chains", { en: "Chains, link by link", zh: "链条各环节" }, rows, {
    unit: { en: "unit", zh: "单位" },
    period: { en: "period", zh: "时期" },
    chain: { en: "chain", zh: "链条" },
    from: { en: "stage upstream", zh: "上游环节" },
    to: { en: "stage downstream", zh: "下游环节" },
    upstream: { en: "level upstream", zh: "上游水平" },
    downstream: { en: "level downstream", zh: "下游水平" },
    gap: { en: "upstream less downstream", zh: "上下游之差" },
    ratio: { en: "downstream over upstream", zh: "下游与上游之比" },
    broken: { en: "broken (1) or not (0)", zh: "是否断开（1 为断开）" },
    mean: { en: "mean of the chain's stages", zh: "链条各环节均值" },
    weakest: { en: "weakest stage", zh: "最弱环节" },
    weakest_level: { en: "level of the weakest stage", zh: "最弱环节水平" },
  });
}
