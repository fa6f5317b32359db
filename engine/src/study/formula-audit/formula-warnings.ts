import { listed, type Text } from "../../ground/words/index.js";
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
      const first = rowText(firstFailing ?? 0, labels);
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
          en: `${law} cannot hold in ${rows - passed} of ${rows} rows, whatever the rounding (${why.en}); the first is ${first.en}${reach && `, the largest value ${reach}`}`,
          zh: `${rows} 行中有 ${rows - passed} 行无论如何舍入都不满足 ${law}（${why.zh}）；首个为${first.zh}${reach && `，最大值 ${reach}`}`,
        },
      };
    });

const shownRows = 3;

/** The class printed is not that of the D printed beside it. */
function classNames({ classes, labels }: CouplingFindings): Warning[] {
  if (!classes?.failing.length) return [];
  const { failing, rows, set } = classes;
  const [en, zh] = (["en", "zh"] as const).map(
    (tongue) =>
      listed(
        failing.map(({ row, printed, expected }) => {
          const at = rowText(row, labels)[tongue];
          return tongue === "en" ? `${at}: ${printed} instead of ${expected.en}` : `${at}所印为${printed}，应为${expected.zh}`;
        }),
        shownRows,
      )[tongue],
  );
  return [
    {
      code: "class-names",
      text: {
        en: `the printed class does not fit the printed D in ${failing.length} of ${rows} rows (${set.names.en}): ${en}`,
        zh: `${rows} 行中有 ${failing.length} 行的等级名称与所列 D 不符（${set.names.zh}）：${zh}`,
      },
    },
  ];
}

/** The class told is not that of the D which the printed developments give. */
function classOfRecomputed({ recomputed, labels }: CouplingFindings): Warning[] {
  const told = recomputed?.rows.filter((one) => one.fits !== null) ?? [];
  const wrong = told.filter((one) => !one.fits);
  if (!recomputed || wrong.length === 0) return [];
  const [en, zh] = (["en", "zh"] as const).map(
    (tongue) =>
      listed(
        wrong.map(({ row, d, level, told: class_ }) => {
          const at = rowText(row, labels)[tongue];
          const value = ((d[0] + d[1]) / 2).toFixed(3);
          return tongue === "en"
            ? `${at}: D = ${value} is ${level.en}, not ${class_?.en}`
            : `${at} D = ${value}，属${level.zh}，而非${class_?.zh}`;
        }),
        shownRows,
      )[tongue],
  );
  return [
    {
      code: "class-of-recomputed",
      text: {
        en: `computed from the printed U, D = √(C·T) falls in another class than the text tells in ${wrong.length} of ${told.length} rows (${recomputed.set.names.en}): ${en}`,
        zh: `由所列 U 重新计算 D = √(C·T)，${told.length} 行中有 ${wrong.length} 行的等级与文中不同（${recomputed.set.names.zh}）：${zh}`,
      },
    },
  ];
}

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
