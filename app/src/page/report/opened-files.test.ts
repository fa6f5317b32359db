import { describe, expect, it } from "vitest";
import { studyAmong } from "./opened-files.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("files of the disk", () => {
  it("are a study and what it reads, whatever the study is called", () => {
    const files = new Map([
      ["tree.yaml", bytes("id: ours\n")],
      ["our study.yml", bytes("# head\ngongfu: 1\n")],
      ["data.csv", bytes("a,b\n")],
    ]);
    const found = studyAmong(files);
    expect(found?.text).toBe("# head\ngongfu: 1\n");
    expect(Object.keys(found?.files ?? {})).toEqual(["tree.yaml", "data.csv"]);
  });

  it("are no study where none says so", () => {
    expect(studyAmong(new Map([["data.csv", bytes("gongfu: 1\n")]]))).toBeNull();
  });
});
