import { DEMAND_SIZE_MAX, demandSize } from '@parley/common/contract';
import type { RoleDemand } from '@parley/common/contract';
import type { CallId } from '@parley/common/kernel';

interface Stated {
  readonly demand: RoleDemand;
  /** Its place in the order of changes sent. */
  readonly sent: number;
  /** Characters, as the bound counts them. */
  readonly size: number;
}

/** A request and its place in the order of changes sent. */
export interface SentRequest {
  readonly demands: readonly RoleDemand[];
  readonly sent: number;
}

/** What a framework said that it waits for, role by role, as its SUBSCRIBE and its later requests have left it. A request counts once the master has
 *  confirmed it, or when its answer will never come: it is what the framework wants. */
export class StatedDemands {
  /** Bounded by the roles of the framework, since the master confirms no others and those that are left are dropped; and in size by {@link DEMAND_SIZE_MAX}
   *  once it was subscribed, since the master takes no more. */
  readonly #stated = new Map<string, Stated>();
  /** Bounded by the session's open calls, each of them within {@link DEMAND_SIZE_MAX}. */
  readonly #requests = new Map<CallId, SentRequest>();

  constructor(demands: readonly RoleDemand[]) {
    this.#apply({ demands, sent: 0 });
  }

  /** Those of the roles that are named, in that order. */
  of(roles: readonly string[]): readonly RoleDemand[] {
    return roles.flatMap((role) => this.#stated.get(role)?.demand ?? []);
  }

  /** A request whose result nobody will hear: it counts at once, unless the master refuses it for naming a role that is none of `roles`, or for being too much. */
  state(request: SentRequest, roles: readonly string[]): void {
    if (request.demands.every(({ role }) => roles.includes(role)) && this.#sizeWith(request) <= DEMAND_SIZE_MAX)
      this.#apply(request);
  }

  /** A request is on its way to the master, which refuses what is too much by itself: that need not be kept. */
  sent(callId: CallId, request: SentRequest): void {
    if (sizeOf(request.demands) <= DEMAND_SIZE_MAX) this.#requests.set(callId, request);
  }

  /** The master answered a call; nothing happens unless it was a request. */
  callEnded(callId: CallId, ok: boolean): void {
    const request = this.#requests.get(callId);
    this.#requests.delete(callId);
    if (ok && request !== undefined) this.#apply(request);
  }

  /** The framework has only these roles left since an update that was sent at that place: what it wanted before in others is nobody's. */
  keepOnly(roles: readonly string[], sent: number): void {
    for (const [role, stated] of this.#stated) {
      if (stated.sent < sent && !roles.includes(role)) this.#stated.delete(role);
    }
  }

  /** Answers will not come. */
  interrupted(roles: readonly string[]): void {
    for (const request of this.#requests.values()) this.state(request, roles);
    this.#requests.clear();
  }

  #apply({ demands, sent }: SentRequest): void {
    for (const demand of demands) {
      const { role } = demand;
      if ((this.#stated.get(role)?.sent ?? 0) > sent) continue;
      // A demand that is not stated any more is as good as none.
      if (demand.shapes === undefined) this.#stated.delete(role);
      else this.#stated.set(role, { demand, sent, size: sizeOf([demand]) });
    }
  }

  /** What all roles would come to with a request. */
  #sizeWith({ demands }: SentRequest): number {
    const anew = new Set(demands.map(({ role }) => role));
    let size = sizeOf(demands);
    for (const [role, stated] of this.#stated) if (!anew.has(role)) size += stated.size;
    return size;
  }
}

function sizeOf(demands: readonly RoleDemand[]): number {
  return demands.reduce((size, { shapes }) => size + demandSize(shapes ?? []), 0);
}
