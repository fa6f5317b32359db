import { Fault, isFault, nearest, type Place } from "../ground/fault/index.js";
import { listed, quote, type Text } from "../ground/words/index.js";

export type Path = readonly (string | number)[];

interface Mending {
  readonly expected: Text;
  readonly next: Text;
}

export const frameworkFault = (code: string, place: Place, en: string, zh: string, { expected, next }: Mending): Fault =>
  new Fault({ code, place, found: { en, zh }, expected, next });

/** An id that names nothing in the file, with the nearest that does. */
export function unknownReference(what: Text, id: string, known: readonly string[], place: Place): Fault {
  const near = nearest(id, known);
  return frameworkFault("unknown-reference", place, `no ${what.en} is called ${quote(id)}`, `没有名为 ${quote(id)} 的${what.zh}`, {
    expected: known.length
      ? { en: `expected one of: ${listed(known, 24).en}`, zh: `应为以下之一：${listed(known, 24).zh}` }
      : { en: `the file has no ${what.en}`, zh: `文件中没有${what.zh}` },
    next: near
      ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` }
      : { en: "name an existing one, or remove the entry", zh: "请改用已有的标识，或删去此项" },
  });
}

/** Gathers the faults of a file, so that all are told at once. */
export class FaultList {
  readonly found: Fault[] = [];

  /** What `read` returns; undefined when it throws a fault, which is kept. */
  attempt<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!isFault(error)) throw error;
      this.found.push(error);
      return undefined;
    }
  }
}
