const kept = new WeakMap<Float64Array, Map<string, unknown>>();

/**
 * What is known of a column, found once as long as the column lives: a plan that is run again asks for it in every design.
 * @param what names the fact; two facts of a column never share a name
 */
export function remembered<T>(column: Float64Array, what: string, find: () => T): T {
  let facts = kept.get(column);
  if (!facts) kept.set(column, (facts = new Map()));
  if (!facts.has(what)) facts.set(what, find());
  return facts.get(what) as T;
}
