const longest = 31;

/** Names that Excel accepts, each once whatever its case: at most 31 characters, none of []:*?/\, no apostrophe at the ends. */
export function sheetNames(wished: readonly string[]): string[] {
  const taken = new Set<string>(["history"]);
  return wished.map((wish) => {
    const legal =
      wish
        .replace(/[[\]:*?/\\\p{Cc}]/gu, "-")
        .replace(/^'+|'+$/g, "")
        .trim() || "table";
    for (let k = 1; ; k++) {
      const end = k === 1 ? "" : `~${k}`;
      const name = cut(legal, longest - end.length) + end;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

/** The first characters, none of them cut in two, with no apostrophe left at the end. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const halved = /[\uD800-\uDBFF]/.test(text[length - 1]) ? length - 1 : length;
  return text.slice(0, halved).replace(/'+$/, "");
}
