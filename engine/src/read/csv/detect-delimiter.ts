export type Delimiter = "," | "\t" | ";" | "|";

const candidates: readonly Delimiter[] = [",", "\t", ";", "|"];
const sampleLength = 65_536;
const sampleRows = 50;

/** The character that splits most of the first rows into the same number (> 1) of fields; a comma when none does. */
export function detectDelimiter(text: string): Delimiter {
  const rows = countSeparators(text.slice(0, sampleLength));
  let best: Delimiter = ",";
  let bestRows = 0;
  let bestFields = 0;
  candidates.forEach((candidate, k) => {
    const tally = new Map<number, number>();
    for (const counts of rows) tally.set(counts[k], (tally.get(counts[k]) ?? 0) + 1);
    for (const [fields, agreeing] of tally) {
      if (fields > 0 && (agreeing > bestRows || (agreeing === bestRows && fields > bestFields))) {
        best = candidate;
        bestRows = agreeing;
        bestFields = fields;
      }
    }
  });
  return best;
}

/** For each of the first rows, how often every candidate occurs outside quotes. */
function countSeparators(text: string): number[][] {
  const rows: number[][] = [];
  let counts = candidates.map(() => 0);
  let quoted = false;
  let fieldStart = true;
  let blank = true;
  for (let i = 0; i < text.length && rows.length < sampleRows; i++) {
    const char = text[i];
    if (quoted) {
      if (char === '"') {
        if (text[i + 1] === '"') i++;
        else quoted = false;
      }
      continue;
    }
    if (char === "\n") {
      if (!blank) rows.push(counts);
      counts = candidates.map(() => 0);
      fieldStart = true;
      blank = true;
      continue;
    }
    blank = false;
    const k = candidates.indexOf(char as Delimiter);
    if (k >= 0) counts[k]++;
    else if (char === '"' && fieldStart) quoted = true;
    fieldStart = k >= 0;
  }
  if (!blank && rows.length < sampleRows) rows.push(counts);
  return rows;
}
