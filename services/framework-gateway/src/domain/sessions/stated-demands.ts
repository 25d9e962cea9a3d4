import type { RoleDemand } from '@parley/common/contract';
import type { CallId } from '@parley/common/kernel';

interface Stated {
  readonly demand: RoleDemand;
  /** Its place in the order of changes sent. */
  readonly sent: number;
}

/** A request and its place in the order of changes sent. */
export interface SentRequest {
  readonly demands: readonly RoleDemand[];
  readonly sent: number;
}

/** What a framework said that it waits for, role by role, as its SUBSCRIBE and its later requests have left it. A request counts once the master has
 *  confirmed it, or when its answer will never come: it is what the framework wants. */
export class StatedDemands {
  /** Bounded by the roles of the framework: the master confirms no others, and those that are left are dropped. */
  readonly #stated = new Map<string, Stated>();
  /** Bounded by the session's open calls. */
  readonly #requests = new Map<CallId, SentRequest>();

  constructor(demands: readonly RoleDemand[]) {
    this.#apply({ demands, sent: 0 });
  }

  /** Those of the roles that are named, in that order. */
  of(roles: readonly string[]): readonly RoleDemand[] {
    return roles.flatMap((role) => this.#stated.get(role)?.demand ?? []);
  }

  /** A request whose result nobody will hear: it counts at once, unless it names a role that is none of `roles`. */
  state(request: SentRequest, roles: readonly string[]): void {
    if (request.demands.every(({ role }) => roles.includes(role))) this.#apply(request);
  }

  /** A request is on its way to the master. */
  sent(callId: CallId, request: SentRequest): void {
    this.#requests.set(callId, request);
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
      else this.#stated.set(role, { demand, sent });
    }
  }
}
