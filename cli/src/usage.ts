import { Fault, nearest } from "@gongfu/engine/ground/fault";
import { quote, same, type Text } from "@gongfu/engine/ground/words";
import type { Command, CommanderError } from "commander";

const howTo = (command: string): Text => ({ en: `see \`${command} --help\``, zh: `请看 \`${command} --help\`` });

/** A wrong way of calling the command: exit code 2. */
export const usageFault = (code: string, path: string, found: Text, expected: Text, next: Text): Fault =>
  new Fault({ code, exit: 2, place: path ? { path } : {}, found, expected, next });

export function unknownCommand(written: string, known: readonly string[]): Fault {
  const near = nearest(written, known);
  return usageFault(
    "unknown-command",
    "",
    { en: `no command or method is called ${quote(written)}`, zh: `没有名为 ${quote(written)} 的命令或方法` },
    {
      en: "expected a command of `gongfu --help` or a method of `gongfu methods`",
      zh: "应为 `gongfu --help` 中的命令或 `gongfu methods` 中的方法",
    },
    near ? { en: `did you mean "gongfu ${near}"?`, zh: `是否想写“gongfu ${near}”？` } : howTo("gongfu"),
  );
}

/** What commander found wrong, as a fault in both languages. */
export function commanderFault(error: CommanderError, command: Command): Fault {
  const name = command.name();
  const [, quoted = ""] = /'([^']*)'/.exec(error.message) ?? [];
  const known = command.options
    .flatMap((option) => [option.long, option.negate ? undefined : option.short])
    .filter((flag) => flag !== undefined);
  switch (error.code) {
    case "commander.unknownOption": {
      const near = nearest(quoted.split("=")[0], known);
      return usageFault(
        "unknown-option",
        name,
        { en: `unknown option ${quote(quoted)}`, zh: `未知选项 ${quote(quoted)}` },
        { en: `expected one of: ${known.join(", ")}`, zh: `应为以下之一：${known.join("、")}` },
        near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : howTo(name),
      );
    }
    case "commander.missingArgument":
      return usageFault(
        "missing-argument",
        name,
        { en: `${quoted.toUpperCase()} is missing`, zh: `缺少 ${quoted.toUpperCase()}` },
        { en: `expected \`${name} ${quoted.toUpperCase()}\``, zh: `应为 \`${name} ${quoted.toUpperCase()}\`` },
        howTo(name),
      );
    case "commander.optionMissingArgument":
      return usageFault(
        "missing-value",
        name,
        { en: `${quoted.split(" ")[0]} has no value`, zh: `${quoted.split(" ")[0]} 没有值` },
        { en: `expected \`${quoted}\``, zh: `应为 \`${quoted}\`` },
        howTo(name),
      );
    case "commander.excessArguments":
      return usageFault(
        "too-many-arguments",
        name,
        { en: `there are ${command.args.length} arguments`, zh: `给出了 ${command.args.length} 个参数` },
        { en: `expected ${command.registeredArguments.length}`, zh: `应为 ${command.registeredArguments.length} 个` },
        howTo(name),
      );
    default:
      return usageFault(
        "usage",
        name,
        same(error.message.replace(/^error: /, "")),
        { en: "expected another form", zh: "应为其他写法" },
        howTo(name),
      );
  }
}

/** An option's whole number inside a range. */
export function wholeNumber(flag: string, min: number, max: number): (written: string) => number {
  return (written) => {
    const value = Number(written);
    if (/^\d+$/.test(written) && value >= min && value <= max) return value;
    throw usageFault(
      "out-of-range",
      "",
      { en: `${flag} is ${quote(written)}`, zh: `${flag} 的值是 ${quote(written)}` },
      { en: `expected a whole number from ${min} to ${max}`, zh: `应为 ${min} 到 ${max} 的整数` },
      { en: `write ${flag} ${min}`, zh: `请写 ${flag} ${min}` },
    );
  };
}

/** An option that cannot be left out. */
export const missingOption = (command: string, flag: string, value: string): Fault =>
  usageFault(
    "missing-option",
    command,
    { en: `${flag} is missing`, zh: `缺少 ${flag}` },
    { en: `expected ${flag} ${value}`, zh: `应有 ${flag} ${value}` },
    howTo(command),
  );
