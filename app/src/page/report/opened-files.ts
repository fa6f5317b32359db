import type { Files } from "../../study/study-store.js";

export interface OpenedStudy {
  readonly text: string;
  readonly files: Files;
}

/** The study among files of the disk, and the files it reads by their names; null when none of them is a study. */
export function studyAmong(files: ReadonlyMap<string, Uint8Array>): OpenedStudy | null {
  const decoder = new TextDecoder();
  const found = [...files].find(([name, bytes]) => /\.ya?ml$/i.test(name) && /^gongfu:/m.test(decoder.decode(bytes)));
  if (!found) return null;
  const [name, bytes] = found;
  return { text: decoder.decode(bytes), files: Object.fromEntries([...files].filter(([other]) => other !== name)) };
}
