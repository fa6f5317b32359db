import type { Text } from "@gongfu/engine";
import type { YamlEdit } from "@gongfu/engine/ground/yaml";
import type { DraftTree } from "@gongfu/engine/study";
import type { Session } from "../../session.js";
import type { Decision, Wishes } from "./types.js";

export interface Composition {
  readonly title: Text;
  /** the data of the study */
  readonly data: { readonly set: string } | ({ readonly panel: string } & Wishes);
  readonly framework: { readonly file: string; readonly names: Text; readonly tree: DraftTree };
  readonly decisions: readonly Decision[];
}

export interface Composed {
  readonly text: string;
  readonly framework: string;
}

/** A study of some data and a tree: drafted, or the study before with these changed and its other steps kept. Refuses what cannot be read back. */
export async function composeStudy(
  _: Session,
  before: string | null,
  { title, data, framework, decisions }: Composition,
): Promise<Composed> {
  const [{ readFramework }, { editYaml, parseYaml }, { draftStudy, draftTree, readStudy }] = await Promise.all([
    import("@gongfu/engine/framework"),
    import("@gongfu/engine/ground/yaml"),
    import("@gongfu/engine/study"),
  ]);
  const { file, names, tree } = framework;
  const start = before ?? draftStudy({ file: "", framework: file, title, tree });
  const { value } = await parseYaml(start, "study.yaml");
  const text = await editYaml(start, [
    { path: ["data"], value: data },
    { path: ["framework"], value: file },
    ...decisionEdits((value as { steps: readonly unknown[] }).steps, decisions),
  ]);
  await readStudy(text, "study.yaml");
  const written = draftTree({ id: "draft", names, tree });
  await readFramework(written, file);
  return { text, framework: written };
}

const verbOf = (step: unknown): string => (typeof step === "string" ? step : (Object.keys(step as object)[0] ?? ""));

/** The decisions below the audit, and a step that carries them out right after it; a study without an audit is given one. */
function decisionEdits(steps: readonly unknown[], decisions: readonly Decision[]): YamlEdit[] {
  const at = steps.findIndex((step) => verbOf(step) === "audit");
  const written = at < 0 || typeof steps[at] === "string" ? null : (steps[at] as { audit: Record<string, unknown> | null }).audit;
  const body = { ...written, decisions };
  const place = Math.max(at, 0);
  const audit: YamlEdit[] =
    at < 0
      ? decisions.length
        ? [{ path: ["steps", 0], value: { audit: body }, insert: true }]
        : []
      : decisions.length || written?.decisions
        ? [{ path: ["steps", at], value: { audit: body } }]
        : [];
  const carried = steps.some((step) => verbOf(step) === "amend");
  const by = typeof written?.id === "string" ? written.id : "audit";
  return carried || decisions.length === 0 ? audit : [...audit, { path: ["steps", place + 1], value: { amend: { by } }, insert: true }];
}
