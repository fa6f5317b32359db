import { figure } from "../blocks.js";
import type { Block } from "../document.js";
import { type Coordination, lagGrid } from "../lookup/coordination.js";
import { order } from "../lookup/grid.js";
import { fileOf } from "../lookup/steps.js";
import { formNames } from "../names/form-names.js";
import { title } from "../names/names.js";
import { fixed } from "../numbers/numbers.js";
import type { Tale } from "../tale.js";
import { lagNames } from "./lag-names.js";

const two = (value: number): string => fixed(value, 2);
const kinds = ["first", "together", "second"] as const;

/** Every unit between development T and coupling C, whose geometric mean is D, with the borders of the classes and the system that lags. */
export function developmentMap(tale: Tale, found: Coordination): Block | undefined {
  const { run, names, say, pick, now, last } = tale;
  const { c, t, d, levels, bounds, systems } = found;
  const lags = lagGrid(run, found);
  const rows = order(d.values[now]).filter((i) => c.values[now][i] !== null && t.values[now][i] !== null);
  if (!lags || rows.length < 3) return undefined;
  const at = rows.map((i) => ({ i, x: t.values[now][i] as number, y: c.values[now][i] as number }));
  const spread = (values: readonly number[]) => ({ low: Math.min(...values), high: Math.max(...values) });
  const [x, y] = [spread(at.map((one) => one.x)), spread(at.map((one) => one.y))];
  const [wide, narrow]: readonly ("T" | "C")[] = x.high * y.low >= y.high * x.low ? ["T", "C"] : ["C", "T"];
  const range = { T: `${two(x.low)}–${two(x.high)}`, C: `${two(y.low)}–${two(y.high)}` };
  const words = {
    T: pick({ en: "development", zh: "发展水平" }),
    C: pick({ en: "coupling", zh: "耦合度" }),
  };
  const said = (which: "T" | "C"): string =>
    pick({ en: `${words[which]} (${which}\u00a0${range[which]})`, zh: `${words[which]}（${which}\u00a0${range[which]}）` });
  const finding = pick({
    en: `${title(names.unitWord.many)} differ more in ${said(wide)} than in ${said(narrow)}`,
    zh: `${names.unitWord.many}的差别主要在${said(wide)}，${said(narrow)}差别较小`,
  });
  const lagging = lagNames(tale, found);
  const few = rows.filter((i) => lags[now][i] !== null && lags[now][i] !== commonestOf(lags[now]));
  const chosen = new Set([rows[0], rows[rows.length - 1], ...(few.length <= 3 ? few : [])]);
  return figure({
    id: "development",
    title: finding,
    subtitle: pick({
      en: `Development T and coupling C in ${formNames[found.id].en}, ${last}; curves are the class borders of D = √(C·T)`,
      zh: `${last} 年发展水平 T 与耦合度 C（${formNames[found.id].zh}）；曲线为 D = √(C·T) 的等级界限`,
    }),
    chart: {
      kind: "plane",
      x: pick({ en: "Development T", zh: "发展水平 T" }),
      y: pick({ en: "Coupling C", zh: "耦合度 C" }),
      points: at.map((one) => ({
        name: names.unit(one.i),
        x: one.x,
        y: one.y,
        kind: kinds.indexOf(lags[now][one.i] ?? "together"),
        emphasised: chosen.has(one.i),
      })),
      kinds: [
        { name: lagging.first, role: names.role(systems[1]) },
        { name: lagging.together, role: "ink" },
        { name: lagging.second, role: names.role(systems[0]) },
      ],
      borders: levels.flatMap((name, k) => (bounds[k] > 0 ? [{ value: bounds[k], name: say(name) }] : [])),
    },
    note: pick({
      en: "A low level of both systems can still couple closely: read C beside T. The colour is that of the system ahead.",
      zh: "两项得分都低时耦合度也可能很高，C 应与 T 一并看。颜色为领先的系统。",
    }),
    description: pick({
      en: `Scatter of ${rows.length} ${names.unitWord.many}: T from ${two(x.low)} to ${two(x.high)}, C from ${two(y.low)} to ${two(y.high)}.`,
      zh: `${names.units(rows.length)}的散点图：T 为 ${range.T}，C 为 ${range.C}。`,
    }),
    file: fileOf(found.step, "coordination"),
  });
}

function commonestOf(lags: readonly (string | null)[]): string | undefined {
  const counted = kinds.map((kind) => ({ kind, count: lags.filter((one) => one === kind).length }));
  return counted.sort((a, b) => b.count - a.count)[0].kind;
}
