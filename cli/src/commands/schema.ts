import type { Command } from "commander";
import type { Session } from "../io.js";

/** `gongfu schema`: the JSON Schema of study.yaml, for completion in editors. */
export function define(command: Command, { out }: Session): void {
  command.action(async () => {
    const { studyJsonSchema } = await import("@gongfu/engine/study");
    out(`${JSON.stringify(studyJsonSchema(), null, 2)}\n`);
  });
}
