import type { FrameworkInfo, SubscribeCall } from '@parley/common/contract';
import type { CallId, FrameworkId } from '@parley/common/kernel';

interface Version {
  readonly info: FrameworkInfo;
  readonly suppressed: Set<string>;
}

/** What a new leader has to be told of a framework: its info and suppressed roles, as its calls have left them.
 *
 * An update counts once the master has confirmed it, since a refused one would make the next subscription fail. Suppressions count when they are sent, on the
 * current version and on every update that is still unconfirmed, since the master takes them in the same order. */
export class FrameworkStanding {
  #current: Version;
  /** Bounded by the session's open calls. */
  readonly #updates = new Map<CallId, Version>();

  constructor(subscribe: SubscribeCall) {
    this.#current = versionOf(subscribe.info, subscribe.suppressedRoles);
  }

  get info(): FrameworkInfo {
    return this.#current.info;
  }

  /** In the order in which the framework names its roles. */
  get suppressedRoles(): readonly string[] {
    return this.#current.info.roles.filter((role) => this.#current.suppressed.has(role));
  }

  /** From now on the framework is known under the id that the master gave it. */
  named(frameworkId: FrameworkId): void {
    this.#current = { ...this.#current, info: { ...this.#current.info, frameworkId } };
  }

  /** No roles means all. Roles that are not subscribed make the call void, as they do at the master. */
  suppress(roles: readonly string[]): void {
    this.#change(roles, (suppressed, role) => suppressed.add(role));
  }

  /** No roles means all. Roles that are not subscribed make the call void, as they do at the master. */
  revive(roles: readonly string[]): void {
    this.#change(roles, (suppressed, role) => suppressed.delete(role));
  }

  /** An update is on its way to the master; a repeated call id stands for the first update under it. */
  updateSent(callId: CallId, info: FrameworkInfo, suppressedRoles: readonly string[]): void {
    if (this.#updates.has(callId)) return;
    const { frameworkId } = this.#current.info;
    this.#updates.set(callId, versionOf({ ...info, frameworkId }, suppressedRoles));
  }

  /** The master answered a call; nothing happens unless it was an update. */
  callEnded(callId: CallId, ok: boolean): void {
    const version = this.#updates.get(callId);
    if (version === undefined) return;
    this.#updates.delete(callId);
    if (ok) this.#current = version;
  }

  /** Answers to updates under way will not come: they count as not made, and their callers are told that the outcome is unknown. */
  forgetUpdates(): void {
    this.#updates.clear();
  }

  #change(roles: readonly string[], apply: (suppressed: Set<string>, role: string) => void): void {
    for (const version of [this.#current, ...this.#updates.values()]) {
      const subscribed = version.info.roles;
      if (!roles.every((role) => subscribed.includes(role))) continue;
      for (const role of roles.length === 0 ? subscribed : roles) apply(version.suppressed, role);
    }
  }
}

function versionOf(info: FrameworkInfo, suppressedRoles: readonly string[]): Version {
  return { info, suppressed: new Set(suppressedRoles) };
}
