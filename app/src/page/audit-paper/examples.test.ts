import { describe, expect, it } from "vitest";
import { auditClaim, claimFamilies, guessClaim, printedTable } from "../../worker/calls/formula-audit.js";
import type { Session } from "../../worker/session.js";
import { partsOf, rolesOfColumns } from "./column-roles.js";
import { examples } from "./examples.js";

const session = {} as Session;
const families = await claimFamilies(session);

describe("the measured cases", () => {
  it("are there for every kind of published table", () => {
    for (const { id } of families) expect(examples.map(({ family }) => family)).toContain(id);
  });

  it.each([
    ["zhangye", "D", "wrong", "standard"],
    ["xinjiang", "C", "wrong", "geometric-mean"],
    ["two-degrees", "C′", "right", "wang-2021-of-the-same"],
    ["entropy-base", "w", "wrong", "entropy-base-t-directed"],
    ["raw-entropy", "w", "undecided", "entropy-limit-raw"],
    ["topsis", "I", "right", "topsis-minmax-matrix"],
    ["means-as-totals", "gini", "wrong", "gini-of-means-as-totals"],
    ["gross-between", "between", "wrong", "gross-between"],
    ["growth-explained", "speed", "wrong", "total"],
  ])("%s: %s is %s, %s", async (id, column, outcome, candidate) => {
    const example = examples.find((one) => one.id === id);
    const family = families.find((one) => one.id === example?.family);
    if (!example || !family) throw new Error("no such example");
    const table = await printedTable(session, example.text, "");
    const columns = { ...rolesOfColumns(await guessClaim(session, family.id, table), family), ...example.roles };
    const parts = partsOf(family, table, columns, example.numbers ?? {});
    const { verdicts } = await auditClaim(session, family.id, table, parts, "auto");
    const found = verdicts.find((one) => one.column === column);
    expect(found).toMatchObject({ outcome });
    expect(found?.candidates).toContain(candidate);
  });

  it("are all measured here", () => expect(examples).toHaveLength(9));
});
