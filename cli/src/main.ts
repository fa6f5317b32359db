import { Fault, faultText, isFault } from "@gongfu/engine/ground/fault";
import { type Language, quote, same } from "@gongfu/engine/ground/words";
import { newCommand, perform, withLanguage } from "./command.js";
import { commands } from "./commands/registry.js";
import { type Io, type Session, session } from "./io.js";
import { unknownCommand, usageFault } from "./usage.js";

/** The command: arguments in, exit code out. 0 ok · 1 fault in the input · 2 usage · 3 our own error. */
export async function main(argv: readonly string[], io: Io): Promise<0 | 1 | 2 | 3> {
  let current = session(io);
  try {
    const { language, rest } = takeLanguage(argv);
    current = session(io, language);
    await dispatch(rest, current);
    return 0;
  } catch (error) {
    const fault = isFault(error) ? error : ownError(error, current);
    current.err(faultsText(fault, current));
    return fault.exit;
  }
}

const mostShown = 12;

/** The first faults of a pass, and how many more there are. */
function faultsText(fault: Fault, { language, help }: Session): string {
  const all = [fault, ...fault.others];
  const more = all.length - mostShown;
  const shown = all.slice(0, mostShown).map((one) => `${faultText(one, language)}\n`);
  if (more > 0) shown.push(`${help({ en: `and ${more} more`, zh: `另有 ${more} 处` })}\n`);
  return shown.join("\n");
}

/** `--lang` may stand anywhere, so that `gongfu --lang zh run …` and `gongfu run … --lang zh` are the same. */
function takeLanguage(argv: readonly string[]): { language: Language | undefined; rest: string[] } {
  let language: Language | undefined;
  const rest: string[] = [];
  for (let k = 0; k < argv.length; k++) {
    if (argv[k] !== "--lang" && !argv[k].startsWith("--lang=")) {
      rest.push(argv[k]);
      continue;
    }
    const written = argv[k] === "--lang" ? argv[++k] : argv[k].slice("--lang=".length);
    if (written !== "en" && written !== "zh") {
      throw usageFault(
        "unknown-language",
        "--lang",
        written === undefined
          ? { en: "--lang has no value", zh: "--lang 没有值" }
          : { en: `language is ${quote(written)}`, zh: `语言为 ${quote(written)}` },
        { en: "expected en or zh", zh: "应为 en 或 zh" },
        { en: "write --lang en or --lang zh", zh: "请写 --lang en 或 --lang zh" },
      );
    }
    language = written;
  }
  return { language, rest };
}

async function dispatch(argv: readonly string[], session: Session): Promise<void> {
  const [first, ...rest] = argv[0] === "help" ? (argv.length > 1 ? [argv[1], "--help"] : ["--help"]) : argv;
  if (first === undefined || first.startsWith("-")) {
    const { overview } = await import("./commands/overview.js");
    return perform(overview(session), first === undefined ? ["--help"] : argv[0] === "help" ? ["--help"] : argv);
  }
  const entry = commands.find((one) => one.name === first);
  if (entry) {
    const command = withLanguage(newCommand(`gongfu ${entry.name}`, entry.about, session), session);
    (await entry.load()).define(command, session);
    return perform(command, rest);
  }
  const { cards } = await import("@gongfu/engine/study");
  const card = cards.find((one) => one.id === first);
  if (!card) throw unknownCommand(first, [...commands.map((one) => one.name), ...cards.map((one) => one.id)]);
  const command = withLanguage(newCommand(`gongfu ${card.id}`, card.summary, session), session);
  const { defineMethod } = await import("./commands/method.js");
  defineMethod(card, command, session);
  return perform(command, rest);
}

function ownError(error: unknown, { env, err }: Session): Fault {
  if (env.GONGFU_DEBUG) err(`${(error as Error)?.stack ?? String(error)}\n`);
  return new Fault({
    code: "own-error",
    exit: 3,
    found: same(quote((error as Error)?.message ?? String(error), 300)),
    expected: { en: "this is an error of Gongfu, not of your data", zh: "这是 Gongfu 自身的错误，与您的数据无关" },
    next: { en: "set GONGFU_DEBUG=1, run again, and report what it prints", zh: "设置 GONGFU_DEBUG=1 后重新运行，并报告其输出" },
  });
}
