import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as gongfu from "@gongfu/engine";
import { describe, expect, it } from "vitest";
import { call, newFolder } from "./capture.js";
import { asJson, type Check, codeBlocks, runBlock, shownCommands, shownFiles } from "./pages.js";
import { filesBelow, read, root } from "./source-files.js";

const pages = filesBelow("engine/src").filter((path) => path.endsWith(".md"));
const guides = filesBelow("docs").filter((path) => path.endsWith(".md") && path !== "docs/words.md");
const readmes = ["README.md", "README.zh-CN.md"].filter((path) => existsSync(`${root}${path}`));
for (const name of Object.keys(gongfu)) {
  if (!/^[A-Za-z_]\w*$/.test(name)) throw new Error(`the engine exports ${name}`);
}

function verify({ line, kind, wanted, found }: Check): void {
  const place = `line ${line}`;
  if (kind === "prints") expect(found, place).toBe(wanted);
  else if (kind === "exact") expect(asJson(found), place).toEqual(asJson(JSON.parse(wanted)));
  else {
    const number = Number(wanted);
    expect(Number.isFinite(number) && typeof found === "number", place).toBe(true);
    expect(Math.abs((found as number) - number), `${place}: ${String(found)} ~> ${wanted}`).toBeLessThanOrEqual(1e-9 * Math.abs(number));
  }
}

describe("what the pages say is what the code does", () => {
  it("finds a page for every method", () => {
    expect(pages).toHaveLength(gongfu.cards.length);
  });

  it.each([...pages, ...guides, ...readmes])("%s", async (path) => {
    const blocks = codeBlocks(read(path));
    let checked = 0;
    for (const block of blocks) {
      for (const check of await runBlock(block, gongfu)) {
        verify(check);
        checked++;
      }
    }
    expect(checked, "a page needs at least one checked line").toBeGreaterThan(0);
  });
});

describe("what the guides show of the command is what it prints", () => {
  it.each(guides)("%s", async (path) => {
    const [page, cwd] = [read(path), newFolder()];
    for (const { name, text } of shownFiles(page)) writeFileSync(join(cwd, name), text);
    for (const { line, argv, prints, open } of shownCommands(page)) {
      const { code, out, err } = await call(argv, { cwd });
      expect([code, err], `line ${line}`).toEqual([0, ""]);
      expect(open ? out.slice(0, prints.length) : out.trimEnd(), `line ${line}`).toBe(prints);
    }
  });
});

describe("the checker of pages", () => {
  const run = async (code: string): Promise<void> => (await runBlock({ line: 1, code }, gongfu)).forEach(verify);

  it("accepts what is true", async () => {
    await run(
      'import { gini } from "gongfu";\ngini([1, 2, 3, 4]).value; // => 0.25\ngini([\n  1,\n  3,\n]).value; // ~> 0.25\nconsole.log("a", 1); // prints: a 1',
    );
  });
  it.each([
    ["a wrong value", 'import { gini } from "gongfu";\ngini([1, 2, 3, 4]).value; // => 0.26'],
    ["a wrong digit", 'import { gini } from "gongfu";\ngini([1, 2, 3, 5]).value; // ~> 0.2954545'],
    ["another print", 'console.log("a"); // prints: b'],
    ["a mark behind a declaration", "const a = 1; // => 1"],
    ["a mark inside an expression", "[\n1, // => 1\n];"],
    ["a foreign package", 'import { z } from "zod";\n1; // => 1'],
  ])("refuses %s", async (_, code) => {
    await expect(run(code)).rejects.toThrow();
  });
});
