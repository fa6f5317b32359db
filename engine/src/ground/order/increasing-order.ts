const few = 256;
const digits = 2048;

/**
 * Positions of the values in increasing order, equal values (0 and −0 are equal) in the order given. No value may be NaN.
 * Linear: a radix sort by eleven bits of the doubles at a time; digits that all values share cost nothing.
 */
export function increasingOrder(values: ArrayLike<number>): Uint32Array {
  const n = values.length;
  let order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  if (n < few) return order.sort((a, b) => values[a] - values[b] || a - b);

  const [high, low] = sortableWords(values);
  const counts = digitCounts(high, low);
  let next = new Uint32Array(n);
  counts.forEach((count, pass) => {
    const word = pass < 3 ? low : high;
    const shift = (pass % 3) * 11;
    if (count[(word[0] >>> shift) % digits] === n) return;
    let before = 0;
    for (let d = 0; d < digits; d++) {
      const here = count[d];
      count[d] = before;
      before += here;
    }
    for (let k = 0; k < n; k++) {
      const i = order[k];
      next[count[(word[i] >>> shift) % digits]++] = i;
    }
    [order, next] = [next, order];
  });
  return order;
}

/** The bits of every double, turned so that they order like the numbers when read as whole numbers: upper and lower half. */
function sortableWords(values: ArrayLike<number>): readonly [Uint32Array, Uint32Array] {
  const n = values.length;
  const [high, low] = [new Uint32Array(n), new Uint32Array(n)];
  const bytes = new DataView(new ArrayBuffer(8));
  for (let i = 0; i < n; i++) {
    bytes.setFloat64(0, values[i] + 0);
    const upper = bytes.getUint32(0);
    const negative = -(upper >>> 31);
    high[i] = upper ^ (negative | 0x80000000);
    low[i] = bytes.getUint32(4) ^ negative;
  }
  return [high, low];
}

/** How often each digit occurs, pass by pass from the lowest. */
function digitCounts(high: Uint32Array, low: Uint32Array): Uint32Array[] {
  const counts = Array.from({ length: 6 }, () => new Uint32Array(digits));
  const [a, b, c, d, e, f] = counts;
  for (let i = 0; i < high.length; i++) {
    a[low[i] % digits]++;
    b[(low[i] >>> 11) % digits]++;
    c[low[i] >>> 22]++;
    d[high[i] % digits]++;
    e[(high[i] >>> 11) % digits]++;
    f[high[i] >>> 22]++;
  }
  return counts;
}
