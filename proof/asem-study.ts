import { perform, runStudy, type StudyHost, type StudyRun, type Task } from "@gongfu/engine/study";
import { series } from "../engine/src/table/index.js";
import { asemPanel, asemTree } from "./asem.js";
import { referenceText } from "./reference-files.js";

export type Replay = Extract<Task, { readonly replay: unknown }>["replay"];

/** The file as it was collected: columns in their own units beside population, area, energy and product, and four groupings of the countries. */
const collected = "raw/ASEM_iData.csv";

/**
 * The ASEM data and tree as a user's files, and a study over them with these steps.
 * The file as collected comes with its groupings, and with the portal's formulas in the tree; any other is taken as it stands.
 */
export async function asemStudy(data: string, steps: readonly string[]): Promise<{ run: StudyRun; replay: Replay | undefined }> {
  const raw = data === collected;
  const csv = raw ? referenceText(`coinr/${data}`) : asemCsv(data);
  const files: Readonly<Record<string, string>> = { "asem.csv": csv, "asem.yaml": asemYaml(raw) };
  const readFile = async (path: string): Promise<Uint8Array> => new TextEncoder().encode(files[path]);
  const host: StudyHost = { readFile, readShipped: readFile };
  const text = [
    "gongfu: 1",
    "title: ASEM",
    `data: {panel: asem.csv, unit: uCode, period: ${raw ? "Time" : "year"}, regions: as-is}`,
    "framework: asem.yaml",
    "steps:",
    ...steps.map((step) => `  - ${step}`),
    "",
  ];
  let replay: Replay | undefined;
  const run = await runStudy(text.join("\n"), "study.yaml", host, {
    execute: (task) => {
      if ("replay" in task) replay = task.replay;
      return perform(task);
    },
  });
  return { run, replay };
}

function asemCsv(path: string): string {
  const panel = asemPanel(path);
  const head = ["uCode", "year", ...panel.variables.map((one) => one.id)].join(",");
  const rows = panel.units.map(({ code }, i) =>
    [code, 2018, ...panel.variables.map((_, v) => series(panel, v)[i]).map((one) => (one === one ? one : ""))].join(","),
  );
  return [head, ...rows, ""].join("\n");
}

function asemYaml(formulas: boolean): string {
  const tree = asemTree();
  const lines = (parent: string | null, indent: string): string[] =>
    [...tree.nodes, ...tree.leaves]
      .filter((node) => node.parent === parent)
      .flatMap((node) => {
        const leaf = tree.leaves.find((one) => one.id === node.id);
        const head = `${indent}- {id: ${node.id}, names: ${node.id}, weight: ${node.weight}`;
        if (leaf) {
          const formula = formulas ? `, formula: ${leaf.formula}` : "";
          return [`${head}, unit: u, direction: "${leaf.direction > 0 ? "+" : "-"}"${formula}}`];
        }
        return [
          `${indent}- id: ${node.id}`,
          `${indent}  names: ${node.id}`,
          `${indent}  weight: ${node.weight}`,
          `${indent}  children:`,
          ...lines(node.id, `${indent}    `),
        ];
      });
  return [
    "gongfu: framework",
    "id: asem",
    "names: ASEM",
    `levels: [${tree.levels.map(({ id }) => `{id: ${id}, names: ${id}}`).join(", ")}]`,
    "tree:",
    ...lines(null, "  "),
    "",
  ].join("\n");
}
