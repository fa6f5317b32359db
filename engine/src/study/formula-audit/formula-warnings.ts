import type { Text } from "../../ground/words/index.js";
import type { Warning } from "../../method/index.js";
import type { Audited, CouplingFindings, Findings } from "./findings.js";
import { mostMoved } from "./table-candidates.js";

/** What a reader of the verdicts must know besides. */
export const warningsOf = ({ columns, checks, coupling }: Findings): Warning[] => [
  ...checkWarnings(checks, coupling?.labels ?? []),
  ...(coupling ? [...classNames(coupling), ...classOfRecomputed(coupling)] : []),
  ...inputsTaken(columns),
];

const rowText = (row: number, labels: readonly string[]): Text => {
  const label = labels[row];
  return { en: label ? `row ${row + 1} (${label})` : `row ${row + 1}`, zh: label ? `第 ${row + 1} 行（${label}）` : `第 ${row + 1} 行` };
};

const checkWarnings = (checks: Findings["checks"], labels: readonly string[]): Warning[] =>
  checks
    .filter((one) => one.firstFailing !== null)
    .map(({ id, law, why, passed, rows, firstFailing, largest }) => {
      const place = rowText(firstFailing ?? 0, labels);
      const reach = largest === null ? "" : largest.toFixed(2);
      if (rows === 1)
        return {
          code: id,
          text: {
            en: `${law} cannot hold, whatever the rounding${reach && `: it is ${reach}`} (${why.en})`,
            zh: `无论如何舍入都不满足 ${law}${reach && `：其值为 ${reach}`}（${why.zh}）`,
          },
        };
      return {
        code: id,
        text: {
          en: `${law} cannot hold in ${rows - passed} of ${rows} rows, whatever the rounding (${why.en}); the first is ${place.en}${reach && `, the largest value ${reach}`}`,
          zh: `${rows} 行中有 ${rows - passed} 行无论如何舍入都不满足 ${law}（${why.zh}）；首个为${place.zh}${reach && `，最大值 ${reach}`}`,
        },
      };
    });

const shownRows = 3;

/** The first few of them, and how many more. */
function first(items: readonly Text[]): Text {
  const [shown, more] = [items.slice(0, shownRows), items.length - shownRows];
  return {
    en: shown.map((one) => one.en).join("; ") + (more > 0 ? `; and ${more} more` : ""),
    zh: shown.map((one) => one.zh).join("；") + (more > 0 ? `；另有 ${more} 行` : ""),
  };
}

/** The class printed is not that of the D printed beside it. */
function classNames({ classes, labels }: CouplingFindings): Warning[] {
  if (!classes?.failing.length) return [];
  const { failing, rows, set } = classes;
  const where = first(
    failing.map(({ row, printed, expected }) => {
      const at = rowText(row, labels);
      return { en: `${at.en}: ${printed} where it is ${expected.en}`, zh: `${at.zh}所印为${printed}，应为${expected.zh}` };
    }),
  );
  return [
    {
      code: "class-names",
      text: {
        en: `the printed class is not that of the printed D in ${failing.length} of ${rows} rows (${set.names.en}): ${where.en}`,
        zh: `${rows} 行中有 ${failing.length} 行的等级名称与所列 D 不符（${set.names.zh}）：${where.zh}`,
      },
    },
  ];
}

/** The class told is not that of the D which the printed developments give: classes in the text first, then those of a D without one. */
function classOfRecomputed({ recomputed, labels }: CouplingFindings): Warning[] {
  if (!recomputed) return [];
  return [true, false].flatMap((printed): Warning[] => {
    const told = recomputed.rows.filter((one) => one.fits !== null && one.printed === printed);
    const wrong = told.filter((one) => !one.fits);
    if (wrong.length === 0) return [];
    const where = first(
      wrong.map(({ row, d, level, told: other }) => {
        const [at, value] = [rowText(row, labels), ((d[0] + d[1]) / 2).toFixed(3)];
        return {
          en: `${at.en}: D = ${value}, ${level.en}, not ${other?.en}`,
          zh: `${at.zh} D = ${value}，为${level.zh}，而非${other?.zh}`,
        };
      }),
    );
    const set = recomputed.set.names;
    const count = `${wrong.length} of ${told.length} rows`;
    return [
      printed
        ? {
            code: "class-of-recomputed",
            text: {
              en: `the printed class contradicts the printed U in ${count}: D = √(C·T) computed from them has another (${set.en}). ${upper(where.en)}`,
              zh: `共 ${told.length} 行印有等级，其中 ${wrong.length} 行与所列 U 矛盾：据 U 重新计算的 D = √(C·T) 属另一等级（${set.zh}）。${where.zh}`,
            },
          }
        : {
            code: "class-of-recomputed-d",
            text: {
              en: `D = √(C·T) computed from the printed U has another class than the printed D in ${count} (${set.en}). ${upper(where.en)}`,
              zh: `据所列 U 重新计算的 D = √(C·T)，共 ${told.length} 行中有 ${wrong.length} 行与所列 D 不属同一等级（${set.zh}）。${where.zh}`,
            },
          },
    ];
  });
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function inputsTaken(columns: readonly Audited[]): Warning[] {
  const taken = new Set(columns.map((one) => one.inputs));
  const moved: Warning = {
    code: "inputs-rounded",
    text: {
      en: "no formula gives the numbers from the inputs exactly as printed, so each input was allowed to differ by half its last digit",
      zh: "按所列输入数字直接计算，无公式吻合，故允许每个输入数字相差末位的半个单位",
    },
  };
  const many: Warning = {
    code: "inputs-exact",
    text: {
      en: `no formula gives the numbers from the inputs exactly as printed; their rounding could not be allowed for, there being more than ${mostMoved} of them`,
      zh: `按所列输入数字直接计算，无公式吻合；输入数字超过 ${mostMoved} 个，未考虑其舍入误差`,
    },
  };
  return [...(taken.has("rounded") ? [moved] : []), ...(taken.has("too-many") ? [many] : [])];
}
