/** One measured figure and, where there is one, the bound it should keep. */
export interface Line {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** Greatest value that is good. */
  readonly atMost?: number;
}

export interface Bench {
  readonly name: string;
  run(): Line[] | Promise<Line[]>;
}

const WARM_UP = 5;
const ROUNDS = 15;

/**
 * Medians in milliseconds of several functions, warm, in one process. They take turns, so that whatever else the
 * machine does meets all of them alike.
 */
export async function medianTimes<Name extends string>(
  functions: Readonly<Record<Name, () => unknown>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(functions) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const name of names) {
      const start = performance.now();
      await functions[name]();
      if (round >= 0) times.get(name)?.push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = sorted.length % 2 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1);
  return (low + high) / 2;
}

/** Least squares: `y ≈ intercept + slope · x`, and the share of the variation that it explains. */
export function fitLine(points: readonly (readonly [x: number, y: number])[]) {
  const meanX = mean(points.map(([x]) => x));
  const meanY = mean(points.map(([, y]) => y));
  const slope =
    sum(points.map(([x, y]) => (x - meanX) * (y - meanY))) / sum(points.map(([x]) => (x - meanX) ** 2));
  const intercept = meanY - slope * meanX;
  const unexplained = sum(points.map(([x, y]) => (y - intercept - slope * x) ** 2));
  return { slope, intercept, rSquared: 1 - unexplained / sum(points.map(([, y]) => (y - meanY) ** 2)) };
}

export function formatLine({ what, value, unit, atMost }: Line): string {
  const verdict =
    atMost === undefined ? '' : `  (at most ${atMost}: ${value <= atMost ? 'kept' : 'EXCEEDED'})`;
  return `${what.padEnd(56)} ${value.toPrecision(3).padStart(8)} ${unit}${verdict}`;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
