import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Fault, isFault } from "@gongfu/engine/ground/fault";
import { describe, expect, it } from "vitest";
import { newFolder } from "../../../proof/capture.js";
import { inside, readShipped, studyHost } from "./study-host.js";

const codeOf = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "read",
    (error: unknown) => (isFault(error) ? error.code : String(error)),
  );

describe("files beside a study", () => {
  const root = newFolder();
  mkdirSync(join(root, "study/data"), { recursive: true });
  writeFileSync(join(root, "secret.csv"), "x");
  writeFileSync(join(root, "study/data/panel.csv"), "x");
  writeFileSync(join(root, "study/big.yaml"), " ".repeat(5 * 1024 * 1024));
  symlinkSync(join(root, "secret.csv"), join(root, "study/link.csv"));
  symlinkSync(join(root, "study/loop.csv"), join(root, "study/loop.csv"));
  const host = studyHost(join(root, "study/study.yaml"), false);

  it.each([
    ["data/panel.csv", "read"],
    ["./data/../data/panel.csv", "read"],
    [join(root, "study/data/panel.csv"), "read"],
    ["../secret.csv", "outside-folder"],
    ["data/../../secret.csv", "outside-folder"],
    [join(root, "secret.csv"), "outside-folder"],
    ["link.csv", "outside-folder"],
    ["missing.csv", "unreadable-file"],
    ["data", "unreadable-file"],
    ["loop.csv", "unreadable-file"],
    ["data/panel.csv/more", "unreadable-file"],
    ["big.yaml", "file-too-large"],
  ])("%s: %s", async (path, code) => expect(await codeOf(host.readFile(path))).toBe(code));

  it("reads outside when allowed", async () => {
    const open = studyHost(join(root, "study/study.yaml"), true);
    expect(await codeOf(open.readFile("../secret.csv"))).toBe("read");
    expect(await codeOf(open.readFile("link.csv"))).toBe("read");
  });

  it("knows what lies inside a folder", () => {
    expect(inside("/a/b", "/a/b/c")).toBe(true);
    expect(inside("/a/b", "/a/b/..c")).toBe(true);
    expect(inside("/a/b", "/a/bc")).toBe(false);
    expect(inside("/a/b", "/a")).toBe(false);
  });
});

describe("shipped files", () => {
  it("names what ships when a name is unknown, and stays in its folder", async () => {
    await expect(readShipped("chnia-provinces/set.yaml")).rejects.toThrow(Fault);
    expect(await codeOf(readShipped("chnia-provinces/set.yaml"))).toBe("unknown-set");
    expect(await codeOf(readShipped("../package.json"))).toBe("unknown-set");
    expect(await codeOf(readShipped("frameworks/three-wheels.yaml"))).toBe("unknown-framework");
  });
});
