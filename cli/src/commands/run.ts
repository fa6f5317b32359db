import { resolve } from "node:path";
import type { Language } from "@gongfu/engine/ground/words";
import type { StudyRun } from "@gongfu/engine/study";
import type { Command } from "commander";
import { readText } from "../files/read-bytes.js";
import { studyHost } from "../files/study-host.js";
import { checkOutput, type OutputFiles, writeOutput } from "../files/write-output.js";
import type { Session } from "../io.js";
import { headline } from "../print/headline.js";
import { progressLine } from "../print/progress.js";
import { missingOption, usageFault, wholeNumber } from "../usage.js";

interface Options {
  out: string;
  workers: number;
  format?: readonly string[];
  allowOutside?: boolean;
}

/** What a run may write besides its record. */
const formats = ["html", "xlsx"];

/** `gongfu run STUDY --out DIR`: run a study and put its whole output in place at once. */
export function define(command: Command, session: Session): void {
  const { help } = session;
  command
    .argument("<study>", help({ en: "the study file", zh: "研究文件" }))
    .option(
      "--out <dir>",
      help({ en: "folder for the output; an earlier output there is replaced", zh: "输出文件夹；其中先前的输出将被替换" }),
    )
    .option(
      "--workers <n>",
      help({
        en: "threads; the results do not depend on it (default: one a processor, at most 4)",
        zh: "线程数；结果与之无关（默认每个处理器一个，至多 4 个）",
      }),
      wholeNumber("--workers", 1, 64),
      Math.min(session.processors, 4),
    )
    .option(
      "--format <list>",
      help({
        en: "html,xlsx: the report with its figures, the tables as one workbook (default: what the study says)",
        zh: "html,xlsx：报告及其图、合为一个工作簿的表（默认依研究文件）",
      }),
      formatsGiven,
    )
    .option("--allow-outside", help({ en: "let the study read files outside its folder", zh: "允许研究读取其文件夹之外的文件" }))
    .addHelpText("after", "\ngongfu run studies/two-wheels/study.yaml --out out/two-wheels --lang zh")
    .action((study: string, { out, ...rest }: Partial<Options> & { workers: number }) => {
      if (out === undefined) throw missingOption("gongfu run", "--out", "DIR");
      return run(study, { ...rest, out }, session);
    });
}

async function run(shown: string, options: Options, session: Session): Promise<void> {
  const file = resolve(session.cwd, shown);
  const out = resolve(session.cwd, options.out);
  const text = await readText(file, shown);
  await checkOutput(out, options.out, session.cwd);

  const done = await compute(text, shown, file, options, session);
  const languages = session.language ? [session.language] : done.study.report.languages;
  const chosen = options.format ?? done.study.report.formats;
  const files = await output(done, languages, chosen);
  await writeOutput(out, options.out, session.cwd, files);
  const main = [...files.keys()].filter((path) => /^report\.|\.xlsx$/.test(path));
  const folder = options.out.replace(/\/+$/, "");
  session.out(`${headline(done, session)}\n${main.map((path) => `${folder}/${path}\n`).join("")}`);
}

async function compute(text: string, shown: string, file: string, { workers, allowOutside }: Options, session: Session): Promise<StudyRun> {
  const { runStudy } = await import("@gongfu/engine/study");
  const { pool } = await import("../workers/pool.js");
  const { execute, close } = pool(workers);
  const progress = progressLine(session);
  try {
    return await runStudy(text, shown, studyHost(file, allowOutside === true), {
      execute,
      workers,
      onProgress: ({ done, total, names, part }) =>
        progress.show(`[${done}/${total}] ${session.say(names)}${part ? ` ${part.done}/${part.total}` : ""}`),
    });
  } finally {
    progress.clear();
    await close();
  }
}

function formatsGiven(written: string): readonly string[] {
  const given = written.split(",").map((one) => one.trim());
  if (given.every((one) => formats.includes(one))) return given;
  throw usageFault(
    "bad-format",
    "gongfu run",
    { en: `--format is ${written}`, zh: `--format 的值是 ${written}` },
    { en: `expected some of: ${formats.join(", ")}`, zh: `应取自：${formats.join("、")}` },
    { en: "write --format html,xlsx", zh: "请写 --format html,xlsx" },
  );
}

/** Every file of the output: the record; as report, one with its figures in each language; as workbook, all tables. */
async function output(run: StudyRun, languages: readonly Language[], chosen: readonly string[]): Promise<OutputFiles> {
  const { recordRun, tablePath } = await import("@gongfu/engine/study");
  const files = new Map<string, string | Uint8Array>(recordRun(run));
  if (chosen.includes("xlsx")) {
    const { workbook } = await import("@gongfu/render/xlsx");
    const tables = run.steps.flatMap(({ id, result }) =>
      result.tables.map((table) => ({ name: `${id}.${table.id}`, table, source: tablePath(id, table.id) })),
    );
    files.set("tables.xlsx", workbook(tables));
  }
  if (!chosen.includes("html")) return files;
  const [{ tell }, { renderReport, renderFigures }] = await Promise.all([import("@gongfu/engine/tell"), import("@gongfu/render")]);
  for (const language of languages) {
    const document = tell(run, language);
    const other = languages.find((one) => one !== language);
    files.set(`report.${language}.html`, renderReport(document, other ? { other: { language: other, href: `report.${other}.html` } } : {}));
    for (const [path, svg] of renderFigures(document)) files.set(path, svg);
  }
  return files;
}
