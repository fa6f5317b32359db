import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { zipped } from "./zip.js";

describe("an archive", () => {
  const files = new Map<string, string | Uint8Array>([
    ["tables/index.scores.csv", "unit,index\n北京,0.5\n".repeat(50)],
    ["结果.json", "{}"],
    ["empty", ""],
    ["bytes.bin", Uint8Array.from({ length: 1000 }, (_, k) => (k * 7) & 255)],
  ]);

  it("holds its files byte for byte, under their names", async () => {
    const found = unzipSync(await zipped(files));
    expect(Object.keys(found)).toEqual([...files.keys()]);
    for (const [path, content] of files) expect(Buffer.from(found[path])).toEqual(Buffer.from(content as string));
  });

  it("has the same bytes twice, and of no file too", async () => {
    expect(Buffer.from(await zipped(files))).toEqual(Buffer.from(await zipped(files)));
    expect(unzipSync(await zipped(new Map()))).toEqual({});
  });
});
