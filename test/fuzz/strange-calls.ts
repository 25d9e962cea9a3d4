import type { ConnectRequest } from '@parley/protos/public/parley/scheduler/v1/ConnectRequest';
import type { OfferSettings } from '@parley/protos/public/parley/types/v1/OfferSettings';
import type { RoleDemand } from '@parley/protos/public/parley/types/v1/RoleDemand';
import type { TaskInfo } from '@parley/protos/public/parley/types/v1/TaskInfo';
import type { Chance } from '../worlds/simulated/chance';
import { REQUESTS } from './front-door';
import type { RawStream } from './front-door';
import { damaged, withStrangeField } from './strange-bytes';

/** Names of things that exist, for calls that come close to being right. Each list is bounded by its maker. */
export interface KnownNames {
  readonly offers: readonly { readonly offerId: string; readonly agentId: string }[];
  readonly updates: readonly { readonly agentId: string; readonly taskId: string; readonly uuid: string }[];
  /** Tasks of whoever it may be. */
  readonly taskIds: readonly string[];
}

const NO_NAMES = ['', 'none', '..', 'O-1-1-1', 'ü'] as const;
/** Some would take for ever in a matcher that goes back. */
const PATTERNS = ['', '.*', '(a*)*b', '(', '(.*)(.*)(.*)(.*)[', 'x{1000}{1000}', 'ü'.repeat(5_000)] as const;
const COMMANDS = ['true', 'exit 3', 'no-such-program', ''] as const;

/** What a stream has been told of, so far. */
export function namesHeard(stream: RawStream, others: readonly string[]): KnownNames {
  const offers = stream.events.flatMap(({ offers: told }) => told?.offers ?? []);
  const updates = stream.events.flatMap(({ statusUpdates }) => statusUpdates?.statuses ?? []);
  return { offers, updates, taskIds: [...others, ...updates.map(({ taskId }) => taskId)] };
}

/** A subscription of a framework without a past, which nobody misses when its stream ends. */
export function subscription(chance: Chance): ConnectRequest {
  const roles = chance.pick([['*'], ['fuzz'], ['fuzz', '*'], ['fuzz/a', 'fuzz/b']]) ?? ['*'];
  const subscribeId = `fuzz-${String(chance.next())}`;
  return { subscribe: { subscribeId, frameworkInfo: { name: 'fuzz', roles, failoverTimeoutMs: 0 } } };
}

/** The same with rules for offers and demands, which are sound or not. */
export function choosySubscription(chance: Chance): ConnectRequest {
  const { subscribe } = subscription(chance);
  const roles = subscribe?.frameworkInfo?.roles ?? [];
  const offerSettings = chance.happens(0.5) ? [] : [{ role: name(chance, roles), ...offerRules(chance) }];
  const demands = chance.happens(0.5) ? [] : [demand(chance, roles)];
  return { subscribe: { ...subscribe, demands, frameworkInfo: { ...subscribe?.frameworkInfo, offerSettings } } };
}

type Make = (chance: Chance, names: KnownNames) => ConnectRequest;

const callId = (chance: Chance): string => (chance.happens(0.2) ? '' : `c${String(chance.between(0, 30))}`);
const name = (chance: Chance, known: readonly string[]): string => chance.pick([...known, ...NO_NAMES]) ?? '';

const MAKERS: readonly Make[] = [
  (chance, names) => {
    const offers = names.offers.filter(() => chance.happens(0.5));
    const tasks = Array.from({ length: chance.between(0, 3) }, () => task(chance, offers[0]?.agentId ?? ''));
    return {
      accept: {
        callId: callId(chance),
        offerIds: [...offers.map(({ offerId }) => offerId), ...(chance.happens(0.2) ? [name(chance, [])] : [])],
        operations: chance.happens(0.8) ? [{ launch: { tasks } }] : [{}],
        filters: chance.happens(0.5) ? { refuseMs: 0 } : null,
      },
    };
  },
  (chance, names) => {
    const offerIds = names.offers.map(({ offerId }) => offerId).filter(() => chance.happens(0.5));
    return { decline: { callId: callId(chance), offerIds, filters: { refuseMs: chance.between(0, 50) } } };
  },
  (chance) => ({ suppress: { callId: callId(chance), roles: chance.happens(0.5) ? [] : ['fuzz'] } }),
  (chance) => ({ revive: { callId: callId(chance), roles: chance.happens(0.8) ? [] : ['*'] } }),
  (chance, names) => ({ kill: { callId: callId(chance), taskId: name(chance, names.taskIds), graceMs: 0 } }),
  (chance, names) => {
    const tasks = Array.from({ length: chance.between(0, 5) }, () => ({ taskId: name(chance, names.taskIds) }));
    return { reconcile: { callId: callId(chance), tasks } };
  },
  (chance, names) => {
    const nobodys = { agentId: 'a', taskId: name(chance, names.taskIds), uuid: 'u' };
    const acknowledgements = chance.happens(0.8) ? names.updates.map(named) : [nobodys];
    return { acknowledge: { callId: callId(chance), acknowledgements } };
  },
  (chance) => {
    const frameworkInfo = { name: 'fuzz', roles: chance.happens(0.5) ? ['*'] : ['fuzz', '*'], failoverTimeoutMs: 0 };
    return { updateFramework: { callId: callId(chance), frameworkInfo, suppressedRoles: [] } };
  },
  (chance) => ({ request: { callId: callId(chance), demands: [demand(chance, ['*', 'fuzz'])] } }),
  (chance) => {
    const answer = { callId: callId(chance), inverseOfferIds: [name(chance, [])], filters: null };
    return chance.happens(0.5) ? { acceptInverseOffers: answer } : { declineInverseOffers: answer };
  },
  () => ({ heartbeat: {} }),
];

/** A call that means something, more or less. */
export function plausibleCall(chance: Chance, names: KnownNames): ConnectRequest {
  return (chance.pick(MAKERS) ?? (() => ({})))(chance, names);
}

/** The bytes of a call: mostly as it should be, sometimes with a strange field, sometimes damaged. */
export function strangeCall(chance: Chance, call: ConnectRequest): Buffer {
  const bytes = REQUESTS.encode(call);
  const kind = chance.next();
  // A fault mostly ends the stream: with more of them no conversation would get far.
  if (kind < 0.7) return bytes;
  if (kind < 0.95) return encodeWithStrangeField(chance, bytes);
  return damaged(chance, bytes);
}

function encodeWithStrangeField(chance: Chance, bytes: Buffer): Buffer {
  const strange = withStrangeField(chance, REQUESTS.decode(bytes));
  try {
    return REQUESTS.encode(strange as ConnectRequest);
  } catch {
    // What cannot be put on the wire cannot be sent; damage can.
    return damaged(chance, bytes);
  }
}

/** What a framework waits for: sometimes nothing, sometimes more than there can be. */
function demand(chance: Chance, roles: readonly string[]): RoleDemand {
  const shape = {
    resources: [{ name: 'cpus', milli: chance.between(0, 200) }],
    count: chance.pick([0, 1, 3, Number.MAX_SAFE_INTEGER]) ?? 1,
  };
  const shapes = Array.from({ length: chance.between(0, 3) }, () => shape);
  return { role: name(chance, roles), demand: chance.happens(0.7) ? { shapes } : null };
}

/** Rules for offers: some let every agent pass, some none, some are no rules at all. */
function offerRules(chance: Chance): Omit<OfferSettings, 'role'> {
  const constraint = {
    selector: chance.pick([0, 1, 2, 3, 4] as const) ?? 0,
    attribute: chance.pick(['', 'rack']) ?? '',
    test: chance.pick([0, 1, 3, 5, 6] as const) ?? 0,
    text: chance.pick(PATTERNS) ?? '',
  };
  return {
    minAllocatable: chance.happens(0.5) ? null : { groups: [{ resources: [{ name: 'cpus', milli: 100 }] }] },
    constraintGroups: chance.happens(0.2) ? [{ constraints: [] }] : [{ constraints: [constraint] }],
  };
}

function task(chance: Chance, agentId: string): TaskInfo {
  return {
    taskId: chance.happens(0.1) ? name(chance, []) : `t${String(chance.next())}`,
    name: 'fuzz',
    agentId: chance.happens(0.9) ? agentId : 'elsewhere',
    resources: [
      { name: 'cpus', milli: chance.between(0, 200) },
      { name: 'mem', milli: chance.between(1, 16_000) },
    ],
    command: { shell: chance.happens(0.8), value: chance.pick(COMMANDS) ?? '' },
    data: chance.happens(0.2) ? Buffer.alloc(chance.between(1, 16_384)) : Buffer.alloc(0),
  };
}

function named(update: KnownNames['updates'][number]): { agentId: string; taskId: string; uuid: string } {
  const { agentId, taskId, uuid } = update;
  return { agentId, taskId, uuid };
}
