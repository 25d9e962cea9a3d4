import type { OperatorQuery, RoleUpdate } from '@parley/common/contract';
import type { AgentId, CallId, FrameworkId, LinkNumber, WallMs } from '@parley/common/kernel';
import { LIMITS } from '../domain/limits';
import { EMPTY_REGISTRY } from '../domain/registry';
import { CHANGES_MAX } from '../edge/etcd/registry-writer';
import { GivenMaster } from '../testing/given-master';
import { res } from '../testing/played-peers';

const TEXT = 'x'.repeat(LIMITS.textBytesMax - 1);
const MANY_RANGES = Array.from(
  { length: 4_000 },
  (_, n) => `${String(1_000_000 + 2 * n)}-${String(1_000_000 + 2 * n)}`,
).join(',');
const MANY_RESOURCES = `blocks:[${MANY_RANGES}];addresses:[${MANY_RANGES}]`;

function manyLabels(count: number): readonly { readonly key: string; readonly value: string }[] {
  return Array.from({ length: count }, () => ({ key: 'k', value: TEXT }));
}

test('given labels that are each within bounds but too much together, when a framework subscribes or describes itself, then it is refused and nothing is written', () => {
  const given = new GivenMaster();
  const gateway = given.gateway();
  const spark = given.subscribe(gateway);
  const written = given.written.length;

  const session = given.sendSubscribe(gateway, { info: { labels: manyLabels(16) } });
  given.call(spark, {
    call: 'update-framework',
    callId: 'u' as CallId,
    info: given.info({ labels: manyLabels(16) }),
    suppressedRoles: [],
  });

  const ends = given.toGateways.flatMap(({ item }) =>
    item.item === 'session-ended' && item.session === session ? [item.error] : [],
  );
  expect(ends).toMatchObject([
    { reason: 'invalid', message: expect.stringContaining('info must be at most') as unknown },
  ]);
  expect(given.resultOf(spark, 'u')).toMatchObject({ reason: 'framework-invalid', problems: [{ field: 'info' }] });
  expect(given.written).toHaveLength(written);
});

test('given an agent that says more of itself than the registry takes, when it registers, then it is refused', () => {
  const given = new GivenMaster();
  const peer = { stream: given.agentStream(), link: 1 as LinkNumber };
  const attributes = [{ kind: 'text', name: 'a', text: 'x'.repeat(LIMITS.infoTextMax) }] as const;
  const info = { agentId: 'a1' as AgentId, hostname: '', resources: res('cpus:1'), attributes, domain: undefined };

  given.fromAgent(peer, { item: 'register-begin', info, bootId: '' }, { item: 'register-end', count: 0 });

  expect(given.heardByAgent(peer)).toMatchObject([{ item: 'refused', reason: 'invalid' }]);
  expect(given.ended).toMatchObject([{ stream: peer.stream, because: { kind: 'refused' } }]);
  expect(given.written).toEqual([]);
});

test('given a registered agent, when it reports more resources than the registry takes, then its link ends and nothing of them counts', () => {
  const given = new GivenMaster();
  const agent = given.registerAgent();

  given.fromAgent(agent, { item: 'resources', total: res(MANY_RESOURCES) });

  expect(given.ended).toMatchObject([{ stream: agent.stream, because: { kind: 'malformed' } }]);
  expect(given.core.term.cluster.agents.get(agent.agentId)).toMatchObject({
    total: res('cpus:4;mem:4096'),
    link: undefined,
  });
});

test('given an agent with an offer, when it reports the resources it has already, then nobody is told of it', () => {
  const given = new GivenMaster();
  const agent = given.registerAgent();
  const spark = given.subscribe(given.gateway());
  given.allocatorReady();
  given.offer(spark, agent, 'cpus:4;mem:4096');
  given.drain();
  const { version } = given.core.term.changes;
  const said = given.toAllocator.length;

  given.fromAgent(agent, { item: 'resources', total: res('cpus:4;mem:4096') });

  expect(given.core.term.changes.version).toBe(version);
  expect(given.toAllocator).toHaveLength(said);
});

test('given far more finished frameworks than are remembered, when one more finishes, then its write stays within what the registry takes', () => {
  const over = 3 * LIMITS.forgottenPerWriteMax;
  const ids = Array.from({ length: LIMITS.tombstonesMax + over }, (_, n) => `F-1-2-${String(n)}` as FrameworkId);
  const finished = new Map(ids.map((frameworkId) => [frameworkId, 0 as WallMs]));
  const given = new GivenMaster({ snapshot: { ...EMPTY_REGISTRY, finished } });
  const gateway = given.gateway();

  for (let n = 0; n < 5; n += 1) given.call(given.subscribe(gateway), { call: 'teardown', callId: 't' as CallId });

  const sizes = given.written
    .filter(([first]) => first?.change === 'finish-framework')
    .map((changes) => changes.length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(CHANGES_MAX);
  expect(sizes).toEqual([51, 51, 51, 5, 2]);
  expect(given.core.term.cluster.finished.size).toBe(LIMITS.tombstonesMax);
});

/** An order about a hundred roles, about as large as a message may be; each role within its own bounds. */
function largeQuotas(): readonly RoleUpdate[] {
  const names = Array.from({ length: 60 }, (_, n) => `resource-${'x'.repeat(60)}-${String(n)}`);
  const limit = new Map(names.map((name) => [name, 1_000_000]));
  return Array.from({ length: LIMITS.roleUpdatesMax }, (_, n) => ({
    role: `r${String(n)}`,
    weight: undefined,
    quota: { guarantee: new Map<string, number>(), limit },
    packing: undefined,
  }));
}

const rolesOrder = (updates: readonly RoleUpdate[]): OperatorQuery => ({ query: 'update-roles', updates, force: true });

test('given an order about roles that is more text than the registry takes at once, when it comes, then it is refused and nothing is written', () => {
  const given = new GivenMaster();

  const answers = given.query(given.gateway(), rolesOrder(largeQuotas()));

  expect(answers).toMatchObject([{ answer: 'refused', reason: 'roles-invalid', problems: [{ field: 'updates' }] }]);
  expect(given.written).toEqual([]);
});

test('given roles with large quotas, when one order changes the weights of all, then it is refused, since their quotas would be written with them', () => {
  const given = new GivenMaster();
  const gateway = given.gateway();
  const quotas = largeQuotas();
  for (let from = 0; from < quotas.length; from += 20) given.query(gateway, rolesOrder(quotas.slice(from, from + 20)));
  const weights = quotas.map(({ role }) => ({ role, weight: 2, quota: undefined, packing: undefined }));
  const written = given.written.length;

  const all = given.query(gateway, rolesOrder(weights));
  const some = given.query(gateway, rolesOrder(weights.slice(0, 20)));

  expect(written).toBe(5);
  expect(all).toMatchObject([{ answer: 'refused', reason: 'roles-invalid', problems: [{ field: 'updates' }] }]);
  expect(some).toEqual([{ answer: 'done', deferred: false }]);
});
