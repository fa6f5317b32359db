const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
const nothing = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns a text takes in a terminal: Chinese characters and full-width signs take two. */
export function width(text: string): number {
  let columns = 0;
  for (const sign of text) if (!nothing.test(sign)) columns += wide.test(sign) ? 2 : 1;
  return columns;
}

export const padEnd = (text: string, columns: number): string => text + " ".repeat(Math.max(0, columns - width(text)));
export const padStart = (text: string, columns: number): string => " ".repeat(Math.max(0, columns - width(text))) + text;

const closing = /[，。；：、！？）》”’」]/u;

/** Pieces a line may end after: a word, a run of spaces, or one full-width sign with the closing marks that follow it. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let kind = "";
  for (const sign of text) {
    const now = /\s/.test(sign) ? "space" : wide.test(sign) ? "wide" : "word";
    if (found.length && (closing.test(sign) || (now === kind && now !== "wide"))) found[found.length - 1] += sign;
    else found.push(sign);
    kind = now;
  }
  return found;
}

/** Break a text into lines of at most so many columns. */
export function wrap(text: string, columns: number, indent = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text)) {
    if (line.trim() && width(indent + line + piece.trimEnd()) > columns) {
      lines.push(indent + line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim()) lines.push(indent + line.trimEnd());
  return lines.join("\n");
}
