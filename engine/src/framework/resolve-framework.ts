import { Fault, isFault } from "../ground/fault/index.js";
import { quote } from "../ground/words/index.js";
import { readFramework } from "./read-framework.js";
import type { Framework } from "./types.js";

/** Where the bytes of framework files come from. */
export interface FrameworkHost {
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly readShipped: (path: string) => Promise<Uint8Array>;
}

/** A shipped framework by its name (`two-wheels`), or one of the user's by the path of its YAML file. */
export async function resolveFramework(nameOrPath: string, host: FrameworkHost): Promise<Framework> {
  const own = /\.ya?ml$/i.test(nameOrPath);
  const file = own ? nameOrPath : `frameworks/${nameOrPath}.yaml`;
  return readFramework(decode(own ? await host.readFile(file) : await readShipped(nameOrPath, file, host), file), file);
}

async function readShipped(name: string, file: string, host: FrameworkHost): Promise<Uint8Array> {
  try {
    return await host.readShipped(file);
  } catch (error) {
    if (isFault(error)) throw error;
    throw new Fault({
      code: "unknown-framework",
      found: { en: `no shipped framework is called ${quote(name)}`, zh: `没有名为 ${quote(name)} 的内置指标体系` },
      expected: {
        en: "expected a shipped name, e.g. two-wheels, or a file ending in .yaml",
        zh: "应为内置名称（如 two-wheels），或以 .yaml 结尾的文件",
      },
      next: { en: "check the name, or write the path of your file", zh: "请检查名称，或写出文件路径" },
    });
  }
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Fault({
      code: "bad-encoding",
      place: { file },
      found: { en: "the file is not UTF-8", zh: "文件不是 UTF-8 编码" },
      expected: { en: "expected UTF-8, as YAML is written", zh: "YAML 应为 UTF-8 编码" },
      next: { en: "save it as UTF-8 in your editor", zh: "请在编辑器中另存为 UTF-8" },
    });
  }
}
