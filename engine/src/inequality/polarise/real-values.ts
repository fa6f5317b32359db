import { Fault } from "../../ground/fault/index.js";

/** Values over the price index of their rows, 1 at the prices wanted; as they are without one. A missing index makes the row missing. */
export function realValues(values: ArrayLike<number>, prices?: ArrayLike<number>): ArrayLike<number> {
  if (!prices) return values;
  if (prices.length !== values.length) {
    throw pricesFault(
      `${prices.length} price indices`,
      `${prices.length} 个价格指数`,
      `${values.length}, one a row`,
      `${values.length} 个，每行一个`,
    );
  }
  const real = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    if (prices[i] <= 0 || prices[i] === Number.POSITIVE_INFINITY) {
      throw pricesFault(
        `the price index of row ${i + 1} is ${prices[i]}`,
        `第 ${i + 1} 行价格指数为 ${prices[i]}`,
        "a finite index above 0",
        "大于 0 的有限指数",
      );
    }
    real[i] = values[i] / prices[i];
  }
  return real;
}

const pricesFault = (en: string, zh: string, wantEn: string, wantZh: string): Fault =>
  new Fault({
    code: "bad-prices",
    place: { path: "prices" },
    found: { en, zh },
    expected: { en: `expected ${wantEn}`, zh: `应为${wantZh}` },
    next: {
      en: "give each row the price level of its period and place, 1 at the prices wanted",
      zh: "请为每行给出所在时期与地区的价格水平，基准价格为 1",
    },
  });
