import type { Core, Tick } from '@parley/common/actor';
import { unreachable } from '@parley/common/kernel';
import type { Epoch, Moment, MonotonicMs, WriteId } from '@parley/common/kernel';
import type { RegistrySnapshot } from '../domain/registry';
import type { MasterSettings } from '../domain/settings';
import type { WriteOutcome } from '../ports';
import { admissionWritten } from './agent-registration';
import { expireRecovered, pingDueAgents, unreachableWritten } from './agent-silence';
import { endSilentAgentStreams, takeAgentStream } from './agent-streams';
import { AllocatorSession } from './allocator-session';
import { OK } from '../domain/frameworks/call-log';
import { resolve } from './answers';
import type { MasterEffect, MasterInput } from './effects';
import { deactivationWritten, whitelistWritten } from './agent-orders';
import { expireFileQueries } from './files';
import { finishWritten } from './framework-end';
import { endGrace, expireFrameworks, recordExpiries } from './framework-life';
import { endSilentGatewayStreams, pingDueGateways, takeGatewayStream } from './gateway-streams';
import { askAgain, serveInverseOffers } from './inverse-offers';
import { advanceMaintenance, maintenanceWritten } from './maintenance';
import { expireDueFilters, expireOffers } from './offers';
import { restartWatch } from './operator';
import { recover } from './recover';
import { rolesWritten } from './role-updates';
import { flushTails } from './speak';
import { registrationWritten } from './subscribe';
import { Term } from './term';
import type { Backlog, WritePurpose } from './term';

/** A tick that comes later than this says that the process was stalled: whoever was silent meanwhile may have spoken. */
const STALL_MS = 1_000;

/** Everything a leading master knows and decides in one term. Takes one input after another, never waits, never reads a clock. */
export class MasterCore implements Core<MasterInput, MasterEffect> {
  readonly #term: Term;
  readonly #allocator = new AllocatorSession();
  #handedOver = false;

  constructor(options: {
    readonly settings: MasterSettings;
    readonly epoch: Epoch;
    readonly snapshot: RegistrySnapshot;
    readonly backlog: Backlog;
    readonly allocatorBacklog: Backlog;
    readonly at: Moment;
  }) {
    const { settings, epoch, snapshot, backlog, allocatorBacklog, at } = options;
    this.#term = new Term({ settings, epoch, backlog, allocatorBacklog, at });
    recover(this.#term, snapshot);
    this.#allocator.begin(this.#term);
  }

  /** The state of the term, for invariant checks. */
  get term(): Term {
    return this.#term;
  }

  get wakeAt(): MonotonicMs | undefined {
    return this.#handedOver ? undefined : this.#term.timers.next;
  }

  step(input: MasterInput | Tick, at: Moment): readonly MasterEffect[] {
    const term = this.#term;
    const planned = term.timers.next;
    term.at = at;
    term.stalled = planned !== undefined && at.now - planned > STALL_MS;
    if (this.#handedOver) turnAway(term, input);
    else this.#take(term, input);
    return term.takeEffects();
  }

  settle(at: Moment): readonly MasterEffect[] {
    const term = this.#term;
    term.at = at;
    if (this.#handedOver) return term.takeEffects();
    term.jobs.run(term);
    this.#allocator.settle(term);
    serveInverseOffers(term);
    term.changes.settle();
    term.watches.serve(term, (watch) => {
      restartWatch(term, watch);
    });
    flushTails(term);
    return term.takeEffects();
  }

  #take(term: Term, input: MasterInput | Tick): void {
    switch (input.input) {
      case 'agent-stream':
        takeAgentStream(term, input.event);
        return;
      case 'gateway-stream':
        takeGatewayStream(term, input.event);
        return;
      case 'allocator-stream':
        this.#allocator.take(term, input.event);
        return;
      case 'registry-written':
        takeWritten(term, input.writeId, input.outcome);
        return;
      case 'hand-over':
        this.#handOver(term);
        return;
      case 'tick':
        this.#tick(term);
        return;
      default:
        unreachable(input, 'master input');
    }
  }

  #tick(term: Term): void {
    while (term.timers.slices.takeDue(term.at.now) !== undefined) {
      // What goes on in slices goes on when this slice settles.
    }
    expireOffers(term);
    expireDueFilters(term);
    pingDueAgents(term);
    pingDueGateways(term);
    endSilentAgentStreams(term);
    endSilentGatewayStreams(term);
    expireRecovered(term);
    endGrace(term);
    expireFrameworks(term);
    recordExpiries(term);
    expireFileQueries(term);
    advanceMaintenance(term);
    askAgain(term);
    this.#allocator.due(term);
  }

  /** Stops commanding and sends everybody to the next leader. */
  #handOver(term: Term): void {
    flushTails(term);
    for (const { stream } of term.agents.values())
      term.emit({ effect: 'send-agent', stream, item: { item: 'go-away' } });
    for (const { stream } of term.gateways.values())
      term.emit({ effect: 'send-gateway', stream, item: { item: 'go-away' } });
    this.#allocator.stop(term);
    this.#handedOver = true;
    term.observe({ event: 'handed-over' });
    term.emit({ effect: 'handed-over' });
  }
}

function takeWritten(term: Term, writeId: WriteId, outcome: WriteOutcome): void {
  const purpose = term.writes.get(writeId);
  term.writes.delete(writeId);
  if (outcome === 'fenced')
    term.emit({ effect: 'abandon', because: 'a registry write was fenced off: another master leads' });
  else if (purpose !== undefined) goOn(term, purpose);
}

/** What waited for the registry takes effect. */
function goOn(term: Term, purpose: WritePurpose): void {
  switch (purpose.purpose) {
    case 'admit-agent':
      admissionWritten(term, purpose.agent);
      return;
    case 'mark-unreachable':
      unreachableWritten(term, purpose.agent);
      return;
    case 'register-framework':
      registrationWritten(term, purpose.framework);
      return;
    case 'finish-framework':
      finishWritten(term, purpose.framework);
      return;
    case 'deactivate-agent':
      deactivationWritten(term, purpose.agent, purpose);
      return;
    case 'update-roles':
      rolesWritten(term, purpose.order);
      return;
    case 'update-whitelist':
      whitelistWritten(term, purpose);
      return;
    case 'update-maintenance':
      maintenanceWritten(term, purpose);
      return;
    case 'answer':
      resolve(term, purpose.answer, OK);
      return;
    case 'note':
      return;
    default:
      unreachable(purpose, 'write purpose');
  }
}

/** Peers that come after the hand-over are sent on. */
function turnAway(term: Term, input: MasterInput | Tick): void {
  const because = {
    kind: 'shutting-down',
    message: 'this master hands leadership over; ask who leads and connect again',
  } as const;
  if (input.input === 'agent-stream' && input.event.event === 'opened')
    term.emit({ effect: 'end-agent-stream', stream: input.event.stream, because });
  if (input.input === 'gateway-stream' && input.event.event === 'opened')
    term.emit({ effect: 'end-gateway-stream', stream: input.event.stream, because });
}
