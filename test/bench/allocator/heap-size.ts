import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes of the heap that are in use once all garbage is collected. */
export function heapInUse(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/** Measures something without the garbage of whatever ran before, which would be collected meanwhile. */
export function measuredAfresh<Result>(measure: () => Result): Result {
  collect();
  return measure();
}
