import { resolve } from "node:path";
import type { FormulaClaim, Result, ResultTable, Verdict } from "@gongfu/engine";
import type { Language } from "@gongfu/engine/ground/words";
import type { Command } from "commander";
import { limits, readBytes } from "../files/read-bytes.js";
import type { Session } from "../io.js";
import type { ClaimFlags } from "../method/formula-claim.js";
import { tableText } from "../print/table.js";
import { wrap } from "../print/width.js";
import { usageFault } from "../usage.js";

type Options = ClaimFlags & { readonly family: string; readonly json?: boolean; readonly digits: string };

/** `gongfu audit formula FILE`: which formula made the published numbers. */
export function define(command: Command, session: Session): void {
  const { help } = session;
  const flag = (shape: string, en: string, zh: string) => command.option(shape, help({ en, zh }));
  command.argument("<what>", help({ en: "formula", zh: "formula（公式核验）" }));
  command.argument(
    "<file>",
    help({ en: "a CSV, TSV, XLSX or Parquet file with the numbers as printed", zh: "按原样录入数字的 CSV、TSV、XLSX 或 Parquet 文件" }),
  );
  command.option(
    "--family <family>",
    help({
      en: "coupling | weights | index | inequality | speed (default coupling)",
      zh: "coupling | weights | index | inequality | speed（默认 coupling）",
    }),
    "coupling",
  );
  flag("--u <a,b>", "columns of the developments", "各系统发展水平列");
  flag("--c <column>", "column headed C", "耦合度列");
  flag("--corrected <column>", "column of the corrected C", "修正耦合度列");
  flag("--t <column>", "column headed T", "协调发展指数列");
  flag("--d <column>", "column headed D", "耦合协调度列");
  flag("--class <column>", "column of class names", "等级名称列");
  flag("--label <column>", "column that names the rows", "行名称列（年份或地区）");
  flag("--data <a,b>", "columns of the indicators or parts", "指标列");
  flag("--negative <a,b>", "indicators of which less is better", "逆向指标");
  flag("--period <column>", "column of periods", "时期列");
  flag("--weights <numbers>", "published weights, in the order of --data", "所公布的权重，按 --data 次序");
  flag("--index <column>", "column of the published index", "所公布的指数列");
  flag("--value <column>", "column of values", "数值列");
  flag("--population <column>", "column of populations", "人口列");
  flag("--by <column>", "column of groups", "分组列");
  flag("--gini <number>", "published Gini coefficient", "所公布的基尼系数");
  flag("--wolfson <number>", "published Wolfson index", "所公布的 Wolfson 指数");
  flag("--der <number>", "published Duclos–Esteban–Ray index", "所公布的 Duclos–Esteban–Ray 极化指数");
  flag("--between <number>", "published between-group Gini", "所公布的组间基尼系数");
  flag("--annual <column>", "column of slopes; annualised growth is explained", "斜率列（被解释变量为年均增长率）");
  flag("--total <column>", "column of slopes; growth over the whole span is explained", "斜率列（被解释变量为全期增长）");
  flag("--slope <column>", "column of slopes; which growth is not told", "斜率列（未说明何种增长率）");
  flag("--years <numbers>", "years, one number for all or one a row", "年数，通用一个或每行一个");
  flag("--speed <column>", "column of speeds of convergence", "收敛速度列");
  flag("--half <column>", "column of half-lives", "半衰期列");
  command.option(
    "--digits <auto|n>",
    help({ en: "decimals of every number (default auto: as typed)", zh: "小数位数（默认 auto：依原文）" }),
    "auto",
  );
  command
    .option("--json", help({ en: "print the whole result as JSON", zh: "以 JSON 输出完整结果" }))
    .action((what: string, file: string, options: Options) => audit(what, file, options, session));
}

async function audit(what: string, file: string, options: Options, session: Session): Promise<void> {
  if (what !== "formula" || !/^(auto|\d{1,2})$/.test(options.digits))
    throw usageFault(
      "audit-what",
      "",
      { en: `audit ${what} with --digits ${options.digits}`, zh: `audit ${what}，--digits ${options.digits}` },
      {
        en: "expected `gongfu audit formula FILE`, digits auto or a whole number",
        zh: "应为 `gongfu audit formula FILE`，digits 为 auto 或整数",
      },
      { en: "see `gongfu audit --help`", zh: "请看 `gongfu audit --help`" },
    );
  const [{ readTable }, { auditFormula }, { claimOf }] = await Promise.all([
    import("@gongfu/engine/read"),
    import("@gongfu/engine"),
    import("../method/formula-claim.js"),
  ]);
  const table = await readTable(await readBytes(resolve(session.cwd, file), file, limits.data), { file });
  const claim: FormulaClaim = claimOf(table, options.family, options);
  const found = auditFormula(claim, { digits: options.digits === "auto" ? "auto" : Number(options.digits) });
  if (options.json) {
    const { resultJson, writeJson } = await import("@gongfu/engine/study");
    session.out(`${writeJson(resultJson(found))}\n`);
  } else session.out(auditText(found, session));
}

const [shownRows, nearest] = [40, 5];

function auditText(found: Result<readonly Verdict[]>, { say, tongue, columns }: Session): string {
  const sentences = found.value.map(({ sentence }) => wrap(say(sentence), columns));
  const warnings = found.warnings.map(({ text }) => wrap(`! ${say(text)}`, columns));
  const tables = found.tables.map((table) => {
    const short = ofTongue(table.id === "candidates" ? nearestOf(table) : table, tongue);
    const { text, hidden } = tableText(short, tongue, shownRows);
    const more = hidden + rowsOf(table) - rowsOf(short);
    return [`${say(table.names)} [${table.id}]`, text, ...(more ? [say(further(more))] : [])].join("\n");
  });
  return `${[...sentences, ...warnings].join("\n")}\n\n${tables.join("\n\n")}\n`;
}

const further = (count: number) => ({ en: `… ${count} more rows (--json prints all)`, zh: `……另有 ${count} 行（--json 输出全部）` });
const rowsOf = ({ columns }: ResultTable): number => columns[0]?.values.length ?? 0;

/** The few nearest candidates of every audited column, by their ids: the sentence above spells out the one that matters. */
function nearestOf(table: ResultTable): ResultTable {
  const audited = table.columns[0].values;
  const kept = audited.map((name, row) => row - audited.indexOf(name) < nearest);
  const columns = table.columns.filter(({ id }) => !id.startsWith("formula"));
  return { ...table, columns: columns.map((column) => ({ ...column, values: column.values.filter((_, row) => kept[row]) })) };
}

/** Of a column that stands in both languages, the reader's. */
function ofTongue(table: ResultTable, tongue: Language): ResultTable {
  const ids = new Set(table.columns.map(({ id }) => id));
  return { ...table, columns: table.columns.filter(({ id }) => (tongue === "zh" ? !id.endsWith("_en") : !ids.has(`${id}_en`))) };
}
