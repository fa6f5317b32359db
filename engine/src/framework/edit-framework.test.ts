import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read } from "../../../proof/source-files.js";
import { editFramework, type FrameworkEdit } from "./edit-framework.js";
import { readFramework } from "./read-framework.js";

const shipped = read("data/frameworks/two-wheels.yaml");
const file = "framework.yaml";
const leaves = (await readFramework(shipped, file)).tree.leaves;
const parentOf = async (text: string, id: string) => (await readFramework(text, file)).tree.leaves.find((leaf) => leaf.id === id)?.parent;

describe("edits of a framework", () => {
  it("set a direction, a weight or a name and leave every other line alone", async () => {
    const text = await editFramework(shipped, file, { do: "set", id: "S-E102", key: "direction", value: "-" });
    const [before, after] = [shipped, text].map((one) => one.split("\n"));
    expect(after).toHaveLength(before.length);
    expect(after.filter((line, k) => line !== before[k]).map((line) => line.trim())).toEqual(['direction: "-"']);
  });

  it("move any indicator to another mechanism and back", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...leaves), fc.constantFrom("E2", "Q1", "P1"), async ({ id, parent }, to) => {
        const siblings = leaves.filter((leaf) => leaf.parent === parent);
        fc.pre(siblings.length > 1 && parent !== to);
        const moved = await editFramework(shipped, file, { do: "move", id, to });
        expect(await parentOf(moved, id)).toBe(to);
        const back = await editFramework(moved, file, { do: "move", id, to: parent, at: siblings.findIndex((leaf) => leaf.id === id) });
        expect((await readFramework(back, file)).tree.leaves).toEqual(leaves);
      }),
      { numRuns: 6 },
    );
  }, 30_000);

  it("remove any indicator with its places in views and chains; a definition only it filled becomes a blind spot", async () => {
    const before = await readFramework(shipped, file);
    for (const { id } of [leaves[0], leaves[9], leaves[12]]) {
      const after = await readFramework(await editFramework(shipped, file, { do: "remove", id }), file);
      expect(after.tree.leaves.map((leaf) => leaf.id)).toEqual(leaves.map((leaf) => leaf.id).filter((one) => one !== id));
      expect(JSON.stringify([after.views, after.tree.chains])).not.toContain(`"${id}"`);
      expect(after.blindSpots.length).toBeGreaterThanOrEqual(before.blindSpots.length);
    }
  });

  it("remove a whole mechanism", async () => {
    const after = await readFramework(await editFramework(shipped, file, { do: "remove", id: "E2" }), file);
    expect(after.tree.nodes.some((node) => node.id === "E2")).toBe(false);
    expect(after.definitions.filter((one) => one.mechanism === "E2")).toEqual([]);
  });

  it("add an indicator, and give one a mechanism of its own", async () => {
    const node = { id: "gdp", names: { en: "GDP", zh: "生产总值" }, unit: "yuan", direction: "+" };
    const added = await editFramework(shipped, file, { do: "add", below: "E3", node });
    expect(await parentOf(added, "gdp")).toBe("E3");
    const group = { id: "E4", names: { en: "Size", zh: "规模" } };
    const grouped = await readFramework(await editFramework(added, file, { do: "group", id: "gdp", group }), file);
    expect(grouped.tree.nodes.find((one) => one.id === "E4")).toMatchObject({ parent: "empowerment", names: group.names });
    expect(grouped.tree.leaves.find((one) => one.id === "gdp")?.parent).toBe("E4");
  });

  it.each<[string, FrameworkEdit, string]>([
    ["an id that is not there", { do: "remove", id: "S-E1O2" }, "unknown-reference"],
    [
      "a second node of the same id",
      { do: "add", below: "E1", node: { id: "S-E103", names: "x", unit: "y", direction: "+" } },
      "duplicate-id",
    ],
    ["an indicator above the mechanisms", { do: "move", id: "S-E102", to: "empowerment" }, "missing-children"],
  ])("refuse %s", async (_, edit, code) => {
    await expect(editFramework(shipped, file, edit)).rejects.toMatchObject({ code });
  });
});
