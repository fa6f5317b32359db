import { readdir, realpath } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { Fault, nearest } from "@gongfu/engine/ground/fault";
import { quote } from "@gongfu/engine/ground/words";
import type { StudyHost } from "@gongfu/engine/study";
import { fileFault } from "./file-fault.js";
import { packageFolder } from "./package-folder.js";
import { limits, readBytes } from "./read-bytes.js";

/** Whether a path lies in a folder; both absolute. */
export function inside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

const isText = (path: string): boolean => /\.(ya?ml|json)$/i.test(path);

/** Files beside a study. What leads out of its folder, by its path or through a link, is a fault unless allowed. */
export function studyHost(studyFile: string, allowOutside: boolean): StudyHost {
  const folder = dirname(studyFile);
  return {
    async readFile(path) {
      const target = resolve(folder, path);
      if (!allowOutside) {
        if (!inside(folder, target)) throw outside(path);
        const [realFolder, realTarget] = await Promise.all([realpath(folder), realpath(target)]).catch((error: unknown) => {
          throw fileFault(error, path, "read");
        });
        if (!inside(realFolder, realTarget)) throw outside(path);
      }
      return readBytes(target, path, isText(path) ? limits.text : limits.data);
    },
    readShipped,
  };
}

/** A file of the data package. */
export async function readShipped(path: string): Promise<Uint8Array> {
  const folder = packageFolder("@gongfu/data");
  const target = join(folder, path);
  if (!inside(folder, target)) throw await unknownShipped(folder, path);
  try {
    return await readBytes(target, path, limits.data);
  } catch {
    throw await unknownShipped(folder, path);
  }
}

/** Folders of the data package that hold no data set. */
const notSets = new Set(["frameworks", "regions", "node_modules"]);

async function unknownShipped(folder: string, path: string): Promise<Fault> {
  const entries = await readdir(folder, { withFileTypes: true });
  const [first, ...rest] = path.split("/");
  const frameworks = first === "frameworks";
  const known = frameworks
    ? (await readdir(join(folder, first))).filter((name) => name.endsWith(".yaml")).map((name) => name.slice(0, -".yaml".length))
    : entries.filter((entry) => entry.isDirectory() && !notSets.has(entry.name)).map((entry) => entry.name);
  const written = frameworks ? rest.join("/").replace(/\.yaml$/, "") : first;
  known.sort();
  const near = nearest(written, known);
  return new Fault({
    code: frameworks ? "unknown-framework" : "unknown-set",
    found: frameworks
      ? { en: `no framework ${quote(written)} ships with Gongfu`, zh: `没有名为 ${quote(written)} 的内置指标体系` }
      : { en: `no data set ${quote(written)} ships with Gongfu`, zh: `没有名为 ${quote(written)} 的内置数据集` },
    expected: { en: `expected one of: ${known.join(", ")}`, zh: `应为以下之一：${known.join("、")}` },
    next: near
      ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` }
      : { en: "choose one of these, or name a file of your own", zh: "请选择其中之一，或指明自己的文件" },
  });
}

const outside = (path: string): Fault =>
  new Fault({
    code: "outside-folder",
    found: { en: `${quote(path)} leads out of the study's folder`, zh: `${quote(path)} 指向研究文件夹之外` },
    expected: { en: "expected a file inside the folder of the study", zh: "应为研究文件夹内的文件" },
    next: { en: "move the file beside the study, or run with --allow-outside", zh: "请将文件移到研究文件旁，或加 --allow-outside 运行" },
  });
