import { median, quantile } from '../quantiles';

/** The middle of some measurements and the quarter points around it. */
export interface Spread {
  readonly median: number;
  readonly quartiles: readonly [number, number];
  readonly count: number;
}

/** Sums measurements up. */
export function spreadOf(numbers: readonly number[]): Spread {
  return {
    median: median(numbers),
    quartiles: [quantile(numbers, 0.25), quantile(numbers, 0.75)],
    count: numbers.length,
  };
}

/** A spread for people, with three significant digits. */
export function spreadText({ median: middle, quartiles: [low, high] }: Spread, unit = ''): string {
  const end = unit === '' ? '' : ` ${unit}`;
  return `${digits(middle)}${end} (${digits(low)} to ${digits(high)})`;
}

/** A number with three significant digits, and thousands apart from 10,000 on. */
export function digits(value: number): string {
  if (!Number.isFinite(value)) return 'none';
  if (Math.abs(value) >= 1_000) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}

/** Milliseconds in the unit that suits them. */
export function duration(ms: number): string {
  if (ms >= 1_000) return `${digits(ms / 1_000)} s`;
  return ms >= 0.1 ? `${digits(ms)} ms` : `${digits(ms * 1_000)} µs`;
}

/** The milliseconds that something takes. */
export function timed(run: () => void): number {
  const began = performance.now();
  run();
  return performance.now() - began;
}

/** The milliseconds of processor time that something takes, on all threads of the process: neighbours on the machine hardly move it. */
export function processorTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** By how much the logarithm of `y` grows with that of `x`: 1 is proportional. By least squares. */
export function growthExponent(points: readonly (readonly [x: number, y: number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (at: 0 | 1): number => logs.reduce((sum, point) => sum + point[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const over = logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return over / logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
