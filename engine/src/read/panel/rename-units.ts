import { listed, quote } from "../../ground/words/index.js";
import type { UnitKey } from "../regions/index.js";
import type { ReadWarning } from "../warning.js";

/** Units by another name: as the file writes them, as they are meant. The same name keeps a unit that nothing is called; null leaves its rows out. */
export type Renames = Readonly<Record<string, string | null>>;

const has = (rename: Renames, text: string): boolean => Object.hasOwn(rename, text.trim());

/** Keys under the names that are meant. Those left out are gone. */
export function renamed(keys: readonly UnitKey[], rename: Renames): UnitKey[] {
  return keys.flatMap((key) => {
    if (!has(rename, key.text)) return [key];
    const meant = rename[key.text.trim()];
    if (meant === null) return [];
    return [meant === key.text.trim() ? { ...key, own: true } : { ...key, text: meant }];
  });
}

/** What was renamed or left out, and the names that the file does not hold. */
export function renameWarnings(keys: readonly UnitKey[], rename: Renames): ReadWarning[] {
  const held = new Set(keys.map(({ text }) => text.trim()));
  const entries = Object.entries(rename);
  const warnings: ReadWarning[] = [];
  const warn = (code: string, names: readonly string[], en: string, zh: string): void => {
    const all = listed(names);
    if (names.length) warnings.push({ code, text: { en: `${en}: ${all.en}`, zh: `${zh}：${all.zh}` } });
  };
  const done = entries.filter(([name]) => held.has(name));
  const own = done.flatMap(([name, meant]) => (meant === name ? [quote(name)] : []));
  const to = done.flatMap(([name, meant]) => (meant === null || meant === name ? [] : [`${quote(name)} → ${quote(meant)}`]));
  const out = done.flatMap(([name, meant]) => (meant === null ? [quote(name)] : []));
  const unused = entries.flatMap(([name]) => (held.has(name) ? [] : [quote(name)]));
  warn("units-renamed", to, "units read by another name", "单位按更名读入");
  warn("units-own", own, "units kept under their own name", "按原名保留的单位");
  warn("units-left-out", out, "rows left out as asked", "按要求略去的行");
  warn("renames-unused", unused, "names to change that the file does not hold", "文件中没有的待更名单位");
  return warnings;
}
