import type { Command } from "commander";
import type { Session } from "../io.js";

/** `gongfu schema`: the JSON Schema of study.yaml or of a framework file, for completion in editors. */
export function define(command: Command, { out, help }: Session): void {
  command
    .option("--framework", help({ en: "of a framework file instead of a study", zh: "输出指标体系文件（而非研究文件）的模式" }))
    .action(async ({ framework }: { framework?: boolean }) => {
      const schema = framework
        ? (await import("@gongfu/engine/framework")).frameworkJsonSchema()
        : (await import("@gongfu/engine/study")).studyJsonSchema();
      out(`${JSON.stringify(schema, null, 2)}\n`);
    });
}
