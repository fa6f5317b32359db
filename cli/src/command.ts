import type { Text } from "@gongfu/engine/ground/words";
import { Command, CommanderError, type Option } from "commander";
import type { Session } from "./io.js";
import { width } from "./print/width.js";
import { commanderFault } from "./usage.js";

const titles: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
};

/** A command of commander's that prints where the session says, in its language, and throws instead of ending the process. */
export function newCommand(name: string, about: Text, session: Session): Command {
  return new Command(name)
    .description(session.help(about))
    .exitOverride()
    .allowExcessArguments(false)
    .helpOption("-h, --help", session.help({ en: "print this help", zh: "显示帮助" }))
    .configureOutput({
      writeOut: session.out,
      writeErr: () => {},
      outputError: () => {},
      getOutHelpWidth: () => session.columns,
    })
    .configureHelp({
      displayWidth: width,
      styleTitle: (title) => (session.language === "zh" ? (titles[title] ?? title) : title),
      optionDescription: (option) => optionText(option, session),
    });
}

/** Let `--lang` show in the help; it is taken from the arguments before the command sees them. */
export const withLanguage = (command: Command, session: Session): Command =>
  command.option("--lang <en|zh>", session.help({ en: "language of what is printed", zh: "输出所用语言" }));

function optionText(option: Option, session: Session): string {
  const extra: string[] = [];
  if (option.argChoices) extra.push(option.argChoices.join(" | "));
  if (option.defaultValueDescription)
    extra.push(session.help({ en: `default ${option.defaultValueDescription}`, zh: `默认 ${option.defaultValueDescription}` }));
  return extra.length ? `${option.description} (${extra.join("; ")})` : option.description;
}

/** Parse and act; what commander finds wrong is thrown as a usage fault, printed help is no error. */
export async function perform(command: Command, argv: readonly string[]): Promise<void> {
  try {
    await command.parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return;
    throw commanderFault(error, command);
  }
}
