import { describe, expect, it } from "vitest";
import { differences } from "./differences.js";

const step = (id: string, written: Record<string, unknown> | null) => ({ id, verb: id, written });

describe("what differs between two designs", () => {
  it("is told key by key, with steps that came and went", () => {
    const before = [step("derive", null), step("weigh", { method: "equal", within: "wheel" }), step("gini", { of: "data.a" })];
    const after = [step("derive", { framework: "v" }), step("weigh", { method: "manual", set: { a: 1 } }), step("rank", null)];
    expect(differences(before, after)).toEqual([
      "− gini",
      "derive.framework: – → v",
      "weigh.method: equal → manual",
      "weigh.within: wheel → –",
      "weigh.set: – → {a: 1}",
      "+ rank",
    ]);
    expect(differences(after, after)).toEqual([]);
  });
});
