import type { FrameworkId } from '@parley/common/kernel';
import type { SimulatedProcess } from '../../worlds/simulated/simulated-process';

/** A framework of the simulation: what runs it may crash and be started again. */
export interface FrameworkStation {
  readonly name: string;
  readonly frameworkId: FrameworkId | undefined;
  readonly process: SimulatedProcess | undefined;
  start(): void;
  /** Ends its process as a crash does. */
  kill(): void;
  /** No more tasks from now on. */
  calm(): void;
  /** Whether everything it began has come to its end, as far as it knows. */
  readonly atRest: boolean;
}
