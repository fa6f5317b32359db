import { Fault } from "../../ground/fault/index.js";
import { listed, quote } from "../../ground/words/index.js";
import type { Border } from "../../method/index.js";
import { type Chain, type Index, nodeOf, type Stage } from "../../table/index.js";
import {
  accessAndUse,
  type BarrierRow,
  barriers,
  digitalFences,
  informationBarriers,
  type Located,
  obstructions,
  type Unseen,
} from "./barriers.js";
import { stageLevels } from "./chain-links.js";
import type { Finding } from "./finding.js";
import type { Patient } from "./patient.js";

interface Rule {
  readonly gap: number;
  readonly ratio: number;
  readonly neighbours: number;
  readonly pace: number;
  readonly passed: number;
  readonly obstruction: { readonly residence: readonly string[]; readonly age: readonly string[] };
}

interface Around {
  readonly index: Index;
  readonly chains: readonly Chain[];
  readonly findings: readonly Finding[];
  readonly borders?: readonly Border[];
}

/** Every barrier that can be tested here, and those that cannot, with the reason. */
export function barrierRows(
  patient: Patient,
  { index, chains, findings, borders }: Around,
  rule: Rule,
): { readonly rows: readonly BarrierRow[]; readonly unseen: readonly Unseen[] } {
  const { residence, age } = rule.obstruction;
  checkIds(index, [...residence, ...age]);
  const stages = accessAndUse({ chains });
  const [access, use] = stages ? [located(patient, index, stages.access), located(patient, index, stages.use)] : [];
  const passing = [access, use].filter((one) => one !== undefined);
  const neighbours = borders && neighboursOf(patient, borders);
  return {
    rows: [
      ...obstructions(patient, findings, [...residence, ...age]),
      ...(neighbours ? passing.flatMap((at) => informationBarriers(patient, at, neighbours, rule)) : []),
      ...(access && use ? digitalFences(patient, access, use, rule) : []),
    ],
    unseen: [
      ...(residence.length > 0 ? [] : [noBlock]),
      ...(age.length > 0 ? [] : [noAges]),
      ...(neighbours && passing.length > 0 ? [] : [neighbours ? noStages("information-barrier") : noBorders]),
      ...(access && use ? [] : [noStages("digital-fence")]),
    ],
  };
}

function located(patient: Patient, index: Index, stage: Stage): Located | undefined {
  const levels = stageLevels(patient, index, stage);
  return levels ? { stage, levels } : undefined;
}

/** Positions of the units each unit touches. */
function neighboursOf({ panel }: Patient, borders: readonly Border[]): readonly (readonly number[])[] {
  const at = new Map(panel.units.map(({ code }, i) => [code, i]));
  const found: number[][] = panel.units.map(() => []);
  for (const { a, b } of borders) {
    const [i, j] = [at.get(a), at.get(b)];
    if (i === undefined || j === undefined) continue;
    found[i].push(j);
    found[j].push(i);
  }
  return found;
}

function checkIds({ tree }: Index, ids: readonly string[]): void {
  const strange = ids.find((id) => !nodeOf(tree, id));
  if (strange === undefined) return;
  throw new Fault({
    code: "unknown-indicator",
    place: { path: "obstruction" },
    found: { en: `no indicator or node is called ${quote(strange)}`, zh: `没有名为 ${quote(strange)} 的指标或节点` },
    expected: {
      en: `expected among: ${
        listed(
          tree.nodes.map(({ id }) => id),
          20,
        ).en
      }, or an indicator`,
      zh: `应为以下节点之一：${
        listed(
          tree.nodes.map(({ id }) => id),
          20,
        ).zh
      }，或某项指标`,
    },
    next: { en: "correct the id", zh: "请更正标识" },
  });
}

const noBlock: Unseen = {
  id: "obstruction-residence",
  names: { en: "obstruction between town and country", zh: "城乡梗阻" },
  reason: { en: "no block of indicators is named for it", zh: "未指明对应的指标" },
};
const noAges: Unseen = {
  id: "obstruction-age",
  names: { en: "obstruction between generations", zh: "代际梗阻" },
  reason: { en: "no indicator compares ages", zh: "没有按年龄比较的指标" },
};
const noBorders: Unseen = {
  id: "information-barrier",
  names: barriers["information-barrier"].names,
  reason: { en: "no borders are given: the level of the neighbours is not known", zh: "未给出相邻关系，无从得知邻近单位的水平" },
};
const noStages = (barrier: "information-barrier" | "digital-fence"): Unseen => ({
  id: barrier,
  names: barriers[barrier].names,
  reason: { en: "no chain has measured stages of access and use", zh: "没有已度量的接入与使用环节" },
});
