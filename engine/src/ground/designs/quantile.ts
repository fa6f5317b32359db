/** Quantile of sorted values by linear interpolation between them (type 7 of Hyndman & Fan 1996, doi:10.1080/00031305.1996.10473566). */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
}
