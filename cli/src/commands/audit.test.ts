import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { call } from "../../../proof/capture.js";

describe("gongfu audit formula", () => {
  it("says first that a column headed D is C", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "gongfu-audit-")), "table.csv");
    writeFileSync(file, "year,U1,U2,D\n2005,.028,.487,.457\n2006,.070,.583,.619\n2007,.114,.617,.726\n");
    const { code, out } = await call(["audit", "formula", file, "--lang", "en"], { columns: 300 });
    expect(code).toBe(0);
    expect(out.split("\n")[0]).toContain("The column headed D is the standard coupling degree");
    expect((await call(["audit", "formula", file, "--family", "other"])).code).toBe(2);
  });
});
