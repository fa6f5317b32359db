import { createRequire } from "node:module";
import { join } from "node:path";
import type { Command } from "commander";
import { newCommand, withLanguage } from "../command.js";
import { packageFolder } from "../files/package-folder.js";
import type { Session } from "../io.js";
import { commands } from "./registry.js";

const { version } = createRequire(import.meta.url)(join(packageFolder("gongfu"), "package.json")) as { version: string };
const examples = `  gongfu run studies/two-wheels/study.yaml --out out/two-wheels
  gongfu gini incomes.csv --value income --weight persons
  gongfu explain entropy-weights --lang zh`;

/** `gongfu` alone: what it can do, with examples. */
export function overview(session: Session): Command {
  const { help } = session;
  const about = {
    en: "Gongfu measures how digital productivity enlarges a society's cake and how fairly it is shared.",
    zh: "Gongfu 共富：度量数字生产力如何把蛋糕做大、如何把蛋糕分好。",
  };
  const command = withLanguage(newCommand("gongfu", about, session), session)
    .usage("COMMAND [options]")
    .version(version, "-V, --version", help({ en: "print the version", zh: "显示版本" }))
    .helpCommand(false);
  const shapes = new Map([...commands.map(({ name, shape }) => [name, shape] as const), ["METHOD", "FILE"]]);
  for (const { name, about } of commands) command.command(name).description(help(about));
  command
    .command("METHOD")
    .description(help({ en: "every method is a command, e.g. gini, theil", zh: "每个方法都是一条命令，如 gini、theil" }));
  command.configureHelp({ ...command.configureHelp(), subcommandTerm: (one) => `${one.name()} ${shapes.get(one.name()) ?? ""}`.trim() });
  return command.addHelpText("after", `\n${help({ en: "Examples", zh: "示例" })}\n${examples}`);
}
