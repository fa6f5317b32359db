import { element } from "./element.js";

/** Diagonal hatch laid over a colour: what it covers rests on doubtful numbers. */
export const hatchPattern = (id: string, colour: string): string =>
  element(
    "pattern",
    { id, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    element("path", { d: "M0 0V5", stroke: colour, "stroke-width": 3 }),
  );
