import { Fault } from "../../ground/fault/index.js";
import { pullExtremes } from "./pull-extremes.js";
import { passes, type Shape, shapeOf } from "./shape.js";
import { type Transform, transformOf } from "./transforms.js";
import type { Stage, Treated } from "./treat-columns.js";

export interface Test {
  readonly skew: number;
  readonly kurt: number;
}
export interface Winsor extends Test {
  readonly winmax: number | "none";
}
export interface TwoSteps extends Winsor {
  readonly transform: Transform;
  readonly lambda?: number;
  readonly combine: boolean;
}

type Place = (x: number) => number;

/** One treatment of a column: how it places each value, and what the column looks like after it. */
interface Done {
  readonly place: Place;
  readonly stage: Stage;
}
type Step<S> = (id: string, values: Float64Array, settings: S) => Done;

const stage = (name: string, cells: number, shape: Shape | null, { skew, kurt }: Test): Stage => ({
  name,
  cells,
  shape,
  passes: passes(shape, skew, kurt),
});

export const before = (values: Float64Array, settings: Test): Stage => stage("before", 0, shapeOf(values), settings);

export const pull: Step<Winsor> = (_, values, settings) => {
  const { low, high, cells, shape } = pullExtremes(
    values,
    settings.skew,
    settings.kurt,
    settings.winmax === "none" ? values.length : settings.winmax,
  );
  return { place: (x) => Math.min(Math.max(x, low), high), stage: stage("winsorised", cells, shape, settings) };
};

export const bend: Step<TwoSteps> = (id, values, settings) => {
  const place = transformOf(settings.transform, id, values, settings.lambda ?? 0);
  return { place, stage: stage(settings.transform, values.length, shapeOf(values.map(place)), settings) };
};

/** Treat a failing column by the first step, and by the second when it still fails; the second starts from the original unless combined. */
export function inTurn(id: string, values: Float64Array, settings: TwoSteps, first: Step<TwoSteps>, second: Step<TwoSteps>): Treated {
  if (settings.lambda !== undefined && settings.transform !== "box-cox") throw noPower(settings.transform);
  const start = before(values, settings);
  if (start.passes) return { place: null, stages: [start] };
  const once = first(id, values, settings);
  const name = ({ stage }: Done): string | undefined => (stage.name === "winsorised" ? undefined : stage.name);
  if (once.stage.passes) return { place: once.place, transform: name(once), stages: [start, once.stage] };
  const twice = second(id, settings.combine ? values.map(once.place) : values, settings);
  const place: Place = settings.combine ? (x) => twice.place(once.place(x)) : twice.place;
  const transform = name(twice) ?? (settings.combine ? name(once) : undefined);
  const cells = transform ? values.length : twice.stage.cells;
  return { place, transform, stages: [start, once.stage, { ...twice.stage, cells }] };
}

const noPower = (transform: string): Fault =>
  new Fault({
    code: "lambda-without-box-cox",
    place: { path: "lambda" },
    found: { en: `lambda is given and transform is ${transform}`, zh: `给出了 lambda，而 transform 为 ${transform}` },
    expected: { en: "expected a power only beside box-cox", zh: "lambda 只与 box-cox 同用" },
    next: { en: "remove lambda, or write transform: box-cox", zh: "请删去 lambda，或写 transform: box-cox" },
  });
