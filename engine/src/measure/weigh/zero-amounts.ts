/** The amount each zero rule of an entropy works with unless told otherwise; 0 where it works with none. */
export const zeroAmounts = {
  limit: 0,
  shift: 1e-4,
  replace: 1e-6,
  "p-plus": 1e-10,
  squeeze: 0.002,
  spssau: 0.01,
  "zero-entropy": 0,
} as const;
export type ZeroRuleName = keyof typeof zeroAmounts;

export const isAmountless = (rule: ZeroRuleName): boolean => zeroAmounts[rule] === 0;
