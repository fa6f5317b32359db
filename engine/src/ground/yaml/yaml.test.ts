import { describe, expect, it } from "vitest";
import type { Fault } from "../fault/index.js";
import { editYaml, parseYaml } from "./index.js";

const faultOf = async (text: string): Promise<Fault> => {
  try {
    await parseYaml(text, "study.yaml");
  } catch (error) {
    return error as Fault;
  }
  throw new Error("parsed without a fault");
};

const study = `gongfu: 1
steps:
  - weigh:
      method: entropy
      # a remark
      range: [0, 1]
`;

describe("yaml: places", () => {
  it("gives the value and the line and column of each value and key", async () => {
    const { value, locate } = await parseYaml(study, "study.yaml");
    expect(value).toEqual({ gongfu: 1, steps: [{ weigh: { method: "entropy", range: [0, 1] } }] });
    const at = (path: (string | number)[], what: "key" | "value") => {
      const { file, line, column } = locate(path, what);
      return `${file}:${line}:${column}`;
    };
    expect(at(["gongfu"], "value")).toBe("study.yaml:1:9");
    expect(at(["gongfu"], "key")).toBe("study.yaml:1:1");
    expect(at(["steps", 0, "weigh", "method"], "key")).toBe("study.yaml:4:7");
    expect(at(["steps", 0, "weigh", "method"], "value")).toBe("study.yaml:4:15");
    expect(at(["steps", 0, "weigh", "range", 1], "value")).toBe("study.yaml:6:18");
  });
  it("gives the nearest place around a path that is not there", async () => {
    const { locate } = await parseYaml(study, "study.yaml");
    expect(locate(["steps", 0, "weigh", "absent"], "value")).toEqual({ file: "study.yaml", line: 4, column: 7 });
    expect((await parseYaml("", "empty.yaml")).locate(["a"], "value")).toMatchObject({ file: "empty.yaml" });
  });
});

describe("yaml: values", () => {
  it.each<[string, unknown]>([
    ["a: no", { a: "no" }],
    ["a: 010", { a: 10 }],
    ["a: 1e3", { a: 1000 }],
    ["a: .nan", { a: Number.NaN }],
    ["a: 2020-01-01", { a: "2020-01-01" }],
    ["名称: 共富", { 名称: "共富" }],
    ["a: &x [1, 2]\nb: *x", { a: [1, 2], b: [1, 2] }],
    ["", null],
  ])("%j", async (text, value) => expect((await parseYaml(text, "a.yaml")).value).toEqual(value));
  it("keys of JavaScript's own do not reach prototypes", async () => {
    const { value } = await parseYaml("__proto__: {polluted: 1}\nconstructor: 2", "a.yaml");
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(Object.keys(value as object)).toContain("constructor");
  });
});

describe("yaml: faults", () => {
  it("names the line of a repeated key", async () => {
    const fault = await faultOf("a: 1\nb: 2\na: 3\n");
    expect([fault.code, fault.place]).toEqual(["duplicate-key", { file: "study.yaml", line: 3, column: 1 }]);
    expect(fault.found.en).toBe('the key "a" is written twice');
    expect((await faultOf("a:\n  - {1: x, '1': y}\n")).code).toBe("duplicate-key");
  });
  it.each<[string, string, number]>([
    ["an open bracket", "a: 1\nb: [1, 2\nc: 3\n", 3],
    ["a tab for indentation", "a:\n\tb: 1\n", 2],
    ["a second colon", "a: 1\nb: c: d\n", 2],
    ["a quotation that never closes", 'a: "x\n', 2],
    ["an alias before its anchor", "a: *x\nb: &x 1\n", 1],
    ["an alias to nothing", "a: 1\nb: *nothing\n", 2],
  ])("names the line of %s", async (_, text, line) => {
    const fault = await faultOf(text);
    expect([fault.code, fault.place.file, fault.place.line]).toEqual(["yaml-syntax", "study.yaml", line]);
    expect(fault.found.zh).toContain("YAML 语法错误");
  });
  it("refuses a document that multiplies itself, and quickly", async () => {
    const letters = [..."abcdefghij"];
    const bomb = letters
      .map(
        (letter, k) =>
          `${letter}: &${letter} [${Array(9)
            .fill(k ? `*${letters[k - 1]}` : "x")
            .join(", ")}]`,
      )
      .join("\n");
    const fault = await faultOf(bomb);
    expect([fault.code, fault.place.file]).toEqual(["yaml-aliases", "study.yaml"]);
  });
  it("refuses a document that contains itself", async () => {
    expect((await faultOf("a: &x [1, *x]\n")).code).toBe("yaml-aliases");
  });
  it.each([
    ["brackets", "title: a\nsteps: ", "[", "]", 108],
    ["braces", "title: a\nsteps: ", "{a: ", "}", 400],
    ["lists in lists", "title: a\nsteps:\n  ", "- ", "", 199],
    ["keys of keys", "title: a\nsteps:\n  ", "? ", "", 199],
  ])(
    "refuses %s nested too deeply, and quickly: closed or not, at the first that is too deep",
    async (_, head, open, close, column) => {
      for (const depth of [1000, 1_000_000]) {
        for (const end of [`x${close.repeat(depth)}`, ""]) {
          const fault = await faultOf(`${head}${open.repeat(depth)}${end}\n`);
          expect([fault.code, fault.exit, fault.place.file]).toEqual(["yaml-depth", 1, "study.yaml"]);
          expect(fault.place.line).toBe(head.split("\n").length);
          expect(Math.abs((fault.place.column ?? 0) - column)).toBeLessThan(5);
        }
      }
    },
    5000,
  );
  it("reads ninety levels, and names the line of a second document", async () => {
    const { value } = await parseYaml(`${"[".repeat(90)}1${"]".repeat(90)}`, "a.yaml");
    expect(JSON.stringify(value)).toBe(`${"[".repeat(90)}1${"]".repeat(90)}`);
    const fault = await faultOf("a: 1\n---\nb: 2\n");
    expect([fault.code, fault.place.line, fault.found.en]).toEqual(["yaml-syntax", 2, "a second document begins here; one file holds one"]);
  });
  it("reads a large flat document", async () => {
    const { value } = await parseYaml(Array.from({ length: 20_000 }, (_, k) => `k${k}: ${k}`).join("\n"), "big.yaml");
    expect(Object.keys(value as object)).toHaveLength(20_000);
  }, 5000);
});

describe("yaml: edits", () => {
  it("changes what is named and keeps order and the way the rest is written; a remark goes with the line below it", async () => {
    const text = await editYaml(study, [
      { path: ["steps", 0, "weigh", "method"], value: "equal" },
      { path: ["steps", 0, "weigh", "range"], value: undefined },
      { path: ["steps", 0], value: { derive: {} }, insert: true },
    ]);
    expect(text).toBe("gongfu: 1\nsteps:\n  - derive: {}\n  - weigh:\n      method: equal\n");
    expect(await editYaml("# head\na: 1 # why\n", [{ path: ["a"], value: 2 }])).toBe("# head\na: 2 # why\n");
  });
  it("leaves a document as it is when nothing is changed", async () => {
    expect(await editYaml("a: {b: [1, 2]} # c\n", [])).toBe("a: {b: [1, 2]} # c\n");
  });
  it("makes the mappings on the way to a new value", async () => {
    expect(await editYaml("a: 1\n", [{ path: ["b", "c"], value: 2 }])).toBe("a: 1\nb:\n  c: 2\n");
  });
  it("writes a new item of a list in one line", async () => {
    const step = { weigh: { method: "equal", bounds: [0, 1] } };
    expect(await editYaml("steps:\n  - derive\n", [{ path: ["steps", 1], value: step, insert: true }])).toBe(
      "steps:\n  - derive\n  - weigh: {method: equal, bounds: [0, 1]}\n",
    );
  });
  it("moves what stands at a path with its remark, within a list and into another", async () => {
    const text = "a:\n  - x\n  # of y\n  - {y: 1} # beside\n  - z\nb: [1]\n";
    expect(await editYaml(text, [{ path: ["a", 1], to: ["a", 2] }])).toBe("a:\n  - x\n  - z\n  # of y\n  - {y: 1} # beside\nb: [1]\n");
    expect(await editYaml(text, [{ path: ["a", 0], to: ["b", 0] }])).toContain("b: [x, 1]");
  });
});
