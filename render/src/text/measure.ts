/** Widths of the printable ASCII characters in thousandths of an em (regular sans), space to tilde. */
const ascii = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278,
  278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722,
  667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556,
  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/** Readers' fonts differ; a little room keeps labels from touching. */
const margin = 1.06;
const boldness = 1.06;

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** True for characters that stand on a square: Chinese characters and full-width punctuation. */
export const isWide = (character: string): boolean => wide.test(character);

/** Width of a line of text in pixels, the same on every machine. */
export function textWidth(text: string, size: number, bold = false): number {
  let thousandths = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code >= 32 && code < 127) thousandths += ascii[code - 32] * margin * (bold ? boldness : 1);
    else thousandths += isWide(character) ? 1000 : 580;
  }
  return (thousandths * size) / 1000;
}

const closing = /[，。、；：？！）》」』”’…,.;:?!)\]%]/;

/** Pieces a line may be broken between: Latin words, single Chinese characters with the punctuation that closes them. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (const character of text) {
    const last = found.at(-1);
    const joins = last !== undefined && (closing.test(character) || (!isWide(character) && !/\s$/.test(last) && !isWide(last.at(-1)!)));
    if (joins) found[found.length - 1] += character;
    else found.push(character);
  }
  return found;
}

/** Break text into lines no wider than `limit`, by the rules of both languages. */
export function wrap(text: string, size: number, limit: number, bold = false): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text)) {
    if (line !== "" && textWidth((line + piece).trimEnd(), size, bold) > limit) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += line === "" ? piece.trimStart() : piece;
  }
  if (line.trimEnd() !== "" || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** The same lines with the text spread evenly over them, so that none holds a lone word or character. */
export function wrapEvenly(text: string, size: number, limit: number): string[] {
  const lines = wrap(text, size, limit);
  if (lines.length === 1) return lines;
  for (let narrower = textWidth(text, size) / lines.length; narrower < limit; narrower += size / 4) {
    const even = wrap(text, size, narrower);
    if (even.length === lines.length && even.every((line) => textWidth(line, size) <= limit)) return even;
  }
  return lines;
}

/** The text, or its beginning with an ellipsis when it is wider than `limit`. */
export function shorten(text: string, size: number, limit: number, bold = false): string {
  if (textWidth(text, size, bold) <= limit) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join("")}…`, size, bold) > limit) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}
