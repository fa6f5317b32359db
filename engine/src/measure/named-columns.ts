import { Fault, nearest } from "../ground/fault/index.js";
import { listed, quote } from "../ground/words/index.js";
import { hasVariable, type Panel } from "../table/index.js";

/** An option that lists columns may name only those of the panel; the fault names the option and the nearest column. */
export function checkNamed(data: Panel, ids: readonly string[], path: string): void {
  const stranger = ids.find((id) => !hasVariable(data, id));
  if (stranger === undefined) return;
  const known = data.variables.map((one) => one.id);
  const near = nearest(stranger, known);
  throw new Fault({
    code: "unknown-variable",
    place: { path },
    found: { en: `${path} names ${quote(stranger)}, which is no column`, zh: `${path} 中的 ${quote(stranger)} 不是已有的列` },
    expected: { en: `expected one of: ${listed(known, 12).en}`, zh: `应为以下之一：${listed(known, 12).zh}` },
    next: near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : { en: "remove it from the list", zh: "请从列表中删去" },
  });
}
