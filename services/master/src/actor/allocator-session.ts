import type { LinkEvent, StreamEnd } from '@parley/common/actor';
import type { AllocatorDown, AllocatorUp, Batch } from '@parley/common/contract';
import { after, linkNumberOf, streamIdOf, unreachable } from '@parley/common/kernel';
import type { StreamId } from '@parley/common/kernel';
import { noPings } from '../domain/agents/agent';
import { rolesOf } from '../domain/cluster';
import { LIMITS } from '../domain/limits';
import { flushMirror } from './flush-mirror';
import { takeProposal } from './offers';
import type { Term } from './term';

/** Pauses before dialling again double from the first to the longest, with jitter. */
const REDIAL_FIRST_MS = 250;
const REDIAL_MAX_MS = 10_000;

/** The session with the allocator. Without one nothing is offered, and everything else goes on.
 *
 *   waiting ─due→ greeting ─ready→ telling ─everything told→ open ─closed, silent or wrong→ waiting
 */
export class AllocatorSession {
  #phase: 'waiting' | 'greeting' | 'telling' | 'open' = 'waiting';
  #stream: StreamId | undefined;
  #dials = 0;
  /** Dials in a row that led to nothing. */
  #failures = 0;
  /** Entities of the snapshot so far. */
  #told = 0;
  /** Proposals that may still come, and the number of the last that came. */
  #credits = 0;
  #lastProposal = 0;
  #pings = noPings();

  /** Dials if there is somebody to dial. */
  begin(term: Term): void {
    if (term.settings.allocatorAddress !== '') term.timers.allocator.set('dial', term.at.now);
  }

  /** Whatever is due. */
  due(term: Term): void {
    for (
      let what = term.timers.allocator.takeDue(term.at.now);
      what !== undefined;
      what = term.timers.allocator.takeDue(term.at.now)
    ) {
      if (what === 'dial') this.#dial(term);
      else this.#ping(term);
    }
  }

  /** What happens on the stream. Events of a stream that was given up have no effect. */
  take(term: Term, event: LinkEvent<AllocatorUp>): void {
    if (event.stream !== this.#stream) return;
    switch (event.event) {
      case 'opened':
        return;
      case 'message':
        this.#takeBatch(term, event.message);
        return;
      case 'closed':
        this.#lose(term, event.end.message);
        return;
      default:
        unreachable(event, 'allocator stream event');
    }
  }

  /** Tells the allocator what changed in this slice; a snapshot is told slice by slice over live state. */
  settle(term: Term): void {
    if (this.#phase !== 'telling' && this.#phase !== 'open') return;
    const { sent, more } = flushMirror(term, (item) => {
      this.#send(term, item);
    });
    if (this.#phase === 'telling') {
      this.#told += sent;
      if (!more) this.#endSnapshot(term);
    }
    this.#answer(term);
  }

  /** Ends the session for good, when leadership is handed over. */
  stop(term: Term): void {
    this.#hangUp(term, { kind: 'ended', message: 'the master hands leadership over' });
    term.timers.allocator.cancel('dial');
    term.timers.allocator.cancel('ping');
  }

  #dial(term: Term): void {
    const stream = streamIdOf((this.#dials += 1));
    this.#stream = stream;
    this.#phase = 'greeting';
    this.#pings = noPings();
    term.emit({
      effect: 'dial-allocator',
      stream,
      target: term.settings.allocatorAddress,
      link: linkNumberOf(this.#dials),
    });
    this.#send(term, { item: 'begin', minAllocatable: term.settings.minAllocatable, pingMs: term.settings.pingMs });
    this.#ping(term);
  }

  #takeBatch(term: Term, batch: Batch<AllocatorUp>): void {
    if (!this.#obeysThisTerm(term, batch)) return;
    // The link check: only the session's own number counts.
    if (batch.link !== linkNumberOf(this.#dials)) {
      term.dropBatch('allocator', 'link');
      return;
    }
    for (const item of batch.items) {
      if (this.#stream === undefined) return;
      this.#takeItem(term, item);
    }
  }

  #obeysThisTerm(term: Term, batch: Batch<AllocatorUp>): boolean {
    const verdict = term.judgeEpoch(batch.epoch);
    if (verdict === 'own') return true;
    term.dropBatch('allocator', 'epoch');
    if (verdict === 'newer') term.emit({ effect: 'abandon', because: 'the allocator serves a later leader' });
    return false;
  }

  #takeItem(term: Term, item: AllocatorUp): void {
    switch (item.item) {
      case 'ready':
        if (this.#phase === 'greeting') this.#beginSnapshot(term, item);
        return;
      case 'proposal': {
        const { proposal } = item;
        const inOrder = Number(proposal.proposalId) === this.#lastProposal + 1;
        if (this.#phase !== 'open' || !inOrder || this.#credits === 0) {
          this.#giveUp(term, 'proposals came without credit, out of order or before the snapshot ended');
          return;
        }
        this.#lastProposal += 1;
        this.#credits -= 1;
        takeProposal(term, proposal);
        return;
      }
      case 'pong':
        if (item.ping > this.#pings.sent) return;
        this.#pings.answered = item.ping;
        this.#pings.missed = 0;
        return;
      default:
        unreachable(item, 'allocator item');
    }
  }

  #beginSnapshot(term: Term, ready: Extract<AllocatorUp, { item: 'ready' }>): void {
    this.#phase = 'telling';
    this.#failures = 0;
    this.#told = 0;
    this.#credits = 0;
    this.#lastProposal = 0;
    const { mirror, cluster } = term;
    mirror.clear();
    mirror.live = true;
    for (const { role, weight } of rolesOf(cluster)) {
      this.#send(term, { item: 'role', role, weight });
      this.#told += 1;
    }
    for (const agent of cluster.agents.values()) {
      if (!agent.mirrored) continue;
      mirror.agents.add(agent);
      for (const holding of agent.holdings.values()) mirror.holdings.add(holding);
    }
    for (const framework of cluster.frameworks.values()) {
      if (!framework.mirrored) continue;
      mirror.frameworks.add(framework);
      for (const bucket of framework.filters.values()) mirror.buckets.add(bucket);
    }
    term.observe({ event: 'allocator-ready', name: ready.name, policy: ready.policy });
  }

  #endSnapshot(term: Term): void {
    this.#phase = 'open';
    this.#credits = LIMITS.allocatorCredits;
    this.#send(term, { item: 'end', count: this.#told });
    this.#send(term, { item: 'credits', credits: this.#credits });
  }

  /** Answers follow the amounts they brought about, so that the allocator never believes a resource free that it proposed. */
  #answer(term: Term): void {
    const { answers } = term.mirror;
    if (answers.length === 0) return;
    term.mirror.answers = [];
    for (const answer of answers) this.#send(term, answer);
    this.#credits += answers.length;
    this.#send(term, { item: 'credits', credits: answers.length });
  }

  #ping(term: Term): void {
    if (this.#stream === undefined) return;
    if (this.#pings.answered < this.#pings.sent && !term.stalled) this.#pings.missed += 1;
    if (this.#pings.missed >= term.settings.pingsMissedMax) {
      this.#giveUp(term, 'the allocator was silent for too long');
      return;
    }
    this.#pings.sent += 1;
    this.#send(term, { item: 'ping', ping: this.#pings.sent });
    term.timers.allocator.set('ping', after(term.at.now, term.settings.pingMs));
  }

  #send(term: Term, item: AllocatorDown): void {
    if (this.#stream !== undefined) term.emit({ effect: 'send-allocator', stream: this.#stream, item });
  }

  #giveUp(term: Term, because: string): void {
    this.#hangUp(term, { kind: 'refused', message: because });
    this.#lose(term, because);
  }

  #hangUp(term: Term, because: StreamEnd): void {
    if (this.#stream !== undefined) term.emit({ effect: 'end-allocator-stream', stream: this.#stream, because });
    this.#stream = undefined;
  }

  /** The end of a session discards all open proposals: there is nothing to undo. It is dialled again after a pause. */
  #lose(term: Term, because: string): void {
    this.#stream = undefined;
    this.#phase = 'waiting';
    term.mirror.clear();
    term.timers.allocator.cancel('ping');
    const pauseMs = Math.min(REDIAL_FIRST_MS * 2 ** Math.min(this.#failures, 10), REDIAL_MAX_MS);
    this.#failures += 1;
    term.timers.allocator.set('dial', after(term.at.now, pauseMs * (0.5 + term.at.chance / 2)));
    // A first refusal of the connection is told, the many that may follow are not.
    if (this.#failures === 1) term.observe({ event: 'allocator-lost', because });
  }
}
