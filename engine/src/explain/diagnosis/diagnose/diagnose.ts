/**
 * Four-point diagnosis of an index: blockages (large obstacles below a level and below the peers), breaks (links of chains; falls in
 * time), blind spots (missing, imputed, old; wide rank intervals) and hard points (standing obstacles far from the target at their pace).
 * Source: the four points are those of 陈桂生、吴合庆 (2024), doi:10.11835/j.issn.1008-5831.pj.2024.06.001; definitions and thresholds
 * are this project's, every one an option. Obstacles: 雷勋平等 (2016).
 * Fails on k above the indicators of a system, values off the scale, unknown ids. Without peers blockages hardly discriminate.
 */
import { Fault } from "../../../ground/fault/index.js";
import { type Border, type Cell, type Result, type ResultTable, result, rowsTable, settle, type Warning } from "../../../method/index.js";
import { type Chain, chainOf, type Index, nodeOf, type Panel } from "../../../table/index.js";
import { barrierRows } from "../barrier-rows.js";
import { barriers, barriersTable } from "../barriers.js";
import { blindSpots, unfilledTable } from "../blind-spots.js";
import { type Blockages, blockages } from "../blockages.js";
import { type ChainLinks, chainLinks } from "../chain-links.js";
import { countsTable, findingsTable, matrixTable, symbolsTable } from "../diagnosis-tables.js";
import { falls } from "../falls.js";
import { type Finding, points, scoreOf, sorted } from "../finding.js";
import { type HardPoints, hardPoints } from "../hard-points.js";
import { type Patient, patientOf } from "../patient.js";
import { type Peers, peersOf } from "../peers.js";
import { flipsOf, intervalsOf } from "../rank-doubt.js";
import { type DiagnoseOptions, diagnoseCard } from "./diagnose.method.js";

interface Inputs {
  readonly by?: readonly string[];
  readonly near?: Panel;
  readonly natural?: Panel;
  readonly intervals?: ResultTable;
  readonly borders?: readonly Border[];
}

export interface Diagnosis {
  readonly period: number;
  readonly findings: readonly {
    readonly unit: string;
    readonly period: number;
    readonly point: Finding["point"];
    readonly kind: Finding["kind"];
    readonly subject: string;
    readonly score: number | null;
  }[];
}

/** From this share of the units on, a link that breaks says nothing of one of them. */
const everywhere = 0.9;

/**
 * @param index its normalised indicators, weights and tree; the tree brings the chains and the definitions no data fill
 * @param options k, weights, level, gap … (see the card); by: peer group of each unit, or near: one column; natural: the indicators
 *   in their own units; intervals: table `rank-intervals` of an uncertainty step; borders: pairs of neighbours by code
 * @returns value: the findings, heaviest first; tables findings, matrix, symbols, chains, barriers, unfilled, counts, targets
 */
export function diagnose(
  index: Index,
  { by, near, natural, intervals, borders, ...options }: Partial<DiagnoseOptions> & Inputs = {},
): Result<Diagnosis> {
  const chosen = settle(diagnoseCard, options);
  const patient = patientOf(index, chosen);
  const { panel, tree } = patient;
  const chains = chosen.chains ? chosen.chains.map((one, k) => checked(chainOf(one), index, k)) : tree.chains;
  const peers = peersOf(panel, by, near, chosen.neighbours);
  const intervalAt = intervalsOf(patient, intervals);
  const flips = flipsOf(patient, peers, intervalAt);

  const blocked = blockages(patient, peers, chosen, flips);
  const linked = chainLinks(patient, index, chains, peers, chosen, intervalAt);
  const fallen = falls(patient, chosen);
  const hard = hardPoints(patient, natural, { ...chosen, plan: chosen.plan as Targets, goalposts: chosen.goalposts as Targets }, flips);
  const blind = blindSpots(patient, chosen, intervalAt);
  const findings = sorted([...blocked.findings, ...linked.findings, ...fallen.findings, ...hard.findings, ...blind]);

  const hindered = barrierRows(patient, { index, chains, findings, borders }, chosen);
  const period = panel.periods[patient.now];
  return result(diagnoseCard, {
    options: chosen,
    value: {
      period,
      findings: findings.map((one) => ({
        unit: panel.units[one.unit].code,
        period: one.period,
        point: one.point,
        kind: one.kind,
        subject: one.subject,
        score: scoreOf(one),
      })),
    },
    tables: [
      findingsTable(patient, findings, intervals !== undefined),
      matrixTable(patient, findings),
      symbolsTable(findings),
      linked.table,
      barriersTable(patient, hindered.rows),
      unfilledTable(tree, linked.unmeasured, hindered.unseen),
      countsTable(patient, blocked.counts, blocked.countsWithoutPeers),
      targetsTable(hard),
    ],
    trace: {
      period,
      peers: peers.kind === "nearest" ? `${chosen.neighbours} nearest in ${near?.variables[0].id}` : peers.kind,
      findings: Object.fromEntries(Object.keys(points).map((point) => [point, findings.filter((one) => one.point === point).length])),
      unitsWithNone: { blockages: panel.units.filter((_, i) => !blocked.findings.some((one) => one.unit === i)).length },
      spread: spread(blocked.counts),
      spreadWithoutPeers: spread(blocked.countsWithoutPeers),
      changes: { observed: fallen.changes, falls: fallen.falls },
      standingObstacles: { count: hard.standing, withoutPace: hard.unknown },
      links: linked.broken,
      rankIntervals: intervals ? "handed in" : "none",
      barriers: Object.fromEntries(
        Object.keys(barriers).map((one) => [one, hindered.rows.filter(({ barrier }) => barrier === one).length]),
      ),
      notFirm: findings.filter((one) => one.doubts.includes("flips")).length,
    },
    warnings: [...peerWarnings(patient, peers, blocked, chosen.k), ...linkWarnings(linked)],
  });
}

type Targets = Readonly<Record<string, number>>;

/** How many cells have 0, 1, 2 … blockages. */
function spread(counts: Uint8Array): number[] {
  const found = new Array<number>(Math.max(0, ...counts) + 1).fill(0);
  for (const one of counts) found[one]++;
  return found;
}

function targetsTable({ targets }: HardPoints): ResultTable {
  const rows = Object.entries(targets).map(([indicator, { value, from }]): Record<string, Cell> => ({ indicator, target: value, from }));
  return rowsTable("targets", { en: "Targets of the indicators", zh: "各指标的目标值" }, rows, {
    indicator: { en: "indicator", zh: "指标" },
    target: { en: "target, in its own unit", zh: "目标值（指标自身单位）" },
    from: { en: "from", zh: "来源" },
  });
}

function peerWarnings({ now }: Patient, peers: Peers, { countsWithoutPeers }: Blockages, k: number): Warning[] {
  if (peers.kind === "none") {
    const full = countsWithoutPeers.filter((one) => one >= k).length;
    return [
      {
        code: "no-peers",
        text: {
          en: `no peers are given: ${full} of ${countsWithoutPeers.length} units and periods have ${k} blockages or more; name a grouping in by`,
          zh: `未设比较组：${countsWithoutPeers.length} 个单位×时期中有 ${full} 个的堵点达到 ${k} 个以上；请在 by 中指明分组`,
        },
      },
    ];
  }
  const alone = peers.at(now).filter((own) => own === null).length;
  return alone
    ? [
        {
          code: "units-without-peers",
          text: { en: `units without peers, which can have no blockage: ${alone}`, zh: `没有比较组、无从判定堵点的单位：${alone} 个` },
        },
      ]
    : [];
}

const linkWarnings = ({ broken }: ChainLinks): Warning[] =>
  broken
    .filter(({ units, of }) => of > 1 && units >= everywhere * of)
    .map(({ link, units, of }) => ({
      code: "link-breaks-everywhere",
      text: {
        en: `the link ${link} breaks in ${units} of ${of} units: it tells of the two scales, hardly of one unit; compare its gap with the peers'`,
        zh: `链条环节 ${link} 在 ${of} 个单位中有 ${units} 个断开：这更多反映两端量纲，难以说明个别单位，请与同组差距比较`,
      },
    }));

/** A chain of the caller's: its ids are nodes or indicators of the tree, or definitions no data fill. */
function checked(chain: Chain, { tree }: Index, k: number): Chain {
  chain.stages.forEach((stage, s) => {
    const strange = stage.of.find((id) => !nodeOf(tree, id) && !tree.unfilled.some((one) => one.id === id));
    if (strange === undefined) return;
    throw new Fault({
      code: "unknown-indicator",
      place: { path: `chains.${k}.stages.${s}.of` },
      found: { en: `no indicator or node is called ${strange}`, zh: `没有名为 ${strange} 的指标或节点` },
      expected: {
        en: "expected ids of the tree, or an empty list where nothing measures the stage",
        zh: "应为体系中的标识；无从度量的环节留空",
      },
      next: { en: "correct the id, or write of: []", zh: "请更正标识，或写 of: []" },
    });
  });
  return chain;
}
