import { ln, pow } from "../../ground/elementary/index.js";
import { Fault } from "../../ground/fault/index.js";
import { shapeOf } from "./shape.js";

export type Transform = "log-ct" | "log-ct-plus" | "log-ct-orig" | "log-gii" | "box-cox";

/**
 * An increasing function that draws a long tail in, fitted to the column it is applied to.
 * @param id for the fault
 * @param values without missing cells, at least two different ones
 * @param lambda power of box-cox; 0 is the logarithm
 */
export function transformOf(kind: Transform, id: string, values: ArrayLike<number>, lambda: number): (x: number) => number {
  let low = values[0];
  let high = values[0];
  for (let k = 1; k < values.length; k++) {
    if (values[k] < low) low = values[k];
    if (values[k] > high) high = values[k];
  }
  const span = high - low;
  switch (kind) {
    case "log-ct":
      return (x) => ln(x - low + 0.01 * span);
    case "log-ct-plus":
      return (shapeOf(values)?.skewness ?? 0) >= 0 ? (x) => ln(x - low + 0.01 * span) : (x) => -ln(high - x + 0.01 * span);
    case "log-ct-orig":
      return (x) => ln(x - low + 1);
    case "log-gii":
      if (!(high > 1)) throw noRoom(id, high);
      return (shapeOf(values)?.skewness ?? 0) >= 0
        ? (x) => ln(((high - 1) * (x - low)) / span + 1)
        : (x) => -ln(((high - 1) * (high - x)) / span + 1);
    case "box-cox":
      return lambda === 0 ? (x) => ln(x - low + 1) : (x) => (pow(x - low + 1, lambda) - 1) / lambda;
  }
}

const noRoom = (id: string, high: number): Fault =>
  new Fault({
    code: "log-gii",
    place: { path: id },
    found: { en: `the largest value of ${id} is ${high}`, zh: `${id} 的最大值为 ${high}` },
    expected: { en: "expected a maximum above 1: below it log-gii turns the order around", zh: "log-gii 要求最大值大于 1，否则次序会颠倒" },
    next: { en: "choose log-ct for this indicator in overrides", zh: "请在 overrides 中为该指标改用 log-ct" },
  });
