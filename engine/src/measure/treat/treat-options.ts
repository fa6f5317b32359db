import {
  about,
  anyOf,
  byDefault,
  choice,
  constant,
  flag,
  integer,
  list,
  number,
  object,
  optional,
  text,
} from "../../ground/schema/index.js";

const scopes = () => choice(["pooled", "per-period"]);
const most = () => anyOf([integer({ min: 1 }), constant("none")]);
const transforms = () => choice(["log-ct", "log-ct-plus", "log-ct-orig", "log-gii", "box-cox"]);
const some = {
  indicators: list(text({ min: 1 }), { min: 1 }),
  scope: optional(scopes()),
  skew: optional(number({ min: 0 })),
  kurt: optional(number()),
};

const never = about(byDefault(list(text({ min: 1 })), []), "indicators that are never treated", "不作处理的指标");
const scope = about(
  byDefault(scopes(), "pooled"),
  "pooled: outliers among all region-years; per-period: anew in each period, so a value may be treated in one year and not in the next",
  "pooled：在全部地区与年份中判断离群值；per-period：逐期判断，同一数值可能某年处理而次年不处理",
);
const test = {
  skew: about(byDefault(number({ min: 0 }), 2), "a column whose absolute skewness is below this passes", "偏度绝对值低于此值即通过"),
  kurt: about(byDefault(number(), 3.5), "a column whose excess kurtosis is below this passes", "超额峰度低于此值即通过"),
};
const winmax = about(
  byDefault(most(), 5),
  "most cells of a column that may be pulled in; none: as many as it takes",
  "每列最多可缩尾的单元格数；none 表示不限",
);
const transform = {
  transform: about(
    byDefault(transforms(), "log-ct"),
    "log-ct ln(x − min + 0.01(max − min)); log-ct-plus the same, mirrored for a long lower tail; log-ct-orig ln(x − min + 1); log-gii ln((max − 1)(x − min)/(max − min) + 1); box-cox of x − min + 1",
    "log-ct 为 ln(x − min + 0.01(max − min))；log-ct-plus 同上，左偏时取镜像；log-ct-orig 为 ln(x − min + 1)；log-gii 为 ln((max − 1)(x − min)/(max − min) + 1)；box-cox 作用于 x − min + 1",
  ),
  lambda: optional(about(number(), "power of box-cox; 0, the default, is the logarithm", "box-cox 的幂；缺省为 0，即取对数")),
};
const combine = about(
  byDefault(flag(), false),
  "the second treatment starts from what the first left; otherwise from the original column",
  "第二步在第一步的结果上进行；缺省为从原始列重新开始",
);
const overrides = <S extends Parameters<typeof object>[0]>(more: S) =>
  about(byDefault(list(object({ ...some, ...more })), []), "indicators with other settings than the rest", "使用不同设置的指标");

const changed = { winmax: optional(most()), transform: optional(transforms()), lambda: optional(number()), combine: optional(flag()) };

/** Options of winsorising alone. */
export const winsoriseShape = { winmax, ...test, scope, never, overrides: overrides({ winmax: changed.winmax }) };
/** Options of two treatments, one after the other. */
export const twoStepShape = { winmax, ...transform, combine, ...test, scope, never, overrides: overrides(changed) };
/** Options that do not depend on the shape of the column. */
export const scopeShape = { scope, never };

interface Conventions {
  readonly winmax: number | "none";
  readonly skew: number;
  readonly kurt: number;
  readonly scope: string;
  readonly never: readonly string[];
  readonly overrides: readonly { readonly indicators: readonly string[] }[];
}

/** The conventions in force, in one line. */
export const treatVariant = ({ winmax, skew, kurt, scope: over, never: kept, overrides: others }: Conventions): string =>
  [
    over,
    `|skewness| < ${skew} or kurtosis < ${kurt} passes`,
    winmax === "none" ? "no limit" : `at most ${winmax} cells`,
    ...(kept.length ? [`never ${kept.join(", ")}`] : []),
    ...(others.length ? [`otherwise for ${others.flatMap((one) => one.indicators).join(", ")}`] : []),
  ].join(" · ");

export const transformVariant = ({
  transform: kind,
  lambda,
  combine: both,
}: {
  transform: string;
  lambda?: number;
  combine: boolean;
}): string => `${kind}${kind === "box-cox" ? ` ${lambda ?? 0}` : ""} of the ${both ? "treated" : "original"} column`;
