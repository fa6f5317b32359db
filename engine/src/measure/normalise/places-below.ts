/** How many of the values lie below y: equal values share the smallest place. */
export function placesBelow(values: Float64Array): (y: number) => number {
  const sorted = values.slice().sort();
  return (y) => {
    let from = 0;
    let to = sorted.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (sorted[middle] < y) from = middle + 1;
      else to = middle;
    }
    return from;
  };
}
