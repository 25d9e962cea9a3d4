import { CHUNK_ENTRIES_MAX } from '@parley/common/contract';
import type { OperatorAnswer } from '@parley/common/contract';
import type { StreamId } from '@parley/common/kernel';
import { after } from '@parley/common/kernel';
import type { Term } from './term';

/** One operator that follows the changes. */
export interface Watch {
  readonly gateway: StreamId;
  readonly requestId: number;
  /** Version up to which it was told. */
  cursor: number;
}

/** Chunks that one watch is sent in one slice. */
const CHUNKS_PER_SLICE = 10;
const PAUSE_MS = 5;

/** The watches that are past their snapshot. Bounded by {@link LIMITS.queriesPerGatewayMax} for each gateway. */
export class Watches {
  readonly #watches = new Set<Watch>();

  add(watch: Watch): void {
    this.#watches.add(watch);
  }

  /** Tells every watch what is new; those that fell out of the ring are given to `lagging`, which begins them again. */
  serve(term: Term, lagging: (watch: Watch) => void): void {
    for (const watch of this.#watches) {
      const gateway = term.gateways.get(watch.gateway);
      if (gateway?.queries.has(watch.requestId) !== true) this.#watches.delete(watch);
      else if (!term.changes.reaches(watch.cursor)) {
        this.#watches.delete(watch);
        lagging(watch);
      } else tell(term, watch);
    }
  }
}

function tell(term: Term, watch: Watch): void {
  const chunksMax = term.isBehind(watch.gateway) ? 0 : CHUNKS_PER_SLICE;
  for (let chunk = 0; chunk < chunksMax && watch.cursor < term.changes.version; chunk += 1) {
    const { version, entries } = term.changes.since(watch.cursor, CHUNK_ENTRIES_MAX);
    watch.cursor = version;
    const answer: OperatorAnswer = { answer: 'changes', version, entries };
    term.emit({
      effect: 'send-gateway',
      stream: watch.gateway,
      item: { item: 'operator-answer', requestId: watch.requestId, answer },
    });
  }
  if (watch.cursor < term.changes.version) term.timers.slices.set('watches', after(term.at.now, PAUSE_MS));
}
