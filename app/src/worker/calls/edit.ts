import type { YamlEdit } from "@gongfu/engine/ground/yaml";
import type { Session } from "../session.js";

/** A study's text with some values changed; remarks and order stay. */
export async function edit(_: Session, text: string, edits: readonly YamlEdit[]): Promise<string> {
  const { editYaml } = await import("@gongfu/engine/ground/yaml");
  return editYaml(text, edits);
}
