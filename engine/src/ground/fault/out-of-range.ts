import type { Text } from "../words/text.js";
import { Fault } from "./fault.js";

/** A number that lies outside what its name allows. */
export const outOfRange = (name: string, value: number, wanted: Text): Fault =>
  new Fault({
    code: "out-of-range",
    place: { path: name },
    found: { en: `${name} is ${value}`, zh: `${name} 的值是 ${value}` },
    expected: { en: `expected ${wanted.en}`, zh: `应为${wanted.zh}` },
    next: { en: "choose a value inside this range", zh: "请选择范围内的值" },
  });
