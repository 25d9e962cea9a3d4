import { formatResources } from '../resources';
import type { DemandShape } from './cluster';

/** The most that a framework may state as its demand over all its roles, in characters as {@link demandSize} counts them: all of it travels in one message. */
export const DEMAND_SIZE_MAX = 64 * 1024;

/** Shapes of work that a framework may state for one role. */
export const DEMAND_SHAPES_MAX = 100;

/** Pieces of work of one shape. */
export const DEMAND_COUNT_MAX = 1_000_000;

/** What a shape counts beyond the text of its resources, in characters. */
const SHAPE_OVERHEAD = 16;

/** Characters that shapes of work count: each the text of its resources (`cpus:1;mem:512`) and 16 more. */
export function demandSize(shapes: readonly DemandShape[]): number {
  return shapes.reduce((size, { resources }) => size + formatResources(resources).length + SHAPE_OVERHEAD, 0);
}
