import { same } from "../../ground/words/index.js";
import { doubtsAt } from "./doubts.js";
import { amount, doubtful, type Finding, level, points, running, share } from "./finding.js";
import { cellAt, type Indicator, type Patient, runOf } from "./patient.js";
import { type Peers, peerMedians } from "./peers.js";
import type { Flips } from "./rank-doubt.js";

export interface BlockageRule {
  readonly k: number;
  readonly level: number;
}

/** Where the rule holds, with and without the condition on the peers. */
export interface Blockages {
  readonly findings: readonly Finding[];
  /** blockages in every cell of periods × units */
  readonly counts: Uint8Array;
  readonly countsWithoutPeers: Uint8Array;
}

/** Blockages: among the k largest obstacles of its system, below the level, and below the median of the peers. */
export function blockages(patient: Patient, peers: Peers, rule: BlockageRule, flips: Flips): Blockages {
  const { panel, indicators, now } = patient;
  const width = panel.units.length;
  const acting = indicators.filter((one) => one.obstacle);
  const counts = new Uint8Array(panel.periods.length * width);
  const countsWithoutPeers = new Uint8Array(counts.length);
  const findings = acting.flatMap((one) => {
    const medians = panel.periods.map((_, t) =>
      peers.kind === "none" ? null : peerMedians((i) => one.z[cellAt(patient, t, i)], peers.at(t)),
    );
    const below = (t: number, i: number): boolean => large(one, cellAt(patient, t, i), rule);
    const holds = (t: number, i: number): boolean => {
      const middle = medians[t]?.[i];
      return below(t, i) && (medians[t] === null || (typeof middle === "number" && one.z[cellAt(patient, t, i)] < middle));
    };
    panel.periods.forEach((_, t) => {
      for (let i = 0; i < width; i++) {
        const cell = cellAt(patient, t, i);
        if (below(t, i)) countsWithoutPeers[cell]++;
        if (holds(t, i)) counts[cell]++;
      }
    });
    return panel.units.flatMap((_, i) => {
      if (!holds(now, i)) return [];
      const years = runOf(now, (t) => holds(t, i));
      return [found(patient, one, i, years, medians[now]?.[i] ?? null, peers, rule, flips)];
    });
  });
  return { findings, counts, countsWithoutPeers };
}

const large = ({ obstacle, z }: Indicator, cell: number, { k, level: limit }: BlockageRule): boolean => {
  const rank = obstacle?.rank[cell];
  return typeof rank === "number" && rank <= k && z[cell] < limit;
};

function found(
  patient: Patient,
  one: Indicator,
  i: number,
  years: number,
  middle: number | null,
  peers: Peers,
  rule: BlockageRule,
  flips: Flips,
): Finding {
  const { panel, now, nameOf } = patient;
  const cell = cellAt(patient, now, i);
  const z = one.z[cell];
  const obstacle = one.obstacle as NonNullable<Indicator["obstacle"]>;
  const [degree, rank] = [obstacle.degree[cell], obstacle.rank[cell] as number];
  const way = wayOut(patient, one, i, middle, peers, rule);
  const turn = flips(one.system.id, i);
  const doubts = [...doubtsAt(one, cell), ...(turn ? (["flips"] as const) : [])];
  const [unit, indicator, system] = [nameOf(i), one.leaf.names, one.system.names];
  const again = running(years);
  const beside = {
    en: middle === null ? "" : ` and below the median of its peers, ${level(middle)}`,
    zh: middle === null ? "" : `，也低于同组中位数 ${level(middle)}`,
  };
  return {
    point: "blockage",
    kind: "obstacle",
    unit: i,
    period: panel.periods[now],
    system: one.system.id,
    subject: one.leaf.id,
    names: one.leaf.names,
    marks: [one.leaf.id],
    value: z,
    threshold: rule.level,
    reference: middle,
    years,
    deviation: 1 - z,
    weight: one.weight,
    clear: way.rise,
    clearUnit: same("z"),
    doubts,
    formula: `rank O ≤ ${rule.k}, z < ${amount(rule.level)}${middle === null ? "" : ", z < median z"}`,
    evidence: {
      en: `O ${share(degree)}, rank ${rank} of ${obstacle.of}; z ${level(z)}${middle === null ? "" : `; peers' median ${level(middle)}`}`,
      zh: `障碍度 ${share(degree)}，居 ${obstacle.of} 项之第 ${rank}；z 为 ${level(z)}${middle === null ? "" : `；同组中位数 ${level(middle)}`}`,
    },
    sentence: doubtful(
      {
        en: `${unit.en}: "${indicator.en}" is a blockage: obstacle ${rank} of ${obstacle.of} in ${system.en} (${share(degree)} of the distance), its level ${level(z)} lies below ${level(rule.level)}${beside.en}${again.en}; ${points.blockage.verb.en} it.`,
        zh: `${unit.zh}“${indicator.zh}”为堵点：在“${system.zh}”${obstacle.of} 项指标中障碍度居第 ${rank} 位（占差距的 ${share(degree)}），水平 ${level(z)} 低于 ${level(rule.level)}${beside.zh}${again.zh}，宜予${points.blockage.verb.zh}。`,
      },
      doubts,
      turn,
    ),
    remedy: {
      en: `raise its level by ${level(way.rise)}, from ${level(z)} to ${level(z + way.rise)} (${way.to.en})`,
      zh: `水平提高 ${level(way.rise)}，由 ${level(z)} 到 ${level(z + way.rise)}（${way.to.zh}）`,
    },
  };
}

/** The smallest rise of z that removes a blockage: to the level, to the peers' median, or past the indicator that stands behind the k largest. */
function wayOut(patient: Patient, one: Indicator, i: number, middle: number | null, peers: Peers, { k, level: limit }: BlockageRule) {
  const { indicators, now } = patient;
  const cell = cellAt(patient, now, i);
  const z = one.z[cell];
  const ways = [{ rise: limit - z, to: { en: `the level ${level(limit)}`, zh: `达到 ${level(limit)}` } }];
  const others = (peers.at(now)[i] ?? [])
    .filter((j) => j !== i)
    .map((j) => one.z[cellAt(patient, now, j)])
    .filter((x) => x === x)
    .sort((a, b) => a - b);
  // The median of all, this unit included, moves with it: it is reached at this value of the others.
  const reached = middle === null ? undefined : others[Math.ceil(others.length / 2) - 1];
  if (reached !== undefined) ways.push({ rise: reached - z, to: { en: "the median of its peers", zh: "达到同组中位数" } });
  const products = indicators
    .filter((other) => other !== one && other.obstacle && other.system === one.system && other.z[cell] === other.z[cell])
    .map((other) => other.weight * (1 - other.z[cell]))
    .sort((a, b) => b - a);
  const behind = products[k - 1];
  if (behind > 0) {
    const rise = 1 - behind / one.weight - z;
    ways.push({ rise, to: { en: `beyond the ${k} largest obstacles`, zh: `退出前 ${k} 位障碍` } });
  }
  return ways.reduce((best, way) => (way.rise < best.rise ? way : best));
}
