import { describe, expect, it } from "vitest";
import { call } from "../../../proof/capture.js";

describe("gongfu schema", () => {
  it("prints the schema of a study, or of a framework when asked", async () => {
    const [study, framework] = await Promise.all([call(["schema"]), call(["schema", "--framework"])]);
    expect([study.code, framework.code]).toEqual([0, 0]);
    expect(JSON.parse(study.out)).toMatchObject({ title: "Gongfu study", properties: { gongfu: { const: 1 } } });
    expect(JSON.parse(framework.out)).toMatchObject({ title: "Gongfu framework", properties: { gongfu: { const: "framework" } } });
  });
});
