/** What surely parts two cells: one space may stand inside a name. */
const wide = /[ \u00A0\u3000]{2,}|\u3000/;

/**
 * A pasted table with a tab between its cells: they are parted by the tab, semicolon, bar or comma (full-width ones too) that stands in
 * nearly every line, else by spaces. A table with quoted cells is left to the reader of CSV.
 */
export function tabbed(text: string): string {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.replace(/[ \u00A0\u3000]+$/, ""))
    .filter((line) => line.trim() !== "");
  return text.includes('"') ? lines.join("\n") : headed(parted(lines)).join("\n");
}

function parted(lines: readonly string[]): string[] {
  const most = (sign: RegExp): boolean => lines.filter((line) => sign.test(line.trim())).length >= 0.8 * lines.length;
  if (most(/\t/)) return [...lines];
  for (const sign of [/[;；]/g, /[|｜]/g, /[,，]/g]) if (most(new RegExp(sign))) return lines.map((line) => line.replace(sign, "\t"));
  const gap = most(wide) ? wide : /[ \u00A0\u3000]+/;
  return lines.map((line) => line.trim().split(gap).join("\t"));
}

/** Rows of numbers alone get headings by their place. */
function headed(lines: readonly string[]): readonly string[] {
  const cells = lines[0]?.split("\t") ?? [];
  const bare = cells.length > 0 && cells.every((cell) => /^[-+.\d０-９．％% ]+$/.test(cell));
  return bare ? [cells.map((_, k) => `#${k + 1}`).join("\t"), ...lines] : lines;
}
