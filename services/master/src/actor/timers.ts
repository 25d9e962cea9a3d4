import { Agenda } from '@parley/common/kernel';
import type { AgentId, FrameworkId, MonotonicMs, OfferId, StreamId } from '@parley/common/kernel';
import type { AskedToLeave } from '../domain/maintenance/asked-to-leave';
import type { PlannedWindow } from '../domain/maintenance/planned-window';
import type { FilterBucket } from '../domain/offers/filters';

/** What is due with the allocator: the next dial, ping or audit, the end of what holds offers back, questions that it did not answer. */
export type AllocatorDue = 'dial' | 'ping' | 'audit' | 'hold' | 'questions';

/** Everything that a term waits for, by what it is about; each noun takes out its own when a tick comes. */
export class Timers {
  /** Offers that run out. */
  readonly offers = new Agenda<OfferId>();
  /** Filters that run out. */
  readonly filters = new Agenda<FilterBucket>();
  /** Next ping of an agent. */
  readonly agentPings = new Agenda<AgentId>();
  /** Agents of the registry that did not register in time. */
  readonly recovered = new Agenda<AgentId>();
  /** Streams of agents and gateways that have not said who they are. */
  readonly agentStreams = new Agenda<StreamId>();
  readonly gatewayStreams = new Agenda<StreamId>();
  /** Next ping of a gateway. */
  readonly gatewayPings = new Agenda<StreamId>();
  /** Frameworks whose gateway is away: when that becomes their disconnect. */
  readonly grace = new Agenda<FrameworkId>();
  /** Disconnected frameworks: when their expiry is put into the registry … */
  readonly expiryRecords = new Agenda<FrameworkId>();
  /** … and when they are torn down. */
  readonly expiries = new Agenda<FrameworkId>();
  readonly fileQueries = new Agenda<number>();
  /** When the next thing happens to a maintenance window. */
  readonly maintenance = new Agenda<PlannedWindow>();
  /** When a framework is asked again to leave an agent. */
  readonly inverseOffers = new Agenda<AskedToLeave>();
  readonly allocator = new Agenda<AllocatorDue>();
  /** Long work that goes on in slices. */
  readonly slices = new Agenda<'jobs' | 'watches' | 'mirror' | 'inverse-offers'>();

  /** The earliest of all. */
  get next(): MonotonicMs | undefined {
    let earliest: MonotonicMs | undefined;
    for (const agenda of this.#all()) {
      const { next } = agenda;
      if (next !== undefined && (earliest === undefined || next < earliest)) earliest = next;
    }
    return earliest;
  }

  #all(): readonly { readonly next: MonotonicMs | undefined }[] {
    return [
      this.offers,
      this.filters,
      this.agentPings,
      this.recovered,
      this.agentStreams,
      this.gatewayStreams,
      this.gatewayPings,
      this.grace,
      this.expiryRecords,
      this.expiries,
      this.fileQueries,
      this.maintenance,
      this.inverseOffers,
      this.allocator,
      this.slices,
    ];
  }
}
