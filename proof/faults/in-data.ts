import { type Broken, encode, panel, study } from "./broken.js";

const withPanel = (content: string | Uint8Array): Record<string, string | Uint8Array> => ({ "panel.csv": content });
const changed = (from: string | RegExp, to: string): Record<string, string | Uint8Array> => withPanel(panel.replace(from, to));
const all = (column: number, cell: string): Record<string, string | Uint8Array> =>
  withPanel(
    panel
      .trim()
      .split("\n")
      .map((line, k) => (k === 0 ? line : line.split(",").with(column, cell).join(",")))
      .join("\n"),
  );
const geometric = study({
  steps: ["normalise: {method: min-max, range: [-1, 1]}", "weigh: {method: equal}", "aggregate: {method: geometric}"],
});

/** Data files. */
export const inData: readonly Broken[] = [
  { name: "an empty file", files: withPanel(""), exit: 1, place: "panel.csv", found: "the file is empty" },
  { name: "a file of blanks", files: withPanel(" \n\n  \n"), exit: 1, place: "panel.csv", found: "the file is empty" },
  {
    name: "a picture",
    files: withPanel(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)),
    exit: 1,
    place: "panel.csv",
    found: "NUL byte",
  },
  {
    name: "a workbook named .csv",
    files: withPanel(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0)),
    exit: 1,
    place: "panel.csv",
    found: "Excel workbook",
  },
  {
    name: "bytes of no encoding",
    files: withPanel(Uint8Array.of(...encode("unit,year,a\nu1,2020,"), 0xff, 0xff, 0xfe, 0x0a)),
    exit: 1,
    place: "panel.csv",
    found: "not valid UTF-8",
  },
  { name: "NUL bytes inside", files: changed("u2,2020", "u\0,2020"), exit: 1, place: "panel.csv", found: "NUL byte" },
  { name: "a header alone", files: withPanel("unit,year,a,b,c\n"), exit: 1, place: "panel.csv:1", found: "no rows" },
  { name: "the same column twice", files: changed("a,b,c", "a,b,a"), exit: 1, place: "panel.csv:1:5", found: 'both named "a"' },
  { name: "a column without a name", files: changed("a,b,c", "a,,c"), exit: 1, place: "panel.csv:1:4", found: "has no name" },
  {
    name: "a row too short",
    files: changed("u2,2020,3,6,6,west", "u2,2020,3"),
    exit: 1,
    place: "panel.csv:4",
    found: "line 4 has 3 fields",
  },
  {
    name: "a row too long",
    files: changed("u2,2020,3,6,6,west", "u2,2020,3,6,6,west,9"),
    exit: 1,
    place: "panel.csv:4",
    found: "line 4 has 7 fields",
  },
  {
    name: "a quotation never closed",
    files: changed("u2,2020", '"u2,2020'),
    exit: 1,
    place: "panel.csv:4",
    found: "a quote opens on line 4",
  },
  { name: "a word among numbers", files: changed("u2,2020,3", "u2,2020,three"), exit: 1, place: "panel.csv:4:3", found: '"three"' },
  { name: "a row twice", files: changed("u2,2021", "u2,2020"), exit: 1, place: "panel.csv:5", found: "line 4 and on line 5" },
  { name: "a period that is a word", files: changed("u2,2020", "u2,then"), exit: 1, place: "panel.csv:4:2", found: '"then"' },
  {
    name: "a province no one knows",
    files: withPanel(panel.replaceAll("u1", "北京").replaceAll("u2", "上海").replaceAll("u3", "上诲市")),
    exit: 1,
    place: "panel.csv:6:1",
    found: "上诲市",
    next: "上海",
  },
  {
    name: "two years in one heading",
    files: withPanel("unit,2020,2020年\nu1,1,2\nu2,3,4\n"),
    exit: 1,
    place: "panel.csv:1:3",
    found: "2020",
  },
  {
    name: "no numbers anywhere",
    files: withPanel("unit,year,a\nu1,2020,x\nu2,2020,y\n"),
    exit: 1,
    place: "panel.csv",
    found: "no column beside unit and period",
  },
  { name: "a column without one value", files: all(3, ""), exit: 1, found: "b is missing for 3 of 3 units" },
  {
    name: "nothing but missing",
    files: withPanel("unit,year,a\nu1,2020,\nu2,2020,\n"),
    exit: 1,
    place: "panel.csv",
    found: "no column beside unit and period",
  },
  {
    name: "negative scores under a geometric mean",
    files: { "study.yaml": geometric },
    exit: 1,
    place: "study.yaml:7",
    found: "a is -1",
  },
  {
    name: "one line of 100 MB",
    files: withPanel(new Uint8Array(100 * 1024 * 1024).fill(0x61)),
    exit: 1,
    place: "panel.csv",
    found: "line 1 is longer than",
  },
  {
    name: "a unit column that is not there",
    files: { "study.yaml": study({ data: "{panel: panel.csv, unit: unti}" }) },
    exit: 1,
    place: "panel.csv:1",
    found: '"unti"',
    next: '"unit"',
  },
  {
    name: "a period column that is not there",
    files: { "study.yaml": study({ data: "{panel: panel.csv, period: yaer}" }) },
    exit: 1,
    place: "panel.csv:1",
    found: '"yaer"',
    next: '"year"',
  },
  {
    name: "a way of matching no one knows",
    files: { "study.yaml": study({ data: "{panel: panel.csv, regions: mars}" }) },
    exit: 1,
    place: "study.yaml:3",
    found: '"mars"',
  },
  { name: "an infinite number", files: changed("u2,2020,3", "u2,2020,Infinity"), exit: 1, place: "panel.csv:4:3", found: "Infinity" },
];
