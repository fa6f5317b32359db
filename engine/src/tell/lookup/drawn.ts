import type { Tale } from "../tale.js";

/** A picture with a row for every unit has room for so many; of more it shows the two ends of their order. */
export const roomFor = 60;
const each = 20;

export interface Drawn {
  readonly rows: readonly number[];
  /** which part is drawn, for the note; empty when all are */
  readonly says: string;
}

/** The units a picture draws, given in its order. */
export function drawnOf({ pick, names }: Pick<Tale, "pick" | "names">, ordered: readonly number[]): Drawn {
  if (ordered.length <= roomFor) return { rows: ordered, says: "" };
  return {
    rows: [...ordered.slice(0, each), ...ordered.slice(-each)],
    says: pick({
      en: ` Drawn: the first ${each} and the last ${each} of ${names.units(ordered.length)}; all are in the file.`,
      zh: `图中为 ${names.units(ordered.length)}中的前 ${each} 位与后 ${each} 位，全部见文件。`,
    }),
  };
}
