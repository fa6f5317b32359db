import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { findChromium } from "./chromium.js";
import { type Served, serve } from "./serve.js";

describe("serving a folder", () => {
  let around: string;
  let served: Served;
  beforeAll(async () => {
    around = mkdtempSync(join(tmpdir(), "gongfu-serve-"));
    mkdirSync(join(around, "site", "sub"), { recursive: true });
    writeFileSync(join(around, "secret.txt"), "secret");
    writeFileSync(join(around, "site", "index.html"), "<p>共富</p>");
    writeFileSync(join(around, "site", "sub", "a.js"), "1");
    served = await serve(join(around, "site"), "/gongfu/");
  });
  afterAll(async () => {
    await served.close();
    rmSync(around, { recursive: true });
  });

  it("gives files under the sub-path with their types, and index.html for a folder", async () => {
    const page = await fetch(served.url);
    expect([page.headers.get("content-type"), await page.text()]).toEqual(["text/html; charset=utf-8", "<p>共富</p>"]);
    const script = await fetch(`${served.url}sub/a.js?v=1`);
    expect([script.headers.get("content-type"), await script.text()]).toEqual(["text/javascript; charset=utf-8", "1"]);
  });
  it.each(["sub/none.js", "sub", "..%2fsecret.txt", "%2e%2e/secret.txt", "..%5csecret.txt", "%00", "%zz"])("refuses %s", async (path) => {
    expect((await fetch(served.url + path)).status).toBe(404);
  });
  it("refuses what lies outside the sub-path", async () => {
    expect((await fetch(new URL("/index.html", served.url))).status).toBe(404);
  });
});

describe("finding a Chromium", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
  const nowhere = (): void => {
    vi.stubEnv("CHROME_PATH", "/nowhere/chrome");
    vi.stubEnv("PATH", "/nowhere");
    vi.spyOn(process as { getuid(): number }, "getuid").mockReturnValue(1000);
  };

  it("takes CHROME_PATH when it can be run", () => {
    vi.stubEnv("CHROME_PATH", process.execPath);
    expect(findChromium()).toBe(process.execPath);
  });
  it("says why the tests are skipped when there is none", () => {
    nowhere();
    vi.stubEnv("CI", "");
    const said = vi.spyOn(console, "log").mockReturnValue();
    expect(findChromium()).toBeUndefined();
    expect(said.mock.calls[0][0]).toBe(
      "no Chromium found (CHROME_PATH is /nowhere/chrome, which cannot be run): tests in a browser skipped",
    );
  });
  it("fails instead where CI=true", () => {
    nowhere();
    vi.stubEnv("CI", "true");
    expect(findChromium).toThrow(/no Chromium found/);
  });
});
