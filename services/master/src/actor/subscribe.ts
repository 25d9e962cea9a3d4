import { compareStamps } from '@parley/common/contract';
import type { GatewayUp, SessionStamp, StreamError, SubscribeCall } from '@parley/common/contract';
import { NO_CALL } from '@parley/common/kernel';
import type { FrameworkId, StreamId } from '@parley/common/kernel';
import { restated } from '../domain/frameworks/demands';
import { newFramework } from '../domain/frameworks/framework';
import type { Framework } from '../domain/frameworks/framework';
import type { Session } from '../domain/frameworks/session';
import { subscribeIdProblem, validateFramework } from '../domain/frameworks/validate-framework';
import { LIMITS } from '../domain/limits';
import { streamError } from '../domain/rejections';
import { takeDemands, withSoundDemands } from './demand';
import { askFramework, discardInverseOffersOf } from './inverse-offers';
import { discardOffersOf } from './offers';
import { reconcile, redeliver } from './reconciliation';
import { endSession, endSessionOf, tellSubscribed } from './speak';
import type { Term } from './term';
import { touchFramework } from './touch';
import { describe, forgetRefusals, recordOf, sessionLost } from './framework-life';

/** A client's stream, before it is a session. */
interface Client {
  readonly gateway: StreamId;
  readonly number: number;
}

/** Registers a framework, or lets a session take over one that exists. */
export function subscribe(term: Term, gateway: StreamId, item: Extract<GatewayUp, { item: 'subscribe' }>): void {
  const client: Client = { gateway, number: item.session };
  const call = item.stamp === undefined ? item.subscribe : withSoundDemands(item.subscribe);
  const problems = [...validateFramework(call), ...subscribeIdProblems(call)];
  if (problems.length > 0) {
    refuse(term, client, streamError('invalid', { kind: 'framework-invalid', problems }));
    return;
  }
  const frameworkId =
    call.info.frameworkId === '' ? term.cluster.bySubscribeId.get(call.subscribeId) : call.info.frameworkId;
  if (frameworkId === undefined) registerNew(term, client, call);
  else resubscribe(term, client, { frameworkId, call, stamp: item.stamp });
}

function subscribeIdProblems(call: SubscribeCall): readonly { readonly field: string; readonly message: string }[] {
  // An id of the framework says enough by itself.
  const problem = call.info.frameworkId === '' ? subscribeIdProblem(call.subscribeId) : undefined;
  return problem === undefined ? [] : [{ field: 'subscribe_id', message: problem }];
}

/** A new framework exists once the registry has it. */
function registerNew(term: Term, client: Client, call: SubscribeCall): void {
  if (term.cluster.frameworks.size >= LIMITS.frameworksMax) {
    refuse(term, client, streamError('overloaded', { kind: 'frameworks-full', most: LIMITS.frameworksMax }));
    return;
  }
  const frameworkId = term.nextFrameworkId();
  const info = { ...call.info, frameworkId };
  const framework = newFramework(info, call.subscribeId, { state: 'registering' });
  framework.suppressed = new Set(call.suppressedRoles);
  framework.demands = restated(new Map(), call.demands);
  term.cluster.frameworks.set(frameworkId, framework);
  term.cluster.bySubscribeId.set(call.subscribeId, frameworkId);
  beginSession(term, framework, { client, stamp: term.nextStamp() });
  term.write({ purpose: 'register-framework', framework }, [recordOf(framework)]);
  touchFramework(term, framework);
}

/** The registry has a new framework: its session begins, if it is still there. */
export function registrationWritten(term: Term, framework: Framework): void {
  if (framework.lifecycle.state !== 'registering') return;
  term.observe({ event: 'framework-registered', frameworkId: framework.frameworkId, name: framework.info.name });
  const { session } = framework;
  framework.lifecycle = { state: 'connected' };
  if (session === undefined) sessionLost(term, framework, 'the client left before it was registered');
  else welcome(term, framework, session);
}

interface Resubscription {
  readonly frameworkId: FrameworkId;
  readonly call: SubscribeCall;
  /** Set by a gateway that subscribes again for a client that noticed nothing. */
  readonly stamp: SessionStamp | undefined;
}

function resubscribe(term: Term, client: Client, { frameworkId, call, stamp }: Resubscription): void {
  const framework = term.cluster.frameworks.get(frameworkId);
  if (framework === undefined) {
    refuse(term, client, streamError('framework-removed', { kind: 'framework-removed', frameworkId }));
    return;
  }
  if (isOutdatedStamp(framework, stamp)) {
    refuse(term, client, streamError('session-replaced', { kind: 'session-replaced' }));
    return;
  }
  const { state } = framework.lifecycle;
  const unaware = stamp !== undefined || state === 'recovered';
  replaceSession(term, framework, client);
  if (stamp === undefined) forgetRefusals(term, framework);
  beginSession(term, framework, { client, stamp: stamp ?? term.nextStamp() });
  // The registry has the word: the session is told what it says, and nothing before.
  if (state === 'registering' || state === 'finishing') {
    noteDescription(term, framework, call);
    return;
  }
  framework.lifecycle = { state: 'connected' };
  term.timers.grace.cancel(frameworkId);
  term.timers.expiries.cancel(frameworkId);
  term.timers.expiryRecords.cancel(frameworkId);
  if (describeAnew(term, framework, call) || framework.recordedExpiry !== undefined) {
    framework.recordedExpiry = undefined;
    term.write({ purpose: 'note' }, [recordOf(framework)]);
  }
  const { session } = framework;
  if (session === undefined) return;
  welcome(term, framework, session);
  // Nobody told the client that the leader changed, or the gateway did: either way it is told where its tasks stand.
  if (unaware) reconcile(term, session, { callId: NO_CALL, tasks: [] });
}

/** Takes over everything that a SUBSCRIBE says; true when the registry has to be told. */
function describeAnew(term: Term, framework: Framework, call: SubscribeCall): boolean {
  const changed = describe(term, framework, call);
  takeDemands(term, framework, restated(new Map(), call.demands));
  return changed;
}

/** What a client says anew while it is being registered is written after that registration; writes keep their order. */
function noteDescription(term: Term, framework: Framework, call: SubscribeCall): void {
  if (framework.lifecycle.state !== 'registering') return;
  if (describeAnew(term, framework, call)) term.write({ purpose: 'note' }, [recordOf(framework)]);
}

/** The stamp check: of a framework's sessions only the newest counts. */
function isOutdatedStamp(framework: Framework, stamp: SessionStamp | undefined): boolean {
  return stamp !== undefined && framework.stamp !== undefined && compareStamps(stamp, framework.stamp) < 0;
}

function replaceSession(term: Term, framework: Framework, client: Client): void {
  const old = framework.session;
  if (old === undefined) return;
  framework.session = undefined;
  discardOffersOf(term, framework);
  discardInverseOffersOf(term, framework);
  const same = old.gateway === client.gateway && old.number === client.number;
  if (!same) endSession(term, old, streamError('session-replaced', { kind: 'session-replaced' }));
  if (!same) term.observe({ event: 'session-replaced', frameworkId: framework.frameworkId });
}

function beginSession(
  term: Term,
  framework: Framework,
  begun: { readonly client: Client; readonly stamp: SessionStamp },
): void {
  const { client, stamp } = begun;
  const session: Session = {
    ...client,
    frameworkId: framework.frameworkId,
    stamp,
    tail: undefined,
    reconciliations: [],
    reconciling: false,
  };
  framework.stamp = stamp;
  framework.session = session;
  term.gateways.get(client.gateway)?.sessions.set(client.number, session);
}

function welcome(term: Term, framework: Framework, session: Session): void {
  tellSubscribed(term, session);
  redeliver(term, framework, session);
  askFramework(term, framework);
  touchFramework(term, framework);
  term.observe({ event: 'framework-subscribed', frameworkId: framework.frameworkId });
}

function refuse(term: Term, client: Client, error: StreamError): void {
  endSessionOf(term, client, error);
  term.observe({ event: 'subscribe-refused', reason: error.reason, message: error.message });
}
