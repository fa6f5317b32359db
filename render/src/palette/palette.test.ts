import { expect, test } from "vitest";
import { darkOf, divergingStep, onDiverging, onSequential, palette, type Theme } from "./palette.js";

const themes: Theme[] = ["light", "dark"];
const roles = ["empowerment", "equity", "outcome", "ink", "quiet"] as const;

const channels = (hex: string): number[] =>
  [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
const luminance = (hex: string): number => channels(hex).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
const contrast = (a: string, b: string): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};
const lightness = (hex: string): number => {
  const [r, g, b] = channels(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
};

test("black on white is 21 : 1", () => expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21, 10));

test.each(themes)("%s: letters reach 4.5 : 1 on paper and panel", (theme) => {
  const p = palette[theme];
  const letters = [p.ink, p.quiet, p.fault, p.warning, p.fine, ...roles.map((role) => p.text[role])];
  for (const colour of letters)
    for (const ground of [p.paper, p.panel]) expect(contrast(colour, ground), colour).toBeGreaterThanOrEqual(4.5);
});

test.each(themes)("%s: marks and mechanism tints reach 3 : 1 on paper", (theme) => {
  const p = palette[theme];
  for (const role of roles)
    for (const colour of [p.mark[role], ...p.tints[role]]) expect(contrast(colour, p.paper), colour).toBeGreaterThanOrEqual(3);
});

test.each(themes)("%s: marks reach 3 : 1 on the panel of a tile", (theme) => {
  const p = palette[theme];
  for (const role of roles) expect(contrast(p.mark[role], p.panel), role).toBeGreaterThanOrEqual(3);
});

test.each(themes)("%s: letters on every step of both scales reach 4.5 : 1", (theme) => {
  const p = palette[theme];
  for (const scale of Object.values(p.sequential))
    scale.forEach((colour, step) => {
      expect(contrast(onSequential(p, step), colour), colour).toBeGreaterThanOrEqual(4.5);
    });
  p.diverging.forEach((colour, step) => {
    expect(contrast(onDiverging(p, step), colour), colour).toBeGreaterThanOrEqual(4.5);
  });
});

test.each(themes)("%s: the seven steps are even in OKLCH lightness", (theme) => {
  for (const scale of Object.values(palette[theme].sequential)) {
    const steps = scale.map(lightness);
    const even = (steps[6] - steps[0]) / 6;
    steps.slice(1).forEach((value, i) => {
      expect(Math.abs(value - steps[i] - even), scale[i + 1]).toBeLessThan(0.012);
    });
  }
  expect(lightness(palette.light.sequential.empowerment[0])).toBeCloseTo(0.96, 2);
  expect(lightness(palette.light.sequential.empowerment[6])).toBeCloseTo(0.34, 2);
});

test("the diverging scale is neutral at its middle and strongest at its ends", () => {
  const { diverging } = palette.light;
  const steps = diverging.map(lightness);
  for (let i = 0; i < 4; i++) {
    expect(steps[i]).toBeLessThan(steps[i + 1]);
    expect(steps[9 - i]).toBeLessThan(steps[8 - i]);
  }
  expect([0, 1, 2].map((level) => divergingStep(level, 3))).toEqual([0, 5, 9]);
  expect(divergingStep(4, 10)).toBe(4);
});

test("every light colour has exactly one dark counterpart", () => {
  const pair = (a: unknown, b: unknown): void => {
    if (typeof a === "string") expect(darkOf.get(a), a).toBe(b);
    else for (const key of Object.keys(a as object)) pair((a as never)[key], (b as never)[key]);
  };
  pair(palette.light, palette.dark);
});
