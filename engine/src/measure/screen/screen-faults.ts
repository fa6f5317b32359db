import { Fault, nearest } from "../../ground/fault/index.js";
import { listed, quote } from "../../ground/words/index.js";
import type { ScreenUnitsOptions } from "./screen-units/screen-units.method.js";

/** A screening that asks for nothing would keep everything in silence. */
export function checkAsked({ available, nonZero, drop }: ScreenUnitsOptions): void {
  if (available !== undefined || nonZero !== undefined || drop.length) return;
  throw new Fault({
    code: "nothing-screened",
    place: { path: "available" },
    found: { en: "neither available nor nonZero nor drop is given", zh: "未给出 available、nonZero 或 drop" },
    expected: { en: "expected at least one share or list", zh: "应至少给出一个比例或名单" },
    next: { en: "write e.g. available: 0.65", zh: "例如写 available: 0.65" },
  });
}

export function checkLists({ by, keep, drop }: ScreenUnitsOptions, known: readonly string[]): void {
  for (const [path, codes] of [["keep", keep] as const, ["drop", drop] as const]) {
    const all = new Set(known);
    const stranger = codes.find((code) => !all.has(code));
    if (stranger === undefined) continue;
    const near = nearest(stranger, known);
    const what = by === "indicator" ? { en: "indicator", zh: "指标" } : { en: "unit", zh: "单位" };
    throw new Fault({
      code: "unknown-name",
      place: { path },
      found: { en: `${path} names ${quote(stranger)}, which is no ${what.en}`, zh: `${path} 中的 ${quote(stranger)} 不是已有的${what.zh}` },
      expected: { en: `expected one of: ${listed(known, 12).en}`, zh: `应为以下之一：${listed(known, 12).zh}` },
      next: near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : { en: "remove it from the list", zh: "请从列表中删去" },
    });
  }
  const both = keep.find((code) => drop.includes(code));
  if (both === undefined) return;
  throw new Fault({
    code: "kept-and-dropped",
    place: { path: "drop" },
    found: { en: `${quote(both)} stands in keep and in drop`, zh: `${quote(both)} 同时出现在 keep 与 drop 中` },
    expected: { en: "expected it in one of them", zh: "只应出现在其中之一" },
    next: { en: "remove it from one list", zh: "请从其中一个名单删去" },
  });
}

export const nothingLeft = ({ by }: ScreenUnitsOptions): Fault =>
  new Fault({
    code: "nothing-left",
    place: { path: "available" },
    found: { en: `no ${by} passes`, zh: "没有任何对象通过筛查" },
    expected: { en: "expected at least one to remain", zh: "应至少保留一个" },
    next: { en: "lower the share, or screen by indicator first", zh: "请降低比例，或先按指标筛查" },
  });
