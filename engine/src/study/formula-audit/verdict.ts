import { listed, type Text } from "../../ground/words/index.js";
import { type CandidateRow, holds } from "./judge.js";

/** What is said of one published column: the sentence, and whether a legitimate formula gives its numbers. */
export interface Verdict {
  readonly column: string;
  readonly outcome: "right" | "undecided" | "wrong" | "unknown";
  /** ids of the candidates that reproduce the column */
  readonly candidates: readonly string[];
  readonly sentence: Text;
}

const count = ({ matched, rows }: CandidateRow): Text => ({ en: `${matched} of ${rows} rows`, zh: `${rows} 行中 ${matched} 行` });

const constantText = ({ parameter }: CandidateRow): string =>
  parameter ? ` [${parameter.map((one) => Number(one.toPrecision(4))).join(", ")}]` : "";

/** The most rows first; then what is legitimate, then the smallest deviation. */
export const byFit = (a: CandidateRow, b: CandidateRow): number =>
  b.matched / b.rows - a.matched / a.rows || Number(b.right) - Number(a.right) || a.worst - b.worst;

/** The verdict on one column from all its candidates; `because` is added when the content is not what the heading says. */
export function verdictOn(column: string, candidates: readonly CandidateRow[], because?: Text): Verdict {
  const sorted = [...candidates].sort(byFit);
  const found = sorted.filter(holds);
  const [best] = found;
  if (!best) return { column, outcome: "unknown", candidates: [], sentence: unknownText(column, sorted) };
  const name = (one: CandidateRow): Text => ({ en: one.names.en + constantText(one), zh: one.names.zh + constantText(one) });
  const others = found.slice(1).map(name);
  const misprints = best.failing.map((row) => String(row + 1));
  const head: Text = {
    en: `The column headed ${column} is ${name(best).en} (${count(best).en}, within the rounding)`,
    zh: `标题为 ${column} 的列是${name(best).zh}（${count(best).zh}吻合，在舍入误差之内）`,
  };
  const except: Text = misprints.length
    ? { en: `; probable misprints in row ${listed(misprints).en}`, zh: `；第 ${listed(misprints).zh} 行疑为误印` }
    : { en: "", zh: "" };
  const wrong = !best.right;
  const rest: Text = others.length
    ? {
        en: `; it cannot be told apart from ${
          listed(
            others.map((one) => one.en),
            3,
          ).en
        }`,
        zh: `；与${
          listed(
            others.map((one) => one.zh),
            3,
          ).zh
        }无法区分`,
      }
    : { en: "", zh: "" };
  const not: Text = wrong
    ? {
        en: `; it is not what the heading says${because ? `: ${because.en}` : ""}. The text should say: ${best.say.en}`,
        zh: `；并非标题所指${because ? `：${because.zh}` : ""}。文中应写明：${best.say.zh}`,
      }
    : { en: "", zh: "" };
  return {
    column,
    outcome: wrong ? "wrong" : found.some((one) => !one.right) || others.length > 0 ? "undecided" : "right",
    candidates: found.map((one) => one.id),
    sentence: { en: `${head.en}${except.en}${rest.en}${not.en}.`, zh: `${head.zh}${except.zh}${rest.zh}${not.zh}。` },
  };
}

function unknownText(column: string, sorted: readonly CandidateRow[]): Text {
  const [near] = sorted;
  if (!near)
    return { en: `Nothing computed from the other columns can be held against ${column}.`, zh: `其余各列不足以检验 ${column} 列。` };
  return {
    en: `None of ${sorted.length} formulas gives the column headed ${column}; the nearest, ${near.names.en}, meets ${count(near).en}.`,
    zh: `${sorted.length} 个候选公式均不能复现标题为 ${column} 的列；最接近的是${near.names.zh}，${count(near).zh}吻合。`,
  };
}
