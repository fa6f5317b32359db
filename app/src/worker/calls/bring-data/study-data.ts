import type { Text } from "@gongfu/engine";
import type { Tree } from "@gongfu/engine/table";
import type { Session } from "../../session.js";
import type { TemplateGroup } from "./shipped.js";
import type { Decision, Wishes } from "./types.js";

export interface StudyData {
  readonly set: string | null;
  readonly file: string | null;
  readonly wishes: Wishes;
  readonly decisions: readonly Decision[];
  /** groups and indicators of its framework, where every indicator is a column as it stands, two groups deep */
  readonly tree: {
    readonly groups: readonly TemplateGroup[];
    readonly leaves: readonly { readonly id: string; readonly parent: string; readonly unit: Text; readonly direction: -1 | 1 }[];
  } | null;
}

/** What the study that is open says of its data, so that the page of data shows it again. */
export async function studyData(session: Session, text: string): Promise<StudyData> {
  const [{ resolveFramework }, { readStudy }] = await Promise.all([import("@gongfu/engine/framework"), import("@gongfu/engine/study")]);
  const { data, framework, steps } = await readStudy(text, "study.yaml");
  const audit = steps.find(({ verb }) => verb === "audit");
  const common = { decisions: (audit?.options.decisions ?? []) as readonly Decision[] };
  if ("set" in data) return { ...common, set: data.set, file: null, wishes: {}, tree: null };
  const { panel: file, ...wishes } = data;
  const tree = framework === undefined ? null : (await resolveFramework(framework, session.host)).tree;
  return { ...common, set: null, file, wishes: wishes as Wishes, tree: tree && plainTree(tree) };
}

function plainTree({ levels, nodes, leaves }: Tree): StudyData["tree"] {
  if (levels.length !== 3 || leaves.some(({ id, formula }) => formula !== undefined && formula !== id && formula !== `\`${id}\``))
    return null;
  return {
    groups: nodes.map(({ id, names, parent }) => ({ id, names, parent })),
    leaves: leaves.map(({ id, parent, unit, direction }) => ({ id, parent, unit, direction })),
  };
}
