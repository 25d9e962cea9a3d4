import type { LinkEvent, StreamEnd } from '@parley/common/actor';
import type { AllocatorDown, AllocatorUp, Batch, Proposal } from '@parley/common/contract';
import { after, linkNumberOf, streamIdOf, unreachable } from '@parley/common/kernel';
import type { AgentId, StreamId } from '@parley/common/kernel';
import { LIMITS } from '../domain/limits';
import { countMiss, noPings, takePong } from '../domain/pings';
import { ProposalCount, RedialPause } from './allocator-conduct';
import { AUDIT_MS, Audit } from './audit';
import { WAITING_FILTERS_MAX } from './allocator-mirror';
import { BEHIND_PAUSE_MS, flushMirror } from './flush-mirror';
import { takeProposal } from './offers';
import { followHost } from './placement';
import { RecoveryHold } from './recovery-hold';
import type { Term } from './term';
import type { AllocatorDue } from './timers';

const ALL_DUE = ['dial', 'ping', 'audit', 'hold', 'questions'] as const satisfies readonly AllocatorDue[];

/** Characters of the names that an allocator gives itself. */
const NAME_MAX = 255;

/** The session with the allocator. Without one nothing is offered, and everything else goes on.
 *
 *   waiting ─due→ greeting ─ready→ telling ─everything told→ open ─closed, silent or wrong→ waiting
 */
export class AllocatorSession {
  #phase: 'waiting' | 'greeting' | 'telling' | 'open' = 'waiting';
  #stream: StreamId | undefined;
  #dials = 0;
  readonly #pause = new RedialPause();
  #count = new ProposalCount();
  #hold: RecoveryHold | undefined;
  #audit: Audit | undefined;
  /** Entities of the snapshot so far. */
  #told = 0;
  /** Proposals that may still come, and the number of the last that came. */
  #credits = 0;
  #lastProposal = 0;
  /** Credits that are kept back until most agents have returned. */
  #withheld = 0;
  #pings = noPings();

  /** Dials if there is somebody to dial. */
  begin(term: Term): void {
    this.#hold = new RecoveryHold(term);
    if (term.settings.allocatorAddress === '') return;
    term.questions.condition = { condition: 'away', since: term.at.now, because: 'it has not answered yet' };
    term.timers.allocator.set('dial', term.at.now);
  }

  /** Whatever is due. */
  due(term: Term): void {
    for (
      let what = term.timers.allocator.takeDue(term.at.now);
      what !== undefined;
      what = term.timers.allocator.takeDue(term.at.now)
    ) {
      this.#do(term, what);
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
        this.#lose(term, event.end.message, isOffence(event.end) ? 'cut' : 'lost');
        return;
      default:
        unreachable(event, 'allocator stream event');
    }
  }

  /** Tells the allocator what changed in this slice; a snapshot is told slice by slice over live state. */
  settle(term: Term): void {
    if (this.#phase !== 'telling' && this.#phase !== 'open') return;
    const send = (item: AllocatorDown): void => this.#send(term, item);
    const { entities, more } = flushMirror(term, { send, isBehind: this.#isBehind(term) });
    if (term.mirror.filterItems.length > WAITING_FILTERS_MAX) {
      this.#giveUp(term, 'it reads so slowly that too much waits to be told');
      return;
    }
    if (this.#phase === 'telling') {
      this.#told += entities;
      if (!more) this.#endSnapshot(term);
    }
    // An answer follows the amounts it brought about, so that the allocator never believes a resource free that it proposed.
    if (!more) this.#answer(term);
    if (this.#phase !== 'open') return;
    this.#grantWithheld(term);
    for (const question of term.questions.takeUnsent()) this.#send(term, question);
    if (!more) this.#auditNext(term);
  }

  /** Ends the session for good, when leadership is handed over. */
  stop(term: Term): void {
    this.#hangUp(term, { kind: 'ended', message: 'the master hands leadership over' });
    for (const what of ALL_DUE) term.timers.allocator.cancel(what);
  }

  #do(term: Term, what: AllocatorDue): void {
    switch (what) {
      case 'dial':
        this.#dial(term);
        return;
      case 'ping':
        this.#ping(term);
        return;
      case 'audit':
        this.#auditDue(term);
        return;
      case 'questions':
        term.questions.expire(term);
        this.#expectAnswers(term);
        return;
      case 'hold':
        // The hold is looked at when this slice settles.
        return;
      default:
        unreachable(what, 'allocator timer');
    }
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
    const { minAllocatable, pingMs, region } = term.settings;
    this.#send(term, { item: 'begin', minAllocatable, pingMs, region });
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
    // What it says on this session it says in this session's epoch: a later leader would have ended the session. Its word deposes nobody.
    if (verdict === 'newer') this.#giveUp(term, 'it spoke in an epoch that is not that of the session');
    return false;
  }

  #takeItem(term: Term, item: AllocatorUp): void {
    switch (item.item) {
      case 'ready':
        this.#takeReady(term, item);
        return;
      case 'proposal':
        this.#takeProposal(term, item.proposal);
        return;
      case 'pong':
        takePong(this.#pings, item.ping);
        return;
      case 'explained':
      case 'shares':
        if (term.questions.part(term, item) === 'foreign')
          this.#giveUp(term, 'it answered what it was not asked, or with larger parts than it may');
        return;
      case 'audited':
        this.#takeAudited(term, item.differing);
        return;
      default:
        unreachable(item, 'allocator item');
    }
  }

  #takeProposal(term: Term, proposal: Proposal): void {
    const inOrder = Number(proposal.proposalId) === this.#lastProposal + 1;
    if (this.#phase !== 'open' || !inOrder || this.#credits === 0) {
      this.#giveUp(term, 'proposals came without credit, out of order or before the snapshot ended');
      return;
    }
    this.#lastProposal += 1;
    this.#credits -= 1;
    // What was said about its host counts at once, also while agents are still being brought in step with it.
    const agent = term.cluster.agents.get(proposal.agentId);
    if (agent !== undefined) followHost(term, agent);
    const refused = takeProposal(term, proposal) === 'refused';
    if (this.#count.answered(refused, term.at.now))
      this.#giveUp(term, 'most of what it proposed had to be refused; see the reasons of the refusals');
  }

  #takeAudited(term: Term, differing: readonly AgentId[]): void {
    switch (this.#audit?.answered(term, differing)) {
      case 'taken':
        return;
      case 'useless':
        this.#giveUp(term, 'hardly anything was mirrored as it was told; the next session tells everything anew');
        return;
      case 'unasked':
      case undefined:
        this.#giveUp(term, 'it answered an audit that nobody had asked for');
    }
  }

  #takeReady(term: Term, ready: Extract<AllocatorUp, { item: 'ready' }>): void {
    if (this.#phase !== 'greeting') return;
    const isNamed = ready.name.length <= NAME_MAX && ready.policy.length <= NAME_MAX;
    if (isNamed) this.#beginSnapshot(term, ready);
    else this.#giveUp(term, `its name or that of its policy has more than ${String(NAME_MAX)} characters`);
  }

  #beginSnapshot(term: Term, ready: Extract<AllocatorUp, { item: 'ready' }>): void {
    const { name, policy, capabilities } = ready;
    this.#phase = 'telling';
    this.#pause.began(term.at.now);
    this.#count = new ProposalCount();
    this.#audit = capabilities.includes('audit') ? new Audit() : undefined;
    this.#told = 0;
    this.#credits = 0;
    this.#withheld = 0;
    this.#lastProposal = 0;
    term.questions.condition = { condition: 'present', name, policy, capabilities, told: false };
    term.mirror.begin(term.cluster);
    term.observe({ event: 'allocator-ready', name, policy });
  }

  #endSnapshot(term: Term): void {
    this.#phase = 'open';
    const { condition } = term.questions;
    if (condition.condition === 'present') condition.told = true;
    this.#send(term, { item: 'end', count: this.#told });
    this.#withheld = LIMITS.allocatorCredits;
    if (this.#audit !== undefined) term.timers.allocator.set('audit', after(term.at.now, AUDIT_MS));
    const missing = this.#hold?.missing(term) ?? 0;
    if (missing === 0 || this.#hold === undefined) return;
    term.timers.allocator.set('hold', this.#hold.endsAt);
    term.observe({ event: 'offers-held-back', missing });
  }

  /** Credits come with the end of the snapshot, unless too many agents are still missing after an election. */
  #grantWithheld(term: Term): void {
    if (this.#withheld === 0) return;
    const missing = this.#hold?.missing(term) ?? 0;
    term.questions.missingAgents = missing;
    if (missing > 0) return;
    term.timers.allocator.cancel('hold');
    this.#credits += this.#withheld;
    this.#send(term, { item: 'credits', credits: this.#withheld });
    this.#withheld = 0;
  }

  #expectAnswers(term: Term): void {
    const { wakeAt } = term.questions;
    if (wakeAt !== undefined) term.timers.allocator.set('questions', wakeAt);
  }

  #auditDue(term: Term): void {
    if (this.#audit === undefined) return;
    if (this.#audit.due()) term.timers.allocator.set('audit', after(term.at.now, AUDIT_MS));
    else this.#giveUp(term, 'it did not answer an audit');
  }

  /** Audits when nothing waits to be told; agents that differed are told anew first. */
  #auditNext(term: Term): void {
    if (this.#audit === undefined) return;
    if (this.#isBehind(term)) {
      term.timers.slices.set('mirror', after(term.at.now, BEHIND_PAUSE_MS));
      return;
    }
    const isUnhealed = this.#audit.heal(term, (item) => {
      this.#send(term, item);
    });
    if (isUnhealed) term.timers.slices.set('mirror', after(term.at.now, 1));
    const agents = this.#audit.next(term);
    if (agents.length > 0) this.#send(term, { item: 'audit', agents });
  }

  #answer(term: Term): void {
    const { answers } = term.mirror;
    if (answers.length === 0) return;
    term.mirror.answers = [];
    for (const answer of answers) this.#send(term, answer);
    this.#credits += answers.length;
    this.#send(term, { item: 'credits', credits: answers.length });
  }

  /** Whether the allocator has to read what it was told before it is told more. */
  #isBehind(term: Term): boolean {
    return this.#stream !== undefined && term.isAllocatorBehind(this.#stream);
  }

  #ping(term: Term): void {
    if (this.#stream === undefined) return;
    const { pingMs, pingsMissedMax: most } = term.settings;
    const isSilent = countMiss(this.#pings, { stalled: term.stalled, most });
    if (this.#phase === 'greeting' && this.#pings.sent >= most) {
      this.#giveUp(term, 'the allocator did not say that it is ready');
      return;
    }
    if (isSilent) {
      this.#giveUp(term, 'the allocator was silent for too long');
      return;
    }
    this.#pings.sent += 1;
    this.#send(term, { item: 'ping', ping: this.#pings.sent });
    term.timers.allocator.set('ping', after(term.at.now, pingMs));
  }

  #send(term: Term, item: AllocatorDown): void {
    if (this.#stream !== undefined) term.emit({ effect: 'send-allocator', stream: this.#stream, item });
  }

  #giveUp(term: Term, because: string): void {
    this.#hangUp(term, { kind: 'refused', message: because });
    this.#lose(term, because, 'cut');
  }

  #hangUp(term: Term, because: StreamEnd): void {
    if (this.#stream !== undefined) term.emit({ effect: 'end-allocator-stream', stream: this.#stream, because });
    this.#stream = undefined;
  }

  /** The end of a session discards all open proposals: there is nothing to undo. It is dialled again after a pause. */
  #lose(term: Term, because: string, how: 'lost' | 'cut'): void {
    this.#stream = undefined;
    this.#phase = 'waiting';
    this.#audit = undefined;
    this.#withheld = 0;
    term.mirror.clear();
    this.#note(term, because);
    for (const what of ['ping', 'audit', 'hold', 'questions'] as const) term.timers.allocator.cancel(what);
    const pauseMs = this.#pause.ended(how, term.at.now);
    term.timers.allocator.set('dial', after(term.at.now, pauseMs * (0.5 + term.at.chance / 2)));
    // A first failure is told, the many that may follow are only counted.
    term.observe({ event: 'allocator-lost', because, how, again: this.#pause.failures > 1 });
  }

  /** Notes for people who ask that there is no allocator, and since when. */
  #note(term: Term, because: string): void {
    const { questions, at } = term;
    const { condition } = questions;
    const since = condition.condition === 'away' ? condition.since : at.now;
    questions.missingAgents = 0;
    questions.endAll(term);
    questions.condition = { condition: 'away', since, because };
  }
}

/** What an allocator sent could not be understood, or was too much: that is no accident of the network. */
function isOffence(end: StreamEnd): boolean {
  return end.kind === 'malformed' || end.kind === 'overloaded';
}
