import { figure, paragraph, there } from "../blocks.js";
import type { Aside, Block, Section } from "../document.js";
import { classChanges, coordination, pair } from "../lookup/coordination.js";
import { meanAt, order } from "../lookup/grid.js";
import { lead } from "../lookup/leads.js";
import { fileOf, mainIndex, nodeGrid } from "../lookup/steps.js";
import { formNames } from "../names/form-names.js";
import { title } from "../names/names.js";
import { score } from "../numbers/numbers.js";
import { prose } from "../prose.js";
import { aside, type Tale } from "../tale.js";
import { went } from "../wording.js";
import { classMap } from "./class-map.js";
import { bothForms, classTable, threeSystems } from "./coordination-tables.js";
import { degreesDoubted } from "./degree-intervals.js";
import { developmentMap } from "./development-map.js";
import { twoForms } from "./two-forms.js";

/** Do the two systems turn together: classes on the map, each unit between the two, both forms, lag types, three systems. */
export function coupling(tale: Tale): Section | undefined {
  const { run, names, language, pick, now, last } = tale;
  const found = coordination(run);
  if (!found) return undefined;
  const [from, to] = [meanAt(found.d, 0), meanAt(found.d, now)];
  const changes = classChanges(found);
  const [x, y] = found.systems.map(names.coloured);
  const wheels = found.systems.join(" ") === "empowerment equity";
  const [a, b] = found.systems.map(names.system);
  const second = found.other && formNames[found.other.id];
  return {
    id: "coupling",
    title: pick({
      en: `Do ${wheels ? "the two wheels" : `${a} and ${b}`} turn together?`,
      zh: wheels ? "两轮是否同转" : `${a}与${b}是否同步`,
    }),
    blocks: there(
      from !== null &&
        to !== null &&
        paragraph(
          pick({
            en: prose`The coordination degree D asks whether ${x} and ${y} are high together. Its mean ${now === 0 ? `is ${score(to)} in ${last}` : went(from, to, language)} in ${formNames[found.id].en}.${changes && second ? ` ${title(second.en)} gives another class in ${changes.changed} of ${changes.of} region-years.` : ""}`,
            zh: prose`耦合协调度 D 衡量${x}与${y}是否同高。按${formNames[found.id].zh}，其均值${now === 0 ? `在 ${last} 年为 ${score(to)}` : went(from, to, language)}。${changes && second ? `换用${second.zh}，${changes.of} 个地区年份中有 ${changes.changed} 个改变等级。` : ""}`,
          }),
        ),
      classMap(tale, found),
      developmentMap(tale, found),
      quadrant(tale),
      twoForms(tale, found),
      bothForms(tale, found),
      classTable(tale, found),
      degreesDoubted(tale, found),
      threeSystems(tale),
    ),
    asides: [
      aside(
        pick({ en: "What D does not say", zh: "D 不说明什么" }),
        pick({
          en: prose`D is high when both scores are high and close. It measures association of levels, not that one causes the other, and the class borders are conventions.`,
          zh: prose`两项得分既高又接近时 D 才高。它衡量水平上的协同，不证明因果；等级界限只是约定。`,
        }),
      ),
      ...(found.id === "standard" && found.other?.id === "wang-2021" ? [twoFormulas(tale)] : []),
    ],
  };
}

const twoFormulas = ({ pick }: Tale): Aside =>
  aside(
    pick({ en: "Two formulas", zh: "两种公式" }),
    pick({
      en: prose`The standard C stays near 1 even for unequal scores, so D follows the mean. The corrected C falls faster and lowers D. Compare classes within one form only.`,
      zh: prose`通行式的 C 即使得分悬殊也接近 1，D 主要跟随均值；修正式的 C 下降更快，D 随之降低。等级只宜在同一公式内比较。`,
    }),
  );

function quadrant(tale: Tale): Block | undefined {
  const { run, names, pick, now, first, last } = tale;
  const main = mainIndex(run);
  const systems = pair(run);
  const ahead = lead(run);
  if (!main || !systems || !ahead) return undefined;
  const [x, y] = systems.map((id) => nodeGrid(main.index, id).values);
  const sorted = order(x[now]);
  const chosen = new Set([sorted[0], sorted[1], sorted[sorted.length - 1], ...(ahead.exceptions.length <= 3 ? ahead.exceptions : [])]);
  const [a, b] = [names.system(ahead.ahead), names.system(ahead.behind)];
  return figure({
    id: "quadrant",
    title: pick({
      en: `${title(a)} runs ahead of ${b} in ${ahead.count} of ${names.units(ahead.of)}`,
      zh: `${names.units(ahead.of)}中有 ${ahead.count} 个的${a}领先于${b}`,
    }),
    subtitle: pick({
      en: `Every ${names.unitWord.one} between its two scores, ${last}${now > 0 ? `; tails start in ${first}` : ""}`,
      zh: `${last} 年各${names.unitWord.one}的两项得分${now > 0 ? `，尾线起于 ${first} 年` : ""}`,
    }),
    chart: {
      kind: "quadrant",
      x: { name: title(names.system(systems[0])), role: names.role(systems[0]) },
      y: { name: title(names.system(systems[1])), role: names.role(systems[1]) },
      points: sorted
        .filter((i) => y[now][i] !== null)
        .map((i) => {
          const [x0, y0] = [x[0][i], y[0][i]];
          const emphasised = chosen.has(i);
          return {
            name: names.unit(i),
            x: x[now][i] as number,
            y: y[now][i] as number,
            from: emphasised && now > 0 && x0 !== null && y0 !== null ? ([x0, y0] as const) : undefined,
            emphasised,
          };
        }),
    },
    note: pick({ en: "On the diagonal both scores are equal.", zh: "对角线上两项得分相等。" }),
    description: pick({
      en: `Scatter of ${ahead.of} ${names.unitWord.many}: ${ahead.count} lie on the side where ${a} is larger than ${b}.`,
      zh: `${names.units(ahead.of)}的散点图：${ahead.count} 个位于${a}大于${b}的一侧。`,
    }),
    file: fileOf(main.step, "scores"),
  });
}
