import { about, byDefault, choice, type Infer, list, number, object, optional, text } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const share = () => number({ min: 0, max: 1 });
const codes = () => list(text({ min: 1 }));
const options = object({
  by: about(
    byDefault(choice(["unit", "unit-period", "indicator"]), "unit"),
    "what is judged: a unit over all periods; a unit in each period, whose cells then become missing; an indicator over all units and periods",
    "筛查对象：unit 为单位的全部时期；unit-period 为单位的每一期，不通过者该期各值记为缺失；indicator 为指标的全部单位与时期",
  ),
  available: optional(about(share(), "smallest share of cells that hold a value", "有值单元格的最低比例")),
  nonZero: optional(about(share(), "smallest share of values that are not 0, among those there are", "非零值占已有数值的最低比例")),
  keep: about(byDefault(codes(), []), "units (or indicators) kept whatever their shares", "无论比例如何均保留的单位（或指标）"),
  drop: about(byDefault(codes(), []), "units (or indicators) left out whatever their shares", "无论比例如何均剔除的单位（或指标）"),
});
export type ScreenUnitsOptions = Infer<typeof options>;

export const screenUnitsCard = card({
  id: "screen-units",
  names: { en: "Screening by availability", zh: "按数据可得性筛查" },
  summary: {
    en: "Leaves out units, single years of units, or indicators for which too few cells hold a value, or too many hold 0.",
    zh: "剔除有值单元格过少或零值过多的单位、单位的个别年份或指标。",
  },
  step: { verb: "screen", as: null },
  formula: String.raw`a_i=\frac{\#\{x_{ij}\ne\varnothing\}}{m}\ge\theta_a,\quad z_i=1-\frac{\#\{x_{ij}=0\}}{\#\{x_{ij}\ne\varnothing\}}\ge\theta_z`,
  inputs: { panel: slots.data },
  options,
  outputs: { value: "data", tables: ["screened", "kept"] },
  citations: ["oecd2008", "becker2022"],
  variant: ({ by, available, nonZero, keep, drop }) =>
    [
      `by ${by}`,
      ...(available === undefined ? [] : [`available ≥ ${available}`]),
      ...(nonZero === undefined ? [] : [`non-zero ≥ ${nonZero}`]),
      ...(keep.length ? [`keeps ${keep.join(", ")}`] : []),
      ...(drop.length ? [`drops ${drop.join(", ")}`] : []),
    ].join(" · "),
  load: async () => {
    const { screenUnits } = await import("./screen-units.js");
    return ({ panel }, chosen) => screenUnits(panel, chosen);
  },
});
