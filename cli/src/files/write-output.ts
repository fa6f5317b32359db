import { mkdir, mkdtemp, readdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Fault } from "@gongfu/engine/ground/fault";
import { listed } from "@gongfu/engine/ground/words";
import { fileFault } from "./file-fault.js";

const ours: readonly RegExp[] = [
  /^report\.[a-z]+\.html$/,
  /^results\.json$/,
  /^study\.lock\.json$/,
  /^tables\.xlsx$/,
  /^(tables|figures)$/,
  /^tables\/[^/]+\.csv$/,
  /^figures\/[^/]+\.svg$/,
];

/** Refuse an output folder that holds anything a run did not write. Returns whether something stands there already. */
export async function checkOutput(folder: string, shown: string, cwd: string): Promise<boolean> {
  try {
    const about = await stat(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw error;
    });
    if (!about) return false;
    if (!about.isDirectory()) throw refusal(shown, { en: "this is a file", zh: "这是一个文件" });
    if ((await realpath(folder)) === (await realpath(cwd)))
      throw refusal(shown, { en: "this is the folder you stand in", zh: "这是当前所在的文件夹" });
    const entries = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll("\\", "/")).sort();
    if (entries.length && !entries.includes("study.lock.json"))
      throw refusal(shown, { en: "the folder is not empty and was not written by Gongfu", zh: "文件夹非空，且不是 Gongfu 的输出" });
    const foreign = entries.filter((name) => !ours.some((pattern) => pattern.test(name)));
    if (foreign.length) {
      const names = listed(foreign, 3);
      throw refusal(shown, { en: `the folder also holds ${names.en}`, zh: `文件夹中还有 ${names.zh}` });
    }
    return true;
  } catch (error) {
    throw fileFault(error, shown, "write");
  }
}

/** Texts and bytes by their paths inside the output. */
export type OutputFiles = ReadonlyMap<string, string | Uint8Array>;

/** Put a whole folder in place at once: written beside it, then renamed. Whatever fails leaves the previous output untouched. */
export async function writeOutput(folder: string, shown: string, cwd: string, files: OutputFiles): Promise<void> {
  const exists = await checkOutput(folder, shown, cwd);
  const target = exists ? await realpath(folder) : folder;
  let fresh: string | undefined;
  try {
    await mkdir(dirname(target), { recursive: true });
    fresh = await mkdtemp(join(dirname(target), `.${basename(target)}.new-`));
    const place = fresh;
    const folders = new Set([...files.keys()].map((path) => dirname(join(place, path))));
    for (const one of folders) await mkdir(one, { recursive: true });
    await Promise.all([...files].map(([path, content]) => writeFile(join(place, path), content)));
    await replace(fresh, target, exists);
  } catch (error) {
    if (fresh) await rm(fresh, { recursive: true, force: true });
    throw fileFault(error, shown, "write");
  }
}

async function replace(fresh: string, target: string, exists: boolean): Promise<void> {
  if (!exists) return rename(fresh, target);
  const shelf = await mkdtemp(join(dirname(target), `.${basename(target)}.old-`));
  const previous = join(shelf, "previous");
  try {
    await rename(target, previous);
    await rename(fresh, target).catch(async (error: unknown) => {
      await rename(previous, target);
      throw error;
    });
  } finally {
    await rm(shelf, { recursive: true, force: true });
  }
}

const refusal = (file: string, found: { en: string; zh: string }): Fault =>
  new Fault({
    code: "not-an-output",
    place: { file, path: "--out" },
    found,
    expected: { en: "expected a new folder, an empty one, or the output of an earlier run", zh: "应为新文件夹、空文件夹或先前运行的输出" },
    next: { en: "give --out another name; nothing was changed", zh: "请为 --out 另取名称；未作任何改动" },
  });
