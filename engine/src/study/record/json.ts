import { Fault } from "../../ground/fault/index.js";
import { same } from "../../ground/words/index.js";
import type { Result } from "../../method/index.js";
import { type Index, isIndex, isPanel, type Panel, type Tree } from "../../table/index.js";

/** Where a panel's cells stand in a result: in its tables; the value keeps the header. */
const panelHeader = (p: Panel) => ({
  variables: p.variables.map((one) => one.id),
  periods: p.periods,
  units: p.units.map((one) => one.code),
});

const indexHeader = (index: Index) => ({
  scores: { panel: panelHeader(index.scores) },
  nodes: { panel: panelHeader(index.nodes) },
  weights: index.weights,
});

/** Plain JSON of whatever a method returns. Missing cells become null; an infinite number anywhere is our own error. */
export function plain(value: unknown, path = ""): unknown {
  if (typeof value === "number") {
    if (Number.isFinite(value)) return value === 0 ? 0 : value;
    throw new Fault({
      code: "non-finite",
      exit: 3,
      place: { path },
      found: same(`${value}`),
      expected: { en: "expected a finite number or null in a result", zh: "结果中应为有限数或 null" },
      next: { en: "report this, with the study", zh: "请连同研究文件一起报告此问题" },
    });
  }
  if (value === null || typeof value !== "object") return value;
  if (isPanel(value)) return { panel: panelHeader(value) };
  if (isIndex(value)) return plain(indexHeader(value), path);
  if ((value as Tree).kind === "tree") return { tree: (value as Tree).leaves.map((leaf) => leaf.id) };
  if (value instanceof Float64Array) return Array.from(value, (one, k) => (one !== one ? null : cell(one, path, k)));
  if (ArrayBuffer.isView(value)) return Array.from(value as Uint8Array);
  if (Array.isArray(value)) return value.map((one, k) => cell(one, path, k));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined && typeof one !== "function")
      .map(([key, one]) => [key, plain(one, path ? `${path}.${key}` : key)]),
  );
}

/** One entry of a list; its path is written only when something may be found there. */
const cell = (one: unknown, path: string, k: number): unknown =>
  typeof one === "string" || one === null || (Number.isFinite(one) && one !== 0) ? one : plain(one, `${path}[${k}]`);

/** The one result shape as JSON: what the command line prints and `results.json` holds a step. */
export const resultJson = ({ method, value, tables, trace, warnings, certificate }: Result): Record<string, unknown> =>
  plain({ method, value, tables, trace, warnings, certificate }) as Record<string, unknown>;

const inlineLimit = 120;

/** JSON with two-space indentation that keeps lists of plain values on one line. */
export function writeJson(value: unknown, indent = ""): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.every((one) => one === null || typeof one !== "object")) return JSON.stringify(value);
    return `[\n${value.map((one) => inner + writeJson(one, inner)).join(",\n")}\n${indent}]`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}";
  if (entries.every(([, one]) => one === null || typeof one !== "object")) {
    const line = `{${entries.map(([key, one]) => `${JSON.stringify(key)}: ${JSON.stringify(one)}`).join(", ")}}`;
    if (line.length <= inlineLimit) return line;
  }
  return `{\n${entries.map(([key, one]) => `${inner}${JSON.stringify(key)}: ${writeJson(one, inner)}`).join(",\n")}\n${indent}}`;
}
