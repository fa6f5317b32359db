import { about, byDefault, choice, integer, number, optional } from "../../ground/schema/index.js";
import type { Slot } from "../../method/index.js";

/** How a band of incomes is given: options and the input of prices that methods of the middle have in common. */
export const bandOptions = {
  band: about(
    byDefault(choice(["relative", "absolute"]), "relative"),
    "relative: multiples of the median; absolute: amounts of money, e.g. 100000 to 500000 yuan a year for a household of three",
    "relative：中位数的倍数；absolute：货币金额，如三口之家年收入 10 万至 50 万元",
  ),
  from: optional(about(number({ min: 0 }), "lower border; 0.75 in a relative band when absent", "下限；相对区间缺省为 0.75")),
  to: optional(about(number({ above: 0 }), "upper border; 2 in a relative band when absent", "上限；相对区间缺省为 2")),
  priceYear: optional(about(integer(), "year in whose prices an absolute band is given", "绝对区间所用价格的年份")),
};

interface Band {
  readonly band: "relative" | "absolute";
  readonly from?: number;
  readonly to?: number;
  readonly priceYear?: number;
}

/** A band in one line. */
export const bandVariant = ({ band, from = 0.75, to = 2, priceYear }: Band): string =>
  band === "relative"
    ? `${from} to ${to} medians, both borders in · median by the step distribution`
    : `${from} to ${to} in money, both borders in · ${priceYear === undefined ? "price year not stated" : `prices of ${priceYear}`}`;

export const pricesSlot = {
  kind: "column",
  key: "prices",
  optional: true,
  about: {
    en: "price index of each row, 1 at the prices of the band; values are divided by it",
    zh: "每行的价格指数，以区间所用价格为 1；数值除以该指数",
  },
} as const satisfies Slot;
