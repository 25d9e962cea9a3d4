import { after, wallAfter } from '@parley/common/kernel';
import type { MonotonicMs } from '@parley/common/kernel';
import { demandsWithin } from '../domain/frameworks/demands';
import { failoverTimeoutOf } from '../domain/frameworks/framework';
import type { Framework } from '../domain/frameworks/framework';
import type { Described } from '../domain/frameworks/validate-framework';
import { jsonText } from '../domain/json-text';
import type { RegistryChange } from '../domain/registry';
import { finishFramework } from './framework-end';
import { discardInverseOffersOf } from './inverse-offers';
import { clearFilters, discardOffersOf, rescindOffer } from './offers';
import type { Term } from './term';
import { touchFramework } from './touch';

/** How long a framework is gone before its expiry is put into the registry: most are back sooner. */
const RECORD_AFTER_MS = 5_000;

/** Takes over what a framework says of itself; true when the registry has to be told. Offers for roles it left are taken back. */
export function describe(term: Term, framework: Framework, described: Described): boolean {
  const { frameworkId } = framework;
  const info = { ...described.info, frameworkId };
  const changed = jsonText(info) !== jsonText(framework.info);
  const suppressed = new Set(described.suppressedRoles);
  for (const role of framework.info.roles) {
    // A role that wants offers again is as if it had been revived; one that was left refuses nothing any more.
    const revived = framework.suppressed.has(role) && !suppressed.has(role);
    if (revived || !info.roles.includes(role)) clearFilters(term, framework, role);
  }
  framework.info = info;
  framework.suppressed = suppressed;
  framework.demands = demandsWithin(framework.demands, info.roles);
  for (const offer of [...framework.offers]) {
    if (!info.roles.includes(offer.role)) rescindOffer(term, offer, 'rescinded');
  }
  touchFramework(term, framework);
  return changed;
}

/** What one scheduler refused does not bind the next (mesos-semantics §2.5). */
export function forgetRefusals(term: Term, framework: Framework): void {
  if (framework.filters.size === 0) return;
  for (const role of framework.info.roles) clearFilters(term, framework, role);
}

/** What the registry is to hold of a framework. */
export function recordOf(framework: Framework): RegistryChange {
  const { frameworkId, info, subscribeId, recordedExpiry } = framework;
  return { change: 'put-framework', frameworkId, record: { info, subscribeId, expiresAt: recordedExpiry } };
}

/** The gateway, its link or the client was lost without a word: for a while that is not yet a disconnect. */
export function sessionLost(term: Term, framework: Framework, because: string): void {
  leave(term, framework);
  if (framework.lifecycle.state !== 'connected') return;
  framework.lifecycle = { state: 'awaiting' };
  term.timers.grace.set(framework.frameworkId, after(term.at.now, term.settings.disconnectGraceMs));
  touchFramework(term, framework);
  term.observe({ event: 'framework-disconnected', frameworkId: framework.frameworkId, because });
}

/** The client is gone: its failover timeout runs. Without a clean close it is never shorter than the grace for lost gateways. */
export function clientLeft(term: Term, framework: Framework, clean: boolean): void {
  leave(term, framework);
  forgetRefusals(term, framework);
  if (framework.lifecycle.state !== 'connected') return;
  const timeoutMs = failoverTimeoutOf(framework.info, term.settings);
  disconnect(term, framework, clean ? timeoutMs : Math.max(timeoutMs, term.settings.disconnectGraceMs));
  term.observe({
    event: 'framework-disconnected',
    frameworkId: framework.frameworkId,
    because: clean ? 'closed' : 'vanished',
  });
}

/** A stall of this process is not held against anybody: who came back meanwhile is heard first. */
function afterStall(term: Term): MonotonicMs {
  return after(term.at.now, term.settings.pingMs);
}

/** Frameworks whose gateway did not come back, or that did not return after an election: their failover timeout runs from here. */
export function endGrace(term: Term): void {
  for (
    let frameworkId = term.timers.grace.takeDue(term.at.now);
    frameworkId !== undefined;
    frameworkId = term.timers.grace.takeDue(term.at.now)
  ) {
    const framework = term.cluster.frameworks.get(frameworkId);
    const state = framework?.lifecycle.state;
    if (framework === undefined || (state !== 'awaiting' && state !== 'recovered')) continue;
    if (term.stalled) term.timers.grace.set(frameworkId, afterStall(term));
    else disconnect(term, framework, failoverTimeoutOf(framework.info, term.settings));
  }
}

/** Tears down the frameworks that did not come back in time. */
export function expireFrameworks(term: Term): void {
  for (
    let frameworkId = term.timers.expiries.takeDue(term.at.now);
    frameworkId !== undefined;
    frameworkId = term.timers.expiries.takeDue(term.at.now)
  ) {
    const framework = term.cluster.frameworks.get(frameworkId);
    if (framework === undefined || framework.session !== undefined) continue;
    if (term.stalled) term.timers.expiries.set(frameworkId, afterStall(term));
    else finishFramework(term, framework, { because: 'its failover timeout ran out', asker: undefined });
  }
}

/** Puts the expiry of frameworks that have been gone for a while into the registry, so that the next leader knows it. */
export function recordExpiries(term: Term): void {
  for (
    let frameworkId = term.timers.expiryRecords.takeDue(term.at.now);
    frameworkId !== undefined;
    frameworkId = term.timers.expiryRecords.takeDue(term.at.now)
  ) {
    const framework = term.cluster.frameworks.get(frameworkId);
    const dueAt = term.timers.expiries.dueAt(frameworkId);
    if (framework === undefined || dueAt === undefined) continue;
    framework.recordedExpiry = wallAfter(term.at.wall, dueAt - term.at.now);
    term.write({ purpose: 'note' }, [recordOf(framework)]);
  }
}

function disconnect(term: Term, framework: Framework, timeoutMs: number): void {
  const { frameworkId } = framework;
  framework.lifecycle = { state: 'disconnected' };
  if (timeoutMs === 0) {
    finishFramework(term, framework, {
      because: 'it closed its connection and has no failover timeout',
      asker: undefined,
    });
    return;
  }
  term.timers.expiries.set(frameworkId, after(term.at.now, timeoutMs));
  term.timers.expiryRecords.set(frameworkId, after(term.at.now, RECORD_AFTER_MS));
  touchFramework(term, framework);
}

function leave(term: Term, framework: Framework): void {
  const { session } = framework;
  framework.session = undefined;
  if (session !== undefined) term.gateways.get(session.gateway)?.sessions.delete(session.number);
  discardOffersOf(term, framework);
  discardInverseOffersOf(term, framework);
}
