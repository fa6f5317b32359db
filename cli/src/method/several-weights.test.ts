import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { call, newFolder } from "../../../proof/capture.js";

const cwd = newFolder();
writeFileSync(
  join(cwd, "panel.csv"),
  `unit,year,a,b,c\n${["u1", "u2", "u3"].flatMap((unit, i) => [2020, 2021].map((year, t) => `${unit},${year},${i + t},${10 - i * 2 - t},${i * i + 2 * t}`)).join("\n")}\n`,
);
const gongfu = (...argv: string[]) => call(argv, { cwd });
const json = async (...argv: string[]) => JSON.parse((await gongfu(...argv, "--json")).out);

describe("a method that combines weights", () => {
  it("makes the weights of the methods it is given, each with its defaults, and says so", async () => {
    const equal = await json("equal-weights", "panel.csv");
    const entropy = await json("entropy-weights", "panel.csv");
    const mixed = await json("multiplicative-weights", "panel.csv", "--of", "equal,entropy", "--rule", "linear", "--parts", "3,1");
    for (const id of ["a", "b", "c"])
      expect(mixed.value.share[id]).toBeCloseTo(0.75 * equal.value.share[id] + 0.25 * entropy.value.share[id], 12);
    expect(mixed.trace.of).toEqual(["equal", "entropy"]);
    expect(mixed.trace.chain.map((one: { method: string }) => one.method)).toEqual(["equal-weights", "min-max", "entropy-weights"]);
  });
  it.each([
    [[], 2, "--of is missing"],
    [["--of", "equal"], 2, "expected at least 2 different weighing methods"],
    [["--of", "equal,equal"], 2, "expected at least 2 different weighing methods"],
    [["--of", "equal,entropi"], 1, 'did you mean "entropy"?'],
    [["--of", "equal,ahp"], 1, 'no method "ahp" weighs by itself'],
    [["--of", "equal,game-theory"], 1, "weighs by itself"],
  ] as const)("faults on %j", async (flags, code, said) => {
    const found = await gongfu("game-theory-weights", "panel.csv", ...flags);
    expect(found.code).toBe(code);
    expect(found.err).toContain(said);
  });
});
