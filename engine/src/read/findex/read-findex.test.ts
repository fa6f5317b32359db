import { describe, expect, it } from "vitest";
import { Fault } from "../../ground/fault/index.js";
import { findexCode, findexFamilies, findexGroups } from "./findex-code.js";
import { readFindex } from "./read-findex.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, options = {}) => readFindex(bytes(text), { file: "findex.csv", ...options });

/** Two made-up countries: the figures are ours and mean nothing. */
const byColumn = `country,Year,con1,con1.1,con1.2,con1.10,con1.11,con1.12,g20.any,g20.any.7,g20.any.8,g20.any.9,g20.any.10,con30g
Examplia,2017,90,88,92,95,85,93,68,54,77,62,75,
Examplia,2021,95,94,96,97,91,97,86,78,92,82,89,
Examplia,2024,97,96,98,98,94,98,90,83,95,87,93,61
Samplia,2021,86,84,88,92,80,90,78,70,84,75,86,
`;
const values = ({ table }: Awaited<ReturnType<typeof read>>, indicator: string, group: string) =>
  [...table.value].filter((_, r) => table.indicator[r] === indicator && table.group[r] === group && table.place[r] === "Examplia");

describe("findexCode", () => {
  it("reads the last segment as a whole number: .1 is not .10, .11 or .12", () => {
    expect(["con1.1", "con1.10", "con1.11", "con1.12"].map((code) => findexCode(code).group)).toEqual([
      "women",
      "urban",
      "out of labour force",
      "in labour force",
    ]);
    expect(findexCode("g20.any.7")).toEqual({ family: "g20.any", suffix: 7, axis: "income", group: "poorest 40%" });
  });
  it.each(["con1", "g20.any", "account.t.d", "g20.any.0", "g20.any.13", "g20.any.01", "g20.any.1a", ".1", "7"])(
    "takes %j for everyone",
    (code) => {
      expect(findexCode(code)).toEqual({ family: code, suffix: null, axis: "", group: "total" });
    },
  );
  it("has twelve groups on six axes, two on each, shares that sum to 1 where known", () => {
    const groups = Object.values(findexGroups);
    expect(groups).toHaveLength(12);
    for (const axis of new Set(groups.map((one) => one.axis))) {
      const own = groups.filter((one) => one.axis === axis);
      expect(own).toHaveLength(2);
      if (own.some(({ share }) => share !== undefined)) expect(own[0].share! + own[1].share!).toBe(1);
    }
  });
});

describe("readFindex", () => {
  it("reads one column a code into one row a value", async () => {
    const made = await read(byColumn);
    expect(values(made, "con1", "women")).toEqual([88, 94, 96]);
    expect(values(made, "con1", "urban")).toEqual([95, 97, 98]);
    expect(values(made, "g20.any", "poorest 40%")).toEqual([54, 78, 83]);
    expect(values(made, "g20.any", "total")).toEqual([68, 86, 90]);
    expect(values(made, "con30g", "total")).toEqual([61]);
    expect(made.families["g20.any"]).toEqual(["g20.any", "g20.any.7", "g20.any.8", "g20.any.9", "g20.any.10"]);
    const { table } = made;
    const at = table.group.indexOf("poorest 40%");
    expect([table.axis[at], table.level[at], table.share[at], table.place[at]]).toEqual(["income", "outcome", 0.4, "Examplia"]);
    expect(table.share[table.group.indexOf("women")]).toBeNaN();
    expect(made.warnings.map(({ code }) => code)).toEqual(["layout-decided"]);
  });
  it("holds what the Global Findex Database 2021 prints of account ownership and digital payments", async () => {
    const made = await read(
      `region,year,account.t.d,account.t.d.1,account.t.d.2,g20.any
World,2021,76,74,78,
Developing economies,2014,,,,35
Developing economies,2021,71,68,74,57
`,
    );
    const { table } = made;
    const found = [...table.value.keys()].map(
      (r) => `${table.place[r]} ${table.indicator[r]} ${table.group[r]} ${table.period[r]}: ${table.value[r]}`,
    );
    expect(found).toHaveLength(8);
    expect(found).toContain("World account.t.d women 2021: 74");
    expect(found).toContain("Developing economies account.t.d men 2021: 74");
    expect(found).toContain("Developing economies g20.any total 2014: 35");
  });
  it("reads one row a code with a column a wave, as the data bank writes it", async () => {
    const made = await read(
      `Country Name,Country Code,Series Name,Series Code,2014 [YR2014],2017 [YR2017],2021 [YR2021]
Examplia,EXA,Made or received a digital payment,g20.any,44,68,86
Examplia,EXA,"Made or received a digital payment, income, poorest 40%",g20.any.7,28,54,78
Examplia,EXA,"Made or received a digital payment, rural",g20.any.9,..,62,82
`,
      { variable: "Series Code" },
    );
    expect(values(made, "g20.any", "poorest 40%")).toEqual([28, 54, 78]);
    expect(values(made, "g20.any", "rural")).toEqual([62, 82]);
  });
  it("takes a family it does not know when it comes with a suffix, and leaves other columns aside with a warning", async () => {
    const made = await read("country,Year,account.t.d,account.t.d.9,population\nExamplia,2021,89,84,1412\n");
    expect(Object.keys(made.families)).toEqual(["account.t.d"]);
    expect([...made.table.level]).toEqual(["", ""]);
    expect(made.warnings.map(({ code }) => code)).toContain("columns-aside");
    const told = { families: { "account.t.d": { level: "access", names: { en: "has an account", zh: "拥有账户" } } } };
    expect((await read("country,Year,account.t.d\nExamplia,2021,89\n", told)).table.level).toEqual(["access"]);
  });
  it("warns of years without a wave and of shares taken for per cent; turns shares into per cent", async () => {
    const shares = "country,Year,con1,con1.1\nExamplia,2020,0.9,0.88\n";
    expect((await read(shares)).warnings.map(({ code }) => code).slice(1)).toEqual(["no-wave", "looks-like-shares"]);
    expect([...(await read(shares, { scale: "share" })).table.value]).toEqual([90, 88]);
  });
  it("faults when no column is a series", async () => {
    await expect(read("country,Year,gdp\nExamplia,2021,5\n")).rejects.toThrow(Fault);
  });
  it("names its families in both languages", () => {
    for (const { names } of Object.values(findexFamilies)) expect(names.zh).toMatch(/\p{Script=Han}/u);
  });
});
