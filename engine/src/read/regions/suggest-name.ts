import { nearest } from "../../ground/fault/index.js";
import { foldName } from "./fold-name.js";

/** What gives the known name a person most likely meant: the same first letter counts most; Chinese names must share half their characters. */
export function suggester(known: readonly string[]): (written: string) => string | undefined {
  const folded = new Map<string, string>();
  for (const name of known) {
    const key = foldName(name);
    if (!folded.has(key)) folded.set(key, name);
  }
  return (written) => suggest(foldName(written), folded);
}

function suggest(word: string, folded: ReadonlyMap<string, string>): string | undefined {
  const chinese = /\p{Script=Han}/u.test(word);
  if (word.length < (chinese ? 2 : 4)) return undefined;
  const near = [...folded.keys()].filter((key) =>
    chinese ? sharedCharacters(word, key) * 2 >= Math.max(word.length, key.length) : !/\p{Script=Han}/u.test(key) && key.length >= 4,
  );
  const alike = near.filter((key) => key[0] === word[0]);
  const found = nearest(word, alike) ?? nearest(word, near);
  return found === undefined ? undefined : folded.get(found);
}

function sharedCharacters(a: string, b: string): number {
  const rest = [...b];
  let shared = 0;
  for (const char of a) {
    const at = rest.indexOf(char);
    if (at >= 0) {
      rest.splice(at, 1);
      shared++;
    }
  }
  return shared;
}
