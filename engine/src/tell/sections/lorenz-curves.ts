import { figure } from "../blocks.js";
import type { Block } from "../document.js";
import { curveAt, heldBy } from "../lookup/curves.js";
import { ends, type Inequality } from "../lookup/inequality.js";
import { fileOf } from "../lookup/steps.js";
import { title } from "../names/names.js";
import { percent, score } from "../numbers/numbers.js";
import type { Tale } from "../tale.js";
import { went } from "../wording.js";
import { measured, roleOf, weighing, weightColumn } from "./measured.js";

/** The share of the total that lower shares of the population hold, in the first and the last period. */
export function lorenzCurves(tale: Tale, one: Inequality): Block | undefined {
  const { names, pick } = tale;
  const at = ends(one);
  const last = one.values.findLastIndex((value) => value !== null);
  if (last < 0) return undefined;
  const periods = at ? [at.first, at.last] : [one.periods[last]];
  const gini = (period: number): number => one.values[one.periods.indexOf(period)] as number;
  const curves = periods.map((period) => curveAt(one, period));
  const shares = curves.map((curve) => heldBy(curve, 0.4));
  const name = measured(tale, one);
  const now = periods[periods.length - 1];
  const held = shares[shares.length - 1];
  const finding = at
    ? pick({
        en: `${title(name)}: the share of the lower 40% ${went(shares[0], held, "en", percent)}`,
        zh: `${name}：较低的 40% 所占份额${went(shares[0], held, "zh", percent)}`,
      })
    : pick({ en: `${title(name)}: the lower 40% hold ${percent(held)}`, zh: `${name}：较低的 40% 占 ${percent(held)}` });
  const by = one.weight === null ? names.unitWord.many : names.inside(weightColumn(one));
  const said = periods.map((period) =>
    pick({ en: `${period} · Gini ${score(gini(period))}`, zh: `${period} 年·基尼系数 ${score(gini(period))}` }),
  );
  return figure({
    id: one.step.id,
    title: finding,
    subtitle: pick({ en: `Lorenz curve of ${name}, ${periods.join(" and ")}`, zh: `${periods.join(" 年与 ")} 年${name}的洛伦兹曲线` }),
    chart: {
      kind: "lorenz",
      curves: periods.map((period, k) => ({
        name: String(period),
        label: said[k],
        role: period === now ? roleOf(tale, one) : "quiet",
        points: curves[k],
        emphasised: period === now,
      })),
      x: pick({ en: `share of ${by}, lowest first`, zh: `${by}累计比重（由低到高）` }),
      y: pick({ en: `share of ${name}`, zh: `${name}累计比重` }),
    },
    note: pick({
      en: `${weighing(tale, [one])}. The further below the line of equality, the more unequal.`,
      zh: `${weighing(tale, [one])}。曲线离绝对平均线越远，越不均。`,
    }),
    description: pick({ en: `Lorenz curves: ${said.join(", ")}. ${title(finding)}.`, zh: `洛伦兹曲线：${said.join("，")}。${finding}。` }),
    file: fileOf(one.step, "curve"),
  });
}
