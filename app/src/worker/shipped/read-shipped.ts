/// <reference types="vite/client" />
import { Fault, nearest } from "@gongfu/engine/ground/fault";

/** Frameworks and tables that ship, a chunk a file; the provinces, of many small files, are one chunk. Keys are paths from here. */
const single = import.meta.glob<string>(
  ["../../../../data/*/**/*.{csv,yaml,tsv,txt}", "!../../../../data/china-provinces/**", "!../../../../data/node_modules/**"],
  {
    query: "?raw",
    import: "default",
  },
);
const folder = "../../../../data/";
const provinces = "china-provinces/";

const encoder = new TextEncoder();

/** A file of the shipped data by its path inside the data package. Throws a Fault when nothing of that name ships. */
export async function readShipped(path: string): Promise<Uint8Array> {
  const key = `${folder}${path}`;
  if (path.startsWith(provinces)) {
    const { files } = await import("./china-provinces.js");
    if (files[key] !== undefined) return encoder.encode(files[key]);
  }
  const load = single[key];
  if (!load) throw unknown(path);
  return encoder.encode(await load());
}

function unknown(path: string): Fault {
  const known = ["china-provinces/set.yaml", ...Object.keys(single).map((one) => one.slice(folder.length))];
  const near = nearest(path, known);
  return new Fault({
    code: "unknown-set",
    place: { path },
    found: { en: `nothing shipped is called ${path}`, zh: `没有名为 ${path} 的内置文件` },
    expected: { en: "expected a shipped data set or framework", zh: "应为内置数据集或指标体系" },
    next: near
      ? { en: `did you mean ${near}?`, zh: `是否想写 ${near}？` }
      : { en: "name the set china-provinces, or bring a file of your own", zh: "请使用数据集 china-provinces，或带入自己的文件" },
  });
}
