/** The values there are, in order; missing cells left out. */
export function present(cells: ArrayLike<number>): Float64Array {
  const found = new Float64Array(cells.length);
  let n = 0;
  for (let c = 0; c < cells.length; c++) if (cells[c] === cells[c]) found[n++] = cells[c];
  return found.subarray(0, n);
}
