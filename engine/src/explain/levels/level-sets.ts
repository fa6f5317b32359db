import { Fault, nearest } from "../../ground/fault/index.js";
import { quote, type Text } from "../../ground/words/index.js";
import { type DegreeLevel, type LevelSet, levelsFrom } from "./level.js";

const steps = (count: number): number[] => Array.from({ length: count + 1 }, (_, k) => k / count);
const named = (zh: readonly string[], en: readonly string[]): Text[] => zh.map((name, k) => ({ zh: name, en: en[k] }));

const ten = named(
  ["极度失调", "严重失调", "中度失调", "轻度失调", "濒临失调", "勉强协调", "初级协调", "中级协调", "良好协调", "优质协调"],
  [
    "Extreme disorder",
    "Severe disorder",
    "Moderate disorder",
    "Mild disorder",
    "On the verge of disorder",
    "Barely coordinated",
    "Primary coordination",
    "Intermediate coordination",
    "Good coordination",
    "High-quality coordination",
  ],
);

/** The same ten with the endings of the source: declining below 0.5, developing above. */
const liao = ten.map(({ en, zh }, k) =>
  k < 5 ? { en: `${en}, declining`, zh: `${zh}衰退类` } : { en: `${en}, developing`, zh: `${zh}发展类` },
);

const set = (
  id: string,
  of: LevelSet["of"],
  names: Text,
  cuts: readonly number[],
  levels: readonly Text[],
  sources: readonly string[],
): LevelSet => Object.freeze({ id, of, names, levels: levelsFrom({ cuts, names: levels }), sources: Object.freeze(sources) });

/** Cuts and names as Chinese journals print them. No set of five or three is a standard; these are the commonest. */
export const levelSets: readonly LevelSet[] = Object.freeze([
  set("D10", "D", { en: "ten levels of coordination", zh: "协调度十级" }, steps(10), ten, [
    "廖重斌 1999, 热带地理 19(2): 171–177",
    "地理学报 2021, 76(4): 781, table 1",
    "ChinaXiv-202205.00109",
  ]),
  set("D10-liao", "D", { en: "ten levels of coordination, full names", zh: "协调度十级（全称）" }, steps(10), liao, [
    "廖重斌 1999, 热带地理 19(2): 171–177",
  ]),
  set(
    "D5",
    "D",
    { en: "five levels of coordination", zh: "协调度五级" },
    steps(5),
    named(
      ["严重失调", "中度失调", "基本协调", "中度协调", "高度协调"],
      ["Severe disorder", "Moderate disorder", "Basic coordination", "Moderate coordination", "High coordination"],
    ),
    [],
  ),
  set(
    "D3",
    "D",
    { en: "three levels of coordination", zh: "协调度三级" },
    [0, 0.4, 0.6, 1],
    named(["失调衰退", "过渡调和", "协调发展"], ["Disordered decline", "Transitional", "Coordinated development"]),
    [],
  ),
  set(
    "digital-village-10",
    "D",
    { en: "ten levels of a study of digital villages", zh: "协调度十级（数字乡村研究）" },
    steps(10),
    named(
      ["极度失调", "严重失调", "基本失调", "轻微失调", "濒临失调", "勉强协调", "初级协调", "基本协调", "良好协调", "完美协调"],
      [
        "Extreme disorder",
        "Severe disorder",
        "Basic disorder",
        "Slight disorder",
        "On the verge of disorder",
        "Barely coordinated",
        "Primary coordination",
        "Basic coordination",
        "Good coordination",
        "Perfect coordination",
      ],
    ),
    ["ChinaXiv-202206.00142"],
  ),
  set(
    "lanzhou-8",
    "D",
    { en: "eight levels of a study of Lanzhou", zh: "协调度八级（兰州研究）" },
    [0, 0.2, 0.31, 0.41, 0.51, 0.61, 0.71, 0.81, 1],
    named(
      ["严重失调", "中度失调", "轻度失调", "濒临协调", "初级协调", "中级协调", "良好协调", "高级协调"],
      [
        "Severe disorder",
        "Moderate disorder",
        "Mild disorder",
        "On the verge of coordination",
        "Primary coordination",
        "Intermediate coordination",
        "Good coordination",
        "Advanced coordination",
      ],
    ),
    ["ChinaXiv-202208.00078"],
  ),
  set(
    "C4",
    "C",
    { en: "four stages of coupling", zh: "耦合度四阶段" },
    [0, 0.3, 0.5, 0.8, 1],
    named(
      ["低水平耦合", "拮抗阶段", "磨合阶段", "高水平耦合"],
      ["Low-level coupling", "Antagonistic stage", "Running-in stage", "High-level coupling"],
    ),
    ["地理学报 2021, 76(4): 781, table 1", "ChinaXiv-202206.00142"],
  ),
]);

/** Levels of a published set, the lowest first; a Fault names the nearest known set. */
export function levelsOf(name: string): readonly DegreeLevel[] {
  const found = levelSets.find((one) => one.id === name);
  if (found) return found.levels;
  const ids = levelSets.map((one) => one.id);
  const near = nearest(name, ids);
  throw new Fault({
    code: "unknown-levels",
    found: { en: `no set of levels is called ${quote(name)}`, zh: `没有名为 ${quote(name)} 的等级划分` },
    expected: { en: `expected one of: ${ids.join(", ")}`, zh: `应为以下之一：${ids.join("、")}` },
    next: near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : { en: "choose one of these", zh: "请选择其一" },
  });
}
