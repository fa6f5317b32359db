import { listed, type Text } from "../../ground/words/index.js";
import type { Audited } from "./findings.js";
import { type CandidateRow, holds } from "./judge.js";

/** What is said of one published column: the sentence, and whether a legitimate formula gives its numbers. */
export interface Verdict {
  readonly column: string;
  /**
   * right: a legitimate formula alone · undecided: several formulas meet, a legitimate one among the best · wrong: only another ·
   * unknown: none, or nothing to compute it from
   */
  readonly outcome: "right" | "undecided" | "wrong" | "unknown";
  /** ids of the candidates that reproduce the column */
  readonly candidates: readonly string[];
  /** all that is to be said, for a review */
  readonly sentence: Text;
  /** which formula gives the numbers, or that none does: the sentence at its shortest */
  readonly finding: Text;
  /** what the text should have said; null where it may stand */
  readonly advice: Text | null;
}

/** The most rows first; then what is legitimate, then the smallest deviation. */
export const byFit = (a: CandidateRow, b: CandidateRow): number =>
  b.matched / b.rows - a.matched / a.rows || Number(b.right) - Number(a.right) || a.worst - b.worst;

/** The candidate that reproduces a column best; undefined when none does. */
export const bestOf = (candidates: readonly CandidateRow[]): CandidateRow | undefined => [...candidates].sort(byFit).find(holds);

/** The verdict on one column from all its candidates. */
export function verdictOn(audited: Audited): Verdict {
  const { column, candidates } = audited;
  const sorted = [...candidates].sort(byFit);
  const found = sorted.filter(holds);
  const [best] = found;
  if (!best)
    return {
      column,
      outcome: "unknown",
      candidates: [],
      sentence: ended(unknownText(audited, sorted)),
      finding: noneText(audited, sorted.length),
      advice: sorted.length ? ended(stateIt) : null,
    };
  const mixed = found.some((one) => !one.right) || found.length > 1;
  return {
    column,
    outcome: best.right ? (mixed ? "undecided" : "right") : "wrong",
    candidates: found.map((one) => one.id),
    sentence: ended(foundText(audited, best, found.slice(1))),
    finding: isText(audited, best),
    advice: best.right ? null : ended(adviceText(audited, best)),
  };
}

const stateIt: Text = { en: "The text should state its formula", zh: "文中应写明所用公式" };

/** The column is this formula, and not what its heading says. */
function isText({ subject, plural, denial }: Audited, best: CandidateRow): Text {
  const name = named(best);
  const head: Text = {
    en: `${subject.en} ${plural ? "are" : "is"} ${name.en}`,
    zh: spaced(`${subject.zh}是`, name.zh),
  };
  return best.right ? head : joined(head, { en: `; ${denial.en}`, zh: `，${denial.zh}` });
}

function noneText({ column, subject, plural }: Audited, tried: number): Text {
  return tried
    ? { en: `${subject.en} ${plural ? "are" : "is"} given by none of ${tried} formulas`, zh: `${tried} 个候选公式均不能复现${subject.zh}` }
    : {
        en: `${subject.en} could not be tested: nothing to compute ${column} from`,
        zh: `${subject.zh}无从检验：没有可据以计算 ${column} 的其他列`,
      };
}

const adviceText = ({ instead }: Audited, best: CandidateRow): Text => {
  const name = named(best);
  return {
    en: `The text should have said “${name.en}”, or the numbers should be ${instead.en}`,
    zh: `文中应写明“${name.zh}”，${spaced("否则应改列", instead.zh)}`,
  };
};

/** Chinese and Latin letters keep a space between them. */
const spaced = (before: string, after: string): string =>
  `${before}${/^[\p{Script=Latin}\p{Script=Greek}\d(√[∏−]/u.test(after) ? " " : ""}${after}`;
const nothing: Text = { en: "", zh: "" };
const joined = (...parts: readonly Text[]): Text => ({ en: parts.map((one) => one.en).join(""), zh: parts.map((one) => one.zh).join("") });
const ended = ({ en, zh }: Text): Text => ({ en: `${en}.`, zh: `${zh}。` });
const named = ({ names, parameter }: CandidateRow): Text => {
  if (!parameter) return names;
  const [low, high] = parameter.map((one) => String(Number(one.toPrecision(4))));
  const range = low === high ? low : `${low}–${high}`;
  return { en: `${names.en}, the constant being ${range}`, zh: `${names.zh}（常数为 ${range}）` };
};

function foundText(audited: Audited, best: CandidateRow, others: readonly CandidateRow[]): Text {
  const { subject, plural, denial, because, remark } = audited;
  const name = named(best);
  const head: Text = {
    en: `${subject.en} ${plural ? "are" : "is"} ${name.en} (${fit(audited, best).en})`,
    zh: `${spaced(`${subject.zh}是`, name.zh)}（${fit(audited, best).zh}）`,
  };
  const misprints = listed(best.failing.map((row) => String(row + 1)));
  const except: Text = best.failing.length
    ? { en: `; probable misprints in row ${misprints.en}`, zh: `；第 ${misprints.zh} 行疑为误印` }
    : nothing;
  const [en, zh] = (["en", "zh"] as const).map(
    (tongue) =>
      listed(
        others.map((one) => named(one)[tongue]),
        3,
      )[tongue],
  );
  const rest: Text = others.length
    ? {
        en: `; at the printed digits this cannot be told apart from ${en}`,
        zh: `；按所列位数，它与以下公式无法区分：${zh}`,
      }
    : nothing;
  const reason = because ?? best.why;
  const why: Text = reason ? { en: `: ${reason.en}`, zh: `：${reason.zh}` } : nothing;
  const not: Text = best.right
    ? nothing
    : joined({ en: `; ${denial.en}${why.en}. `, zh: `；${denial.zh}${why.zh}。` }, adviceText(audited, best));
  return joined(head, except, rest, not, remark ? { en: `. ${remark.en}`, zh: `。${remark.zh}` } : nothing);
}

/** How many of the numbers agree, and in what sense. */
function fit({ counted, inputs }: Audited, { matched, rows }: CandidateRow): Text {
  const sense: Text =
    inputs === "rounded"
      ? { en: "within the rounding of the inputs", zh: "在输入数字的舍入误差之内" }
      : { en: "within the rounding", zh: "在舍入误差之内" };
  return counted
    ? {
        en: `${matched} of ${rows} ${counted.en}, ${sense.en}`,
        zh: `${matched === rows ? `${rows} ${counted.zh}全部吻合` : `${rows} ${counted.zh}中 ${matched} ${counted.zh}吻合`}，${sense.zh}`,
      }
    : sense;
}

function unknownText({ column, subject, plural, counted }: Audited, sorted: readonly CandidateRow[]): Text {
  const [near] = sorted;
  if (!near)
    return {
      en: `${subject.en} could not be tested: the table has no other columns to compute ${column} from`,
      zh: `${subject.zh}无从检验：表中没有可据以计算 ${column} 的其他列`,
    };
  if (counted && near.matched === 0)
    return {
      en: `${subject.en} ${plural ? "are" : "is"} given by none of ${sorted.length} formulas; none agrees in any of the ${near.rows} ${counted.en}. ${stateIt.en}`,
      zh: `${sorted.length} 个候选公式均不能复现${subject.zh}，${near.rows} ${counted.zh}中无一${counted.zh}吻合。${stateIt.zh}`,
    };
  const rows = listed(near.failing.map((row) => String(row + 1)));
  const where: Text = counted
    ? {
        en: `which agrees in ${near.matched} of ${near.rows} ${counted.en} (not in ${rows.en})`,
        zh: `${near.rows} ${counted.zh}中 ${near.matched} ${counted.zh}吻合（第 ${rows.zh} ${counted.zh}不符）`,
      }
    : {
        en: `which lies ${Number(near.worst.toPrecision(3))} units of the last digit away`,
        zh: `相差末位 ${Number(near.worst.toPrecision(3))} 个单位`,
      };
  return {
    en: `${subject.en} ${plural ? "are" : "is"} given by none of ${sorted.length} formulas. The nearest is ${named(near).en}, ${where.en}. ${stateIt.en}`,
    zh: `${sorted.length} 个候选公式均不能复现${subject.zh}。${spaced("最接近的是", named(near).zh)}，${where.zh}。${stateIt.zh}`,
  };
}
