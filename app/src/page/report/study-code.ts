import type { Language } from "@gongfu/engine";

/** The commands that make the same files. */
export const command = (languages: readonly Language[]): string =>
  ["npx gongfu run study.yaml --out results --format html,xlsx", ...(languages.length === 1 ? [`--lang ${languages[0]}`] : [])].join(" ");

/** A program that runs study.yaml, which stands beside it, and writes the same files. */
export const program = (
  languages: readonly Language[],
): string => `// npm install gongfu; study.yaml and the files it reads stand beside this program
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { recordRun, runStudy } from "@gongfu/engine/study";
import { tell } from "@gongfu/engine/tell";
import { renderFigures, renderReport } from "@gongfu/render";

const shipped = dirname(createRequire(import.meta.url).resolve("@gongfu/data/package.json"));
const run = await runStudy(await readFile("study.yaml", "utf8"), "study.yaml", {
  readFile: (path) => readFile(path),
  readShipped: (path) => readFile(join(shipped, path)),
});

const files = recordRun(run);
const languages = ${JSON.stringify(languages)} as const;
for (const language of languages) {
  const document = tell(run, language);
  const other = languages.find((one) => one !== language);
  files.set(\`report.\${language}.html\`, renderReport(document, other ? { other: { language: other, href: \`report.\${other}.html\` } } : {}));
  for (const [path, svg] of renderFigures(document)) files.set(path, svg);
  console.log(document.summary[0].map((part) => (typeof part === "string" ? part : part.text)).join(""));
}
for (const [path, text] of files) {
  const place = join("results", path);
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, text);
}
`;
