import type { FrameworkInfo, RoleDemand, SubscribeCall } from '@parley/common/contract';
import type { CallId, FrameworkId } from '@parley/common/kernel';
import { StatedDemands } from './stated-demands';

interface Version {
  readonly info: FrameworkInfo;
  readonly suppressed: Set<string>;
  /** Its place in the order of changes sent. */
  readonly sent: number;
}

/** Ends or asks again for offers of these roles; no roles means all. Roles that are not subscribed make it void, as they do at the master. */
export interface SuppressionChange {
  readonly call: 'suppress' | 'revive';
  readonly roles: readonly string[];
}

interface SentChange {
  readonly change: SuppressionChange;
  readonly sent: number;
}

/** What a new leader has to be told of a framework: its info, suppressed roles and stated demand, as its calls have left them.
 *
 * An update counts once the master has confirmed it, since a refused one would make the next subscription fail. So does a suppression, on the current version and
 * on every unconfirmed update that was sent before it, since the master takes them in that order. Suppressions that are never answered count as made: they are what
 * the framework wants. */
export class FrameworkStanding {
  #current: Version;
  /** Bounded by the session's open calls. */
  readonly #updates = new Map<CallId, Version>();
  /** Bounded by the session's open calls. */
  readonly #suppressions = new Map<CallId, SentChange>();
  readonly #demands: StatedDemands;
  #sent = 0;

  constructor(subscribe: SubscribeCall) {
    const { info, suppressedRoles, demands } = subscribe;
    this.#current = { info, suppressed: new Set(suppressedRoles), sent: 0 };
    this.#demands = new StatedDemands(demands);
  }

  /** The client's SUBSCRIBE as it would be said today, without anything in roles that the framework is not in. */
  repeated(subscribe: SubscribeCall): SubscribeCall {
    const { info, suppressed } = this.#current;
    const suppressedRoles = info.roles.filter((role) => suppressed.has(role));
    return { ...subscribe, info, suppressedRoles, demands: this.#demands.of(info.roles) };
  }

  /** From now on the framework is known under the id that the master gave it. */
  named(frameworkId: FrameworkId): void {
    this.#current = { ...this.#current, info: { ...this.#current.info, frameworkId } };
  }

  /** A change whose result nobody will hear: it counts at once. */
  changeSuppression(change: SuppressionChange): void {
    this.#sent += 1;
    this.#apply({ change, sent: this.#sent });
  }

  /** A change is on its way to the master; it counts once it is confirmed. */
  suppressionSent(callId: CallId, change: SuppressionChange): void {
    this.#sent += 1;
    this.#suppressions.set(callId, { change, sent: this.#sent });
  }

  /** A request whose result nobody will hear: it counts at once. */
  changeDemands(demands: readonly RoleDemand[]): void {
    this.#sent += 1;
    this.#demands.state({ demands, sent: this.#sent }, this.#current.info.roles);
  }

  /** A request is on its way to the master; it counts once it is confirmed. */
  requestSent(callId: CallId, demands: readonly RoleDemand[]): void {
    this.#sent += 1;
    this.#demands.sent(callId, { demands, sent: this.#sent });
  }

  /** An update is on its way to the master. */
  updateSent(callId: CallId, info: FrameworkInfo, suppressedRoles: readonly string[]): void {
    this.#sent += 1;
    const { frameworkId } = this.#current.info;
    const suppressed = new Set(suppressedRoles);
    this.#updates.set(callId, { info: { ...info, frameworkId }, suppressed, sent: this.#sent });
  }

  /** The master answered a call; nothing happens unless it was an update, a suppression or a request. */
  callEnded(callId: CallId, ok: boolean): void {
    const version = this.#updates.get(callId);
    const change = this.#suppressions.get(callId);
    this.#updates.delete(callId);
    this.#suppressions.delete(callId);
    this.#demands.callEnded(callId, ok);
    if (!ok) return;
    if (version !== undefined) {
      this.#current = version;
      this.#demands.keepOnly(version.info.roles, version.sent);
    }
    if (change !== undefined) this.#apply(change);
  }

  /** Answers will not come. Updates count as not made, and their callers are told that the outcome is unknown; suppressions and requests count as made. */
  interrupted(): void {
    this.#demands.interrupted(this.#current.info.roles);
    this.#updates.clear();
    for (const change of this.#suppressions.values()) this.#apply(change);
    this.#suppressions.clear();
  }

  #apply({ change, sent }: SentChange): void {
    const { call, roles } = change;
    for (const { info, suppressed, sent: before } of [this.#current, ...this.#updates.values()]) {
      if (before > sent || !roles.every((role) => info.roles.includes(role))) continue;
      for (const role of roles.length === 0 ? info.roles : roles) {
        if (call === 'suppress') suppressed.add(role);
        else suppressed.delete(role);
      }
    }
  }
}
