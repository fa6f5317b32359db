import { describe, expect, it } from "vitest";
import { type Fault, isFault } from "../ground/fault/index.js";
import { readFramework } from "./read-framework.js";

const own = `gongfu: framework
id: my-cake
names: My cake
levels:
  - {id: pillar, names: pillar}
  - {id: theme, names: {en: theme, zh: 主题}}
  - {id: part, names: part}
  - {id: item, names: item}
tree:
  - id: A
    names: {en: A, zh: 甲}
    children:
      - id: A1
        names: A1
        weight: 2
        children:
          - id: A11
            names: A11
            children:
              - {id: x.1, names: x, unit: "%", direction: "+", formula: "\`x.1\` / 2"}
              - {id: 收入, names: {en: income, zh: 收入}, unit: {en: yuan, zh: 元}, direction: "-", weight: 0}
      - id: A2
        names: A2
        children:
          - {id: A21, names: A21, children: [{id: y, names: y, unit: u, direction: "+"}]}
views:
  short:
    levels: [{id: kind, names: kind}, {id: item, names: item}]
    tree:
      - {id: people, names: people, children: [y, x.1]}
`;

const faultOf = async (text: string): Promise<Fault> => {
  try {
    await readFramework(text, "mine.yaml");
  } catch (error) {
    if (isFault(error)) return error;
    throw error;
  }
  throw new Error("the file was read");
};

describe("a framework of one's own", () => {
  it("may have any depth and any names", async () => {
    const { id, names, tree, indicators, definitions, blindSpots } = await readFramework(own, "mine.yaml");
    expect([id, names]).toEqual(["my-cake", { en: "My cake", zh: "My cake" }]);
    expect(tree.levels.map((level) => level.id)).toEqual(["pillar", "theme", "part", "item"]);
    expect(tree.nodes.map((node) => [node.id, node.parent, node.weight])).toEqual([
      ["A", null, 1],
      ["A1", "A", 2],
      ["A11", "A1", 1],
      ["A2", "A", 1],
      ["A21", "A2", 1],
    ]);
    expect(tree.leaves).toEqual([
      { id: "x.1", names: { en: "x", zh: "x" }, unit: { en: "%", zh: "%" }, direction: 1, weight: 1, parent: "A11", formula: "`x.1` / 2" },
      { id: "收入", names: { en: "income", zh: "收入" }, unit: { en: "yuan", zh: "元" }, direction: -1, weight: 0, parent: "A11" },
      { id: "y", names: { en: "y", zh: "y" }, unit: { en: "u", zh: "u" }, direction: 1, weight: 1, parent: "A21" },
    ]);
    expect(indicators[1]).toEqual({
      id: "收入",
      names: { en: "income", zh: "收入" },
      unit: { en: "yuan", zh: "元" },
      direction: -1,
      weight: 0,
      formula: "收入",
      standsFor: [],
      match: "same",
    });
    expect([definitions, blindSpots]).toEqual([[], []]);
  });

  it("shows the same indicators in another tree", async () => {
    const { views, tree } = await readFramework(own, "mine.yaml");
    expect(Object.keys(views)).toEqual(["short"]);
    expect(views.short.leaves).toEqual([
      { ...tree.leaves[2], parent: "people" },
      { ...tree.leaves[0], parent: "people" },
    ]);
    expect(views.constructor).toBeUndefined();
  });

  it("has the hash of its file", async () => {
    const [one, other] = await Promise.all([readFramework(own, "a.yaml"), readFramework(`${own}# more\n`, "a.yaml")]);
    expect(one.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(other.hash).not.toBe(one.hash);
  });
});

/** Line and column of the bar in `mark`, which is the last of its kind in the text. */
function placeOf(mark: string, text: string): string {
  const at = text.lastIndexOf(mark.replace("|", ""));
  if (at < 0) throw new Error(`${mark} is not in the text`);
  const before = text.slice(0, at + mark.indexOf("|")).split("\n");
  return `${before.length}:${(before.at(-1) as string).length + 1}`;
}

/** Edit the framework above and say where the fault is, which it is, and what it tells to do. */
const broken: readonly [string, (text: string) => string, string, string, RegExp][] = [
  ["a list instead of a mapping", () => "- a\n- b\n", "|- a\n", "not-a-framework", /gongfu new/],
  ["a study given as a framework", (t) => t.replace("gongfu: framework", "gongfu: 1"), "gongfu: |1", "unknown-option", /choose/],
  ["a key written twice", (t) => t.replace("id: my-cake", "id: my-cake\nid: again"), "|id: again", "duplicate-key", /keep one of the two/],
  ["an unknown key at the top", (t) => t.replace("\ntree:", "\ntre:"), "|tre:", "unknown-key", /did you mean "tree"/],
  [
    "an unknown key of a node",
    (t) => t.replace("        weight: 2", "        wieght: 2"),
    "|wieght",
    "unknown-key",
    /did you mean "weight"/,
  ],
  ["an unknown key of an indicator", (t) => t.replace("unit: u,", "units: u,"), "|units: u", "unknown-key", /did you mean "unit"/],
  ["an id of another alphabet for the file", (t) => t.replace("id: my-cake", "id: My Cake"), "id: |My Cake", "invalid-value", /rewrite/],
  [
    "one level only",
    (t) => t.replace(/levels:\n(.*\n){4}/, "levels: [{id: item, names: item}]\n"),
    "levels: |[{id: item",
    "out-of-range",
    /range/,
  ],
  ["two levels of one name", (t) => t.replace("{id: part,", "{id: pillar,"), "{id: |pillar, names: part", "duplicate-id", /rename/],
  ["a level named like a table", (t) => t.replace("{id: part,", "{id: score,"), "id: |score", "reserved-id", /score-1/],
  ["a node named like a column", (t) => t.replace("id: A2\n", "id: period\n"), "id: |period", "reserved-id", /period-1/],
  ["an id twice", (t) => t.replace("id: A2\n", "id: A11\n"), "- id: |A11\n        names: A2", "duplicate-id", /rename/],
  ["an indicator's id twice", (t) => t.replace("{id: y,", "{id: x.1,"), "{id: |x.1, names: y", "duplicate-id", /rename/],
  ["an id that is a number", (t) => t.replace("{id: y,", "{id: 12,"), "{id: |12", "wrong-type", /rewrite/],
  ["no tree", (t) => t.replace(/tree:\n( {2}.*\n)+views/, "views"), "|gongfu", "missing-key", /tree:/],
  ["an empty list of children", (t) => t.replace(/children: \[\{id: y.*\}\]/, "children: []"), "children: |[]", "wrong-type", /- id/],
  ["a node that is a word", (t) => t.replace(/\{id: A21.*\}/, "A21"), "- |A21", "wrong-type", /- id/],
  [
    "a branch that ends early",
    (t) => t.replace(/, children: \[\{id: y.*\}\]/, ""),
    "- |{id: A21",
    "missing-children",
    /item entries under/,
  ],
  [
    "a branch that goes too deep",
    (t) => t.replace('direction: "+"}]', 'direction: "+", children: [z]}]'),
    '"+", |children: [z]',
    "too-deep",
    /add a level/,
  ],
  ["no direction", (t) => t.replace(', direction: "+"}]', "}]"), "|{id: y,", "missing-key", /add "direction"/],
  ["a direction that is a number", (t) => t.replace('direction: "-"', "direction: -1"), "direction: |-1", "unknown-option", /choose/],
  ["a weight below 0", (t) => t.replace("weight: 0", "weight: -1"), "weight: |-1", "out-of-range", /range/],
  ["a weight that is a word", (t) => t.replace("weight: 2", "weight: heavy"), "weight: |heavy", "wrong-type", /rewrite/],
  ["a name in one language", (t) => t.replace("names: {en: A, zh: 甲}", "names: {en: A}"), "names: |{en: A}", "missing-key", /zh/],
  ["a formula that does not close", (t) => t.replace("`x.1` / 2", "(`x.1` / 2"), 'formula: |"(', "bad-formula", /parenthesis/],
  ["a function that does not exist", (t) => t.replace("`x.1` / 2", "logp1(x)"), 'formula: |"logp1', "bad-formula", /did you mean "log1p"/],
  ["a definition that is not there", (t) => t.replace("weight: 0}", "standsFor: [D1]}"), "[|D1]", "unknown-reference", /name an existing/],
  ["a view of an unknown indicator", (t) => t.replace("[y, x.1]", "[y, x.2]"), "[y, |x.2]", "unknown-reference", /did you mean "x.1"/],
  ["a view that shows an indicator twice", (t) => t.replace("[y, x.1]", "[y, y]"), "[y, |y]", "duplicate-id", /rename/],
  ["an indent that is none", (t) => t.replace("    names: {en: A", "   names: {en: A"), "|   names: {en: A", "yaml-syntax", /indentation/],
];

describe("a broken framework", () => {
  it.each(broken)("with %s is refused at its line", async (_, edit, at, code, next) => {
    expect(edit(own)).not.toBe(own);
    const fault = await faultOf(edit(own));
    expect([`${fault.place.line}:${fault.place.column}`, fault.code, fault.place.file]).toEqual([
      placeOf(at, edit(own)),
      code,
      "mine.yaml",
    ]);
    expect(fault.next.en).toMatch(next);
    expect(/\p{Script=Han}/u.test(fault.next.zh)).toBe(true);
  });

  it("tells all its faults at once", async () => {
    const fault = await faultOf(own.replace("weight: 2", "weight: -2").replace(', direction: "+"}]', "}]").replace("`x.1` / 2", "1 +"));
    expect([fault, ...fault.others].map((one) => [one.code, one.place.line])).toEqual([
      ["out-of-range", 15],
      ["missing-key", 25],
    ]);
  });

  it("does not expand aliases without end", async () => {
    const bomb = [
      "a0: &a0 [x,x,x,x,x,x,x,x,x]",
      ...Array.from({ length: 9 }, (_, k) => `a${k + 1}: &a${k + 1} [${Array(9).fill(`*a${k}`).join(",")}]`),
    ];
    expect((await faultOf(`${own}${bomb.join("\n")}\n`)).code).toBe("yaml-aliases");
  });
});

const defined = `${own}definitions:
  - id: D1
    mechanism: A1
    names: one
    unit: u
    direction: "+"
    formula: x / 2
    source: yearbook
    availability: A
  - id: D2
    mechanism: A
    names: two
    unit: u
    direction: "-"
    formula: income
    source: yearbook
    availability: C
    blindSpot: {en: not published, zh: 未公布}
`
  .replace("weight: 0}", "weight: 0, standsFor: [D2], match: proxy}")
  .replace('/ 2"}', '/ 2", standsFor: [D1]}');

describe("definitions", () => {
  it("are filled as defined, or blind spots with a reason and what stands in", async () => {
    const { definitions, blindSpots } = await readFramework(defined, "mine.yaml");
    expect(definitions.map(({ id, mechanism, direction, availability }) => [id, mechanism, direction, availability])).toEqual([
      ["D1", "A1", 1, "A"],
      ["D2", "A", -1, "C"],
    ]);
    expect(blindSpots).toEqual([{ definition: definitions[1], reason: { en: "not published", zh: "未公布" }, standIns: ["收入"] }]);
  });

  it.each<[string, (text: string) => string, string, string, RegExp]>([
    ["neither filled nor explained", (t) => t.replace(/\n {4}blindSpot.*\n/, "\n"), "- |id: D2", "no-reason", /blindSpot/],
    ["filled and called blind", (t) => t.replace("match: proxy", "match: same"), "|blindSpot", "not-blind", /remove `blindSpot`/],
    [
      "of a node that is not there",
      (t) => t.replace("mechanism: A1", "mechanism: A3"),
      "mechanism: |A3",
      "unknown-reference",
      /did you mean "A/,
    ],
    ["of the same id", (t) => t.replace("id: D2", "id: D1"), "- id: |D1\n    mechanism: A\n", "duplicate-id", /rename/],
    ["without a source", (t) => t.replace("    source: yearbook\n", ""), "- |id: D1", "missing-key", /source/],
    ["of an unknown availability", (t) => t.replace("availability: C", "availability: D"), "availability: |D", "unknown-option", /choose/],
    ["of an unknown match", (t) => t.replace("match: proxy", "match: proxi"), "match: |proxi", "unknown-option", /did you mean "proxy"/],
  ])("are refused when %s", async (_, edit, at, code, next) => {
    const fault = await faultOf(edit(defined));
    expect([`${fault.place.line}:${fault.place.column}`, fault.code]).toEqual([placeOf(at, edit(defined)), code]);
    expect(fault.next.en).toMatch(next);
  });
});

describe("chains", () => {
  const chained = `${own}chains:
  - id: c
    names: {en: from x to y, zh: 由 x 到 y}
    stages:
      - {id: s, names: s, of: [x.1, A2]}
      - {id: t, names: t}
`;
  it("are read with their stages, and stand in the tree with what no data fill", async () => {
    const { tree } = await readFramework(chained, "mine.yaml");
    expect(tree.chains).toEqual([
      {
        id: "c",
        names: { en: "from x to y", zh: "由 x 到 y" },
        stages: [
          { id: "s", names: { en: "s", zh: "s" }, of: ["x.1", "A2"] },
          { id: "t", names: { en: "t", zh: "t" }, of: [] },
        ],
      },
    ]);
    expect([tree.unfilled, (await readFramework(own, "mine.yaml")).tree.chains]).toEqual([[], []]);
  });

  it.each([
    ["an unknown id", chained.replace("x.1, A2]", "x.1, A9]"), "unknown-reference", 'did you mean "A'],
    ["a stage twice", chained.replace("{id: t,", "{id: s,"), "duplicate-id", ""],
    ["one stage only", chained.replace(/\n {6}- \{id: t.*\n/, "\n"), "too-short", ""],
  ])("are refused with %s, naming the line", async (_, text, code, next) => {
    const fault = await faultOf(text);
    expect(fault.place.line).toBeGreaterThan(32);
    if (code !== "too-short") expect(fault.code).toBe(code);
    expect(fault.next.en).toContain(next);
  });
});
