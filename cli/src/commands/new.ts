import { stat, writeFile } from "node:fs/promises";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { Fault } from "@gongfu/engine/ground/fault";
import { listed } from "@gongfu/engine/ground/words";
import type { PanelReading } from "@gongfu/engine/read";
import type { Command } from "commander";
import { fileFault } from "../files/file-fault.js";
import { limits, readBytes } from "../files/read-bytes.js";
import { inside, readShipped } from "../files/study-host.js";
import type { Session } from "../io.js";
import { wrap } from "../print/width.js";

interface Options {
  out: string;
  sheet?: string;
  unit?: string;
  period?: string;
  force?: boolean;
}

/** `gongfu new FILE`: a study and an indicator tree drafted from a data file, for a person to review. */
export function define(command: Command, session: Session): void {
  const { help } = session;
  command
    .argument("<file>", help({ en: "a CSV, TSV, XLSX or Parquet file", zh: "CSV、TSV、XLSX 或 Parquet 文件" }))
    .option("--out <study>", help({ en: "the study file to write", zh: "要写出的研究文件" }), "study.yaml")
    .option("--sheet <name>", help({ en: "sheet of a workbook; found when absent", zh: "工作簿中的工作表；缺省时自动识别" }))
    .option("--unit <column>", help({ en: "column of the units; found when absent", zh: "单位（地区）所在列；缺省时自动识别" }))
    .option("--period <column>", help({ en: "column of the period; found when absent", zh: "时期所在列；缺省时自动识别" }))
    .option("--force", help({ en: "replace files that exist", zh: "覆盖已有文件" }))
    .action((file: string, options: Options) => draft(file, options, session));
}

async function draft(shown: string, options: Options, session: Session): Promise<void> {
  const data = resolve(session.cwd, shown);
  const study = resolve(session.cwd, options.out);
  const framework = resolve(
    dirname(study),
    basename(study) === "study.yaml" ? "framework.yaml" : `${basename(study).replace(/\.ya?ml$/i, "")}.framework.yaml`,
  );
  const bytes = await readBytes(data, shown, limits.data);
  const [{ readPanel }, { draftFramework, draftStudy, readStudy }] = await Promise.all([
    import("@gongfu/engine/read"),
    import("@gongfu/engine/study"),
  ]);
  const reading = await readPanel(bytes, { file: shown, sheet: options.sheet, unit: options.unit, period: options.period, readShipped });
  if (reading.panel.variables.length === 0) throw noColumns(shown);

  const file = relative(dirname(study), data).split(sep).join("/");
  const { unit, period } = reading.columns;
  const text = draftStudy({ file, sheet: options.sheet, unit, period: period ?? undefined, framework: basename(framework) });
  await readStudy(text, options.out);
  const files = new Map([
    [study, text],
    [framework, draftFramework(reading.panel, "draft")],
  ]);
  if (!options.force) for (const path of files.keys()) await refuseExisting(path, session);
  for (const [path, content] of files) {
    await writeFile(path, content).catch((error: unknown) => {
      throw fileFault(error, relative(session.cwd, path), "write");
    });
  }
  const outside = !inside(dirname(study), data);
  session.out(advice(reading, options.out, relative(session.cwd, framework), outside, session));
}

function advice(
  { panel, columns, warnings }: PanelReading,
  study: string,
  framework: string,
  outside: boolean,
  { say, columns: wide }: Session,
): string {
  const names = listed(panel.variables.map((one) => one.id));
  const { periods, units } = panel;
  const first = periods[0];
  const last = periods.at(-1);
  const lines = [
    { en: `wrote ${study} and ${framework}`, zh: `已写出 ${study} 与 ${framework}` },
    {
      en: `${units.length} units (column "${columns.unit}"), periods ${first}–${last}${columns.period ? ` (column "${columns.period}")` : ""}, ${panel.variables.length} indicators: ${names.en}`,
      zh: `${units.length} 个单位（列“${columns.unit}”），时期 ${first}–${last}${columns.period ? `（列“${columns.period}”）` : ""}，${panel.variables.length} 项指标：${names.zh}`,
    },
  ];
  const check = [
    {
      en: `every direction in ${framework}: "+" is a guess; write "-" where less is better`,
      zh: `${framework} 中每项指标的方向：“+”只是猜测，越小越好的请改为“-”`,
    },
    { en: "the units of measure and the names, and which columns are indicators at all", zh: "计量单位与名称，以及哪些列确实是指标" },
    { en: "the groups: one flat group is a start, not a theory", zh: "分组：归为一组只是起点，不是理论" },
    ...warnings.map(({ text }) => text),
  ];
  const command = `gongfu run ${study} --out out${outside ? " --allow-outside" : ""}`;
  return [
    ...lines.map((line) => wrap(say(line), wide)),
    "",
    say({ en: "Check next", zh: "接下来请核对" }),
    ...check.map((line) => wrap(`- ${say(line)}`, wide, "  ")),
    "",
    `${say({ en: "Then run", zh: "然后运行" })}  ${command}`,
    "",
  ].join("\n");
}

async function refuseExisting(path: string, { cwd }: Session): Promise<void> {
  const exists = await stat(path).then(
    () => true,
    () => false,
  );
  if (!exists) return;
  throw new Fault({
    code: "file-exists",
    place: { file: relative(cwd, path) },
    found: { en: "the file exists already", zh: "文件已存在" },
    expected: { en: "expected a new file name", zh: "应为新的文件名" },
    next: { en: "give --out another name, or add --force; nothing was changed", zh: "请用 --out 另取名称，或加 --force；未作任何改动" },
  });
}

const noColumns = (file: string): Fault =>
  new Fault({
    code: "no-columns",
    place: { file },
    found: { en: "no column of numbers was found", zh: "没有找到数值列" },
    expected: { en: "expected at least one column of numbers beside unit and period", zh: "除单位与时期外，至少应有一列数值" },
    next: { en: "check the header, or name the unit with --unit", zh: "请检查表头，或用 --unit 指明单位列" },
  });
