/**
 * Groups of rows that are equal in every cell (missing equals missing), by one hash a row; each group in the order of the rows.
 * Linear in the number of cells.
 */
export function equalRows(rows: number, length: number, at: (row: number, k: number) => number): number[][] {
  const word = new Float64Array(1);
  const bits = new Uint32Array(word.buffer);
  const groups = new Map<number, number[][]>();
  const equal = (a: number, b: number): boolean => {
    for (let k = 0; k < length; k++) if (!Object.is(at(a, k) + 0, at(b, k) + 0)) return false;
    return true;
  };
  for (let row = 0; row < rows; row++) {
    let hash = 0x811c9dc5;
    for (let k = 0; k < length; k++) {
      const cell = at(row, k);
      word[0] = cell === cell ? cell + 0 : Number.NaN;
      hash = Math.imul(hash ^ bits[0], 0x01000193);
      hash = Math.imul(hash ^ (hash >>> 15) ^ bits[1], 0x85ebca6b);
    }
    const bucket = groups.get(hash);
    if (!bucket) groups.set(hash, [[row]]);
    else {
      const same = bucket.find((group) => equal(group[0], row));
      if (same) same.push(row);
      else bucket.push([row]);
    }
  }
  return [...groups.values()].flat().filter((group) => group.length > 1);
}
