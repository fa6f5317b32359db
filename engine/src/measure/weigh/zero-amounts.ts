/** The amount each zero rule of an entropy works with unless told otherwise. */
export const zeroAmounts = { limit: 0, shift: 1e-4, replace: 1e-6, "p-plus": 1e-10 } as const;
