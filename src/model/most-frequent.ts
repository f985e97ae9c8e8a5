/** The value that occurs most often; of several that occur as often the first by `order`, else the first met. */
export function findMostFrequent<T>(
  values: Iterable<T>,
  order: (a: T, b: T) => number = () => 0,
): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || order(a[0], b[0]))[0]?.[0];
}
