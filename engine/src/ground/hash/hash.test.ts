import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hash } from "./index.js";

describe("hash (SHA-256)", () => {
  it.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    ["abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"],
  ])("of %j is the value published in FIPS 180", (text, digits) => expect(hash(text)).toBe(digits));
  it("of text is that of its UTF-8 bytes, and agrees with Node's own", () => {
    const native = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
    expect(hash("共富")).toBe(hash(Uint8Array.of(0xe5, 0x85, 0xb1, 0xe5, 0xaf, 0x8c)));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: "grapheme", maxLength: 80 }), (bytes, text) => {
        expect([hash(bytes), hash(text)]).toEqual([native(bytes), native(text)]);
      }),
    );
  });
});
