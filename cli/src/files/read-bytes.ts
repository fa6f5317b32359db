import { readFile, stat } from "node:fs/promises";
import { Fault } from "@gongfu/engine/ground/fault";
import { fileFault } from "./file-fault.js";

const megabyte = 1024 * 1024;
/** Texts a person writes, and data. */
export const limits = { text: 4 * megabyte, data: 400 * megabyte } as const;

/** A whole file; a Fault when it is missing, a folder, unreadable or larger than the limit. */
export async function readBytes(path: string, shown: string, limit: number): Promise<Uint8Array> {
  try {
    const about = await stat(path);
    if (about.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR", syscall: "read" });
    if (about.size > limit) throw tooLarge(shown, about.size, limit);
    return await readFile(path);
  } catch (error) {
    throw fileFault(error, shown, "read");
  }
}

/** A text file in UTF-8. */
export async function readText(path: string, shown: string, limit: number = limits.text): Promise<string> {
  const bytes = await readBytes(path, shown, limit);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Fault({
      code: "not-utf8",
      place: { file: shown },
      found: { en: "the file is not UTF-8 text", zh: "文件不是 UTF-8 文本" },
      expected: { en: "expected a text file saved as UTF-8", zh: "应为以 UTF-8 保存的文本文件" },
      next: { en: "save it as UTF-8 in your editor", zh: "请在编辑器中另存为 UTF-8" },
    });
  }
}

const tooLarge = (file: string, size: number, limit: number): Fault =>
  new Fault({
    code: "file-too-large",
    place: { file },
    found: { en: `the file has ${Math.ceil(size / megabyte)} MB`, zh: `文件大小为 ${Math.ceil(size / megabyte)} MB` },
    expected: { en: `expected at most ${limit / megabyte} MB`, zh: `应不超过 ${limit / megabyte} MB` },
    next: { en: "keep only the rows and columns you need", zh: "请只保留需要的行与列" },
  });
