import type { FormulaClaim } from "@gongfu/engine";
import { usageFault } from "../usage.js";

export interface ClaimFlags {
  readonly family: string;
  readonly u?: string;
  readonly c?: string;
  readonly corrected?: string;
  readonly t?: string;
  readonly d?: string;
  readonly class?: string;
  readonly label?: string;
  readonly data?: string;
  readonly negative?: string;
  readonly period?: string;
  readonly weights?: string;
  readonly index?: string;
  readonly value?: string;
  readonly population?: string;
  readonly by?: string;
  readonly gini?: string;
  readonly wolfson?: string;
  readonly der?: string;
  readonly between?: string;
}

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Headings recognised without a flag. */
const usual = {
  c: /^(C|耦合度)$/i,
  t: /^(T|协调发展指数|综合协调指数)$/i,
  d: /^(D|耦合协调度)$/i,
  u: /^U\d+$/i,
  label: /^(year|年份|unit|region|地区|province|省份|city|城市)$/i,
} as const;

const list = (text: string | undefined): string[] =>
  (text ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);

/** The columns of a text table as a claim to audit, by flags or by their usual headings. */
export function claimOf(table: Table, flags: ClaimFlags): FormulaClaim {
  const column = (name: string): string[] => {
    const at = table.header.indexOf(name);
    if (at >= 0) return table.rows.map((row) => row[at]);
    throw wrong({ en: `no column "${name}"`, zh: `没有列“${name}”` }, table.header.join(", "));
  };
  const optional = (name: string | undefined): string[] | undefined => (name === undefined ? undefined : column(name));
  const needed = (name: string | undefined, flag: string): string[] => {
    if (name === undefined) throw wrong({ en: `${flag} is missing`, zh: `缺少 ${flag}` }, `${flag} COLUMN`);
    return column(name);
  };
  const guessed = (pattern: RegExp): string | undefined => {
    const found = table.header.filter((name) => pattern.test(name));
    return found.length === 1 ? found[0] : undefined;
  };
  const indicators = () => ({
    data: Object.fromEntries(list(flags.data).map((name) => [name, column(name)])),
    negative: list(flags.negative),
    periods: optional(flags.period),
  });
  switch (flags.family) {
    case "coupling": {
      const u = flags.u === undefined ? table.header.filter((name) => usual.u.test(name)) : list(flags.u);
      return {
        family: "coupling",
        u: u.map(column),
        c: optional(flags.c ?? guessed(usual.c)),
        corrected: optional(flags.corrected),
        t: optional(flags.t ?? guessed(usual.t)),
        d: optional(flags.d ?? guessed(usual.d)),
        classes: optional(flags.class),
        labels: optional(flags.label ?? guessed(usual.label)),
      };
    }
    case "weights":
      return { family: "weights", ...indicators(), weights: list(flags.weights) };
    case "index":
      return {
        family: "index",
        ...indicators(),
        index: needed(flags.index, "--index"),
        weights: flags.weights === undefined ? undefined : list(flags.weights),
      };
    case "inequality": {
      const { gini, wolfson, der, between } = flags;
      return {
        family: "inequality",
        values: needed(flags.value, "--value"),
        population: optional(flags.population),
        by: optional(flags.by),
        gini,
        wolfson,
        der,
        between,
      };
    }
    default:
      throw wrong({ en: `family is "${flags.family}"`, zh: `family 为“${flags.family}”` }, "coupling, weights, index, inequality");
  }
}

const wrong = (found: { en: string; zh: string }, expected: string) =>
  usageFault(
    "bad-claim",
    "gongfu audit formula",
    found,
    { en: `expected: ${expected}`, zh: `应为：${expected}` },
    { en: "see `gongfu audit --help`", zh: "请看 `gongfu audit --help`" },
  );
