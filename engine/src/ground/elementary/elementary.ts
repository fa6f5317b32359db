import stdCos from "@stdlib/math-base-special-cos";
import stdExp from "@stdlib/math-base-special-exp";
import stdExpm1 from "@stdlib/math-base-special-expm1";
import stdLn from "@stdlib/math-base-special-ln";
import stdLog1p from "@stdlib/math-base-special-log1p";
import stdPow from "@stdlib/math-base-special-pow";
import stdSin from "@stdlib/math-base-special-sin";

/**
 * Elementary functions with the same bits on every engine: ports of FreeBSD msun (fdlibm) in plain arithmetic.
 * `Math.exp`, `Math.log` and `Math.pow` differ between Node and browsers in 5–10 % of arguments; `Math.sqrt` never does.
 * Errors are below one unit in the last place; domain errors give NaN, poles ±Infinity; a result below the smallest number is 0.
 */
export const exp: (x: number) => number = stdExp;
/** eˣ − 1, exact to the last digits near 0. */
export const expm1: (x: number) => number = stdExpm1;
/** Natural logarithm. */
export const ln: (x: number) => number = stdLn;
/** ln(1 + x), exact to the last digits near 0. */
export const log1p: (x: number) => number = stdLog1p;
/** bˣ; NaN stays NaN, also to the power 0. */
export const pow: (b: number, x: number) => number = stdPow;
/** Sine of an angle in radians. */
export const sin: (x: number) => number = stdSin;
/** Cosine of an angle in radians. */
export const cos: (x: number) => number = stdCos;
