import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hash } from "@gongfu/engine/ground/hash";
import { build } from "vite";
import { beforeAll, describe, expect, it } from "vitest";
import type { Told } from "../../app/src/worker/protocol.js";
import { buildApp } from "../app/build-app.js";
import { findChromium, openChromium } from "../browser/chromium.js";
import { serve } from "../browser/serve.js";
import { newFolder } from "../capture.js";
import { read, root } from "../source-files.js";

const study = "studies/two-wheels/study.yaml";

/** A plan run again so often that its parts are worth sending to other threads. */
const longer = `gongfu: 1
title: {en: Long, zh: 长}
data: {set: china-provinces}
framework: two-wheels
steps:
  - derive
  - impute: {method: linear-constant, never: [S-P205]}
  - normalise: {method: min-max}
  - weigh: {method: equal, within: mechanism}
  - aggregate: {id: index, method: arithmetic}
  - uncertainty:
      of: index
      design: random
      replications: 1100
      vary:
        - {path: normalise.method, among: [min-max, percentile-rank]}
        - {noise: weigh.weights, share: 0.25}
seed: 7
`;

/** SHA-256 of every file below a folder, by its path. */
function hashesBelow(folder: string): Record<string, string> {
  const paths = (readdirSync(folder, { recursive: true }) as string[]).filter((path) => statSync(join(folder, path)).isFile()).sort();
  return Object.fromEntries(paths.map((path) => [path.replaceAll("\\", "/"), hash(readFileSync(join(folder, path)))]));
}

/** The command as people run it, in a process of its own. */
function gongfu(...argv: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "cli/bin/gongfu.js"), ...argv], {
    cwd: root,
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
  return stdout;
}

describe("the two-wheel study gives the same bytes", () => {
  let alone: Record<string, string>;
  let said: string;
  let folder: string;
  beforeAll(async () => {
    await build({ root: join(root, "cli"), configFile: join(root, "cli/vite.config.ts"), logLevel: "error", mode: "production" });
    folder = newFolder();
    said = gongfu("run", study, "--out", join(folder, "out/two-wheels"), "--lang", "zh");
    said += gongfu("run", study, "--out", join(folder, "out/two-wheels"));
    alone = hashesBelow(join(folder, "out/two-wheels"));
  });

  it("writes results, lock, tables, figures and a report in each language", () => {
    const paths = Object.keys(alone);
    expect(paths).toEqual(
      expect.arrayContaining(["report.en.html", "report.zh.html", "results.json", "study.lock.json", "tables/index.scores.csv"]),
    );
    expect(paths.filter((path) => /^figures\/.*\.svg$/.test(path)).length).toBeGreaterThan(4);
  });

  it("is what the READMEs show: the picture and the printed lines", () => {
    for (const language of ["en", "zh"])
      expect(read(`docs/two-wheels.${language}.svg`)).toBe(
        readFileSync(join(folder, `out/two-wheels/figures/two-wheels.${language}.svg`), "utf8"),
      );
    const shown = [read("README.md"), read("README.zh-CN.md")].flatMap((page) =>
      (/^```\n\$ .*\n([\s\S]*?)\n```$/m.exec(page)?.[1] ?? "").split("\n"),
    );
    expect(shown.length).toBe(11);
    for (const line of shown) expect(said.replaceAll(`${folder}/`, "")).toContain(`${line}\n`);
  });

  it("with one thread", () => {
    const out = join(newFolder(), "out");
    gongfu("run", study, "--out", out, "--workers", "1");
    expect(hashesBelow(out)).toEqual(alone);
  });

  it("with one, two and four threads, when there is enough to do for them to start", () => {
    const place = newFolder();
    writeFileSync(join(place, "study.yaml"), longer);
    const [one, two, four] = [1, 2, 4].map((threads) => {
      gongfu("run", join(place, "study.yaml"), "--out", join(place, "out"), "--workers", String(threads), "--lang", "en");
      return hashesBelow(join(place, "out"));
    });
    expect(two).toEqual(one);
    expect(four).toEqual(one);
  });

  it("as built, it still knows the countries by their names in either language", () => {
    const place = newFolder();
    writeFileSync(join(place, "c.csv"), "country,year,a,b\nFrance,2020,1,2\n德国,2020,2,1\nUSA,2020,3,3\n");
    const said = gongfu("compare", join(place, "c.csv"), "--regions", "countries", "--json");
    expect(JSON.parse(said).tables[1].columns.find((one: { id: string }) => one.id === "unit").values).toEqual(["FRA", "DEU"]);
  });

  const chromium = findChromium();
  it.skipIf(!chromium)("in the worker of the page", async () => {
    const app = await buildApp();
    const worker = readdirSync(join(app, "assets")).find((name) => /^worker-.*\.js$/.test(name));
    const served = await serve(app);
    const browser = await openChromium(chromium as string);
    try {
      const page = await browser.newPage();
      await page.goto(served.url);
      const found = await page.evaluate(
        ([url, text]) =>
          new Promise<[string, string][]>((done, failed) => {
            const running = new Worker(url, { type: "module" });
            running.onerror = ({ message }) => failed(new Error(message));
            running.onmessage = ({ data }: MessageEvent<Told>) => {
              if (data.kind === "fault") failed(new Error(data.fault.found.en));
              if (data.kind !== "answer") return;
              if (data.id === 0) running.postMessage({ id: 1, call: "files", args: [] });
              else done([...(data.value as Map<string, string>)]);
            };
            running.postMessage({ id: 0, call: "run", args: [text] });
          }),
        [`assets/${worker}`, read(study)],
      );
      const recorded = Object.entries(alone).filter(([path]) => /^(results\.json|study\.lock\.json|tables\/.*)$/.test(path));
      expect(recorded.length).toBeGreaterThan(20);
      expect(Object.fromEntries(found.map(([path, text]) => [path, hash(text)]))).toEqual(Object.fromEntries(recorded));
    } finally {
      await browser.close();
      await served.close();
    }
  });
});
