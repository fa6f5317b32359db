import { exp } from "../ground/elementary/index.js";

/** Rows gathered in boxes one bandwidth wide lie at most half a bandwidth from the middle of theirs. */
const terms = 26;
/** Bandwidths from the middle of a box beyond which it adds nothing: exp(−10²/2) is 2·10⁻²² of the peak. */
const reach = 10.5;
const rootTwoPi = 2.5066282746310007;

/**
 * Gaussian kernel density f(y) = Σⱼ pⱼ φ((y − xⱼ)/h)/h at increasing points y, for values in increasing order whose shares p sum to 1.
 * All rows of a box act through 26 moments about its middle (the fast Gauss transform in one dimension: Greengard & Strain 1991,
 * doi:10.1137/0912004). The first moment left out adds less than 10⁻²⁰ of the kernel's peak, so the sums are exact to rounding,
 * in a number of steps that grows with rows and points, not with their product.
 */
export function gaussianDensity(x: Float64Array, p: Float64Array, h: number, at: Float64Array): Float64Array {
  const { middle, moments } = boxes(x, p, h);
  const density = new Float64Array(at.length);
  let first = 0;
  for (let i = 0; i < at.length; i++) {
    while (first < middle.length && (at[i] - middle[first]) / h > reach) first++;
    let total = 0;
    for (let box = first; box < middle.length; box++) {
      const b = (at[i] - middle[box]) / h;
      if (b < -reach) break;
      let series = 0;
      for (let k = (box + 1) * terms - 1; k >= box * terms; k--) series = series * b + moments[k];
      total += exp(-0.5 * b * b) * series;
    }
    density[i] = total / (h * rootTwoPi);
  }
  return density;
}

/** The boxes that hold rows, from the lowest up: their middles, and Σ p exp(−a²/2) aᵏ/k! with a the distance of a row from the middle. */
function boxes(x: Float64Array, p: Float64Array, h: number): { readonly middle: Float64Array; readonly moments: Float64Array } {
  const boxOf = (i: number): number => Math.floor((x[i] - x[0]) / h);
  let count = 1;
  for (let i = 1; i < x.length; i++) if (boxOf(i) !== boxOf(i - 1)) count++;
  const [middle, moments] = [new Float64Array(count), new Float64Array(count * terms)];
  for (let i = 0, box = -1; i < x.length; i++) {
    if (i === 0 || boxOf(i) !== boxOf(i - 1)) middle[++box] = x[0] + (boxOf(i) + 0.5) * h;
    const a = (x[i] - middle[box]) / h;
    let part = p[i] * exp(-0.5 * a * a);
    for (let k = 0; k < terms; k++) {
      moments[box * terms + k] += part;
      part *= a / (k + 1);
    }
  }
  return { middle, moments };
}
