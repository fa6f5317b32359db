/**
 * The values there are, in order; missing cells left out.
 * @param room where they are put, as long as the cells; given when one stretch after another is looked at and none is kept
 * @param from first cell of the stretch
 * @param to the cell after its last
 */
export function present(
  cells: Float64Array,
  room: Float64Array = new Float64Array(cells.length),
  from = 0,
  to = cells.length,
): Float64Array {
  let n = 0;
  for (let c = from; c < to; c++) if (cells[c] === cells[c]) room[n++] = cells[c];
  return n < room.length ? room.subarray(0, n) : room;
}
