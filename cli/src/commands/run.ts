import { resolve } from "node:path";
import type { Language } from "@gongfu/engine/ground/words";
import type { StudyRun } from "@gongfu/engine/study";
import type { Command } from "commander";
import { readText } from "../files/read-bytes.js";
import { studyHost } from "../files/study-host.js";
import { checkOutput, writeOutput } from "../files/write-output.js";
import type { Session } from "../io.js";
import { headline } from "../print/headline.js";
import { progressLine } from "../print/progress.js";
import { missingOption, wholeNumber } from "../usage.js";

interface Options {
  out: string;
  workers: number;
  allowOutside?: boolean;
}

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
  await writeOutput(out, options.out, session.cwd, await output(done, languages));
  const reports = languages.map((language) => `${options.out.replace(/\/+$/, "")}/report.${language}.html`);
  session.out(`${headline(done, session)}\n${reports.join("\n")}\n`);
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

/** Every file of the output: the record, and a report with its figures in each language. */
async function output(run: StudyRun, languages: readonly Language[]): Promise<ReadonlyMap<string, string>> {
  const [{ tell }, { recordRun }, { renderReport, renderFigures }] = await Promise.all([
    import("@gongfu/engine/tell"),
    import("@gongfu/engine/study"),
    import("@gongfu/render"),
  ]);
  const files = recordRun(run);
  for (const language of languages) {
    const document = tell(run, language);
    const other = languages.find((one) => one !== language);
    files.set(`report.${language}.html`, renderReport(document, other ? { other: { language: other, href: `report.${other}.html` } } : {}));
    for (const [path, svg] of renderFigures(document)) files.set(path, svg);
  }
  return files;
}
