import type { AllocatorRole, OperatorAnswer, RoleUpdate, RoleView } from '@parley/common/contract';
import type { OfferId } from '@parley/common/kernel';
import { NO_RESOURCES } from '@parley/common/resources';
import { NO_QUOTA } from '@parley/common/roles';
import { LIMITS } from '../domain/limits';
import { EMPTY_REGISTRY } from '../domain/registry';
import type { RegistrySnapshot } from '../domain/registry';
import type { MasterSettings } from '../domain/settings';
import { GivenMaster } from '../testing/given-master';
import { taskOf } from '../testing/played-peers';
import type { PlayedAgent, PlayedGateway, PlayedSession } from '../testing/played-peers';

interface Stage {
  readonly given: GivenMaster;
  readonly gateway: PlayedGateway;
  readonly agent: PlayedAgent;
  readonly eng: PlayedSession;
  readonly ops: PlayedSession;
}

const ROLES = ['eng', 'eng/a', 'eng/b'];

function stage(
  options: {
    readonly snapshot?: Partial<RegistrySnapshot>;
    readonly settings?: Partial<MasterSettings>;
    readonly resources?: string;
  } = {},
): Stage {
  const given = new GivenMaster({
    snapshot: { ...EMPTY_REGISTRY, ...options.snapshot },
    settings: { minAllocatable: [], ...options.settings },
  });
  const gateway = given.gateway();
  const agent = given.registerAgent({ resources: options.resources ?? 'cpus:10;mem:10240' });
  const eng = given.subscribe(gateway, { info: { roles: ROLES } });
  const ops = given.subscribe(gateway, { info: { roles: ['ops'] } });
  given.allocatorReady();
  return { given, gateway, agent, eng, ops };
}

type Amounts = Readonly<Record<string, number>>;

function update(
  role: string,
  said: { readonly guarantee?: Amounts; readonly limit?: Amounts } & Partial<Pick<RoleUpdate, 'weight' | 'packing'>>,
): RoleUpdate {
  const { guarantee, limit, weight, packing } = said;
  const quota =
    guarantee === undefined && limit === undefined
      ? undefined
      : { guarantee: new Map(Object.entries(guarantee ?? {})), limit: new Map(Object.entries(limit ?? {})) };
  return { role, weight, packing, quota };
}

function order(
  { given, gateway }: Stage,
  updates: readonly RoleUpdate[],
  options: { readonly force?: boolean } = {},
): readonly OperatorAnswer[] {
  return given.query(gateway, { query: 'update-roles', updates, force: options.force ?? false });
}

const DONE: readonly OperatorAnswer[] = [{ answer: 'done', deferred: false }];

function offer(
  set: Stage,
  played: PlayedSession,
  held: { readonly role: string; readonly resources: string },
): OfferId {
  const { given, agent } = set;
  const answer = given.propose({ framework: played.frameworkId, agent: agent.agentId, ...held });
  if (answer?.item !== 'offered') throw new Error(`not offered: ${JSON.stringify(answer)}`);
  return answer.offerId;
}

function problemsOf(answers: readonly OperatorAnswer[]): readonly string[] {
  return answers.flatMap((answer) =>
    answer.answer === 'refused' ? answer.problems.map(({ field, message }) => `${field} ${message}`) : [],
  );
}

function toldOf({ given }: Stage, role: string): AllocatorRole | undefined {
  for (const item of [...given.toAllocator].reverse()) {
    if (item.item === 'role' && item.role === role) return item;
  }
  return undefined;
}

function viewOf({ given, gateway }: Stage, role: string): RoleView | undefined {
  for (const answer of given.query(gateway, { query: 'get-state' })) {
    for (const entry of answer.answer === 'state' ? answer.entries : []) {
      if (entry.entry === 'role' && entry.role.role === role) return entry.role;
    }
  }
  return undefined;
}

test('given an order about roles, when the registry has it, then it is answered, told to the allocator, shown, and watches hear of it', () => {
  const set = stage();
  const { given, gateway } = set;
  given.fromGateway(gateway, {
    item: 'operator-query',
    requestId: 900,
    query: { query: 'watch', resumeAfter: 0 },
  });
  given.drain();
  given.holdWrites = true;

  const held = order(set, [
    update('eng', { limit: { cpus: 6000 }, guarantee: { cpus: 2000 } }),
    update('ops', { weight: 3, packing: 'best-fit' }),
  ]);

  expect(held).toEqual([]);
  expect(toldOf(set, 'ops')).toMatchObject({ weight: 1, packing: 'whole-agent' });
  expect(given.written.at(-1)).toEqual([
    {
      change: 'put-role',
      role: 'eng',
      record: {
        weight: undefined,
        packing: undefined,
        quota: { guarantee: new Map([['cpus', 2000]]), limit: new Map([['cpus', 6000]]) },
      },
    },
    { change: 'put-role', role: 'ops', record: { weight: 3, packing: 'best-fit', quota: NO_QUOTA } },
  ]);
  given.finishWrites();
  given.holdWrites = false;
  expect(toldOf(set, 'ops')).toMatchObject({ weight: 3, packing: 'best-fit', quota: NO_QUOTA });
  expect(toldOf(set, 'eng')).toMatchObject({ weight: 1, quota: { limit: new Map([['cpus', 6000]]) } });
  offer(set, set.eng, { role: 'eng/a', resources: 'cpus:2;mem:64' });
  expect(viewOf(set, 'eng')).toMatchObject({
    weight: 1,
    packing: 'whole-agent',
    quota: { guarantee: new Map([['cpus', 2000]]), limit: new Map([['cpus', 6000]]) },
    consumed: new Map([
      ['cpus', 2000],
      ['mem', 64_000],
    ]),
  });
  const watched = given
    .answersTo(900)
    .flatMap((answer) => (answer.answer === 'changes' ? answer.entries : []))
    .flatMap((entry) => (entry.entry === 'role' ? [entry.role.role] : []));
  expect(watched).toEqual(['eng', 'ops']);
});

test('given what operators said, when part of it is changed, then the rest stays; what is as configured is not kept', () => {
  const set = stage({ settings: { weights: new Map([['eng', 4]]) } });
  const { given } = set;
  expect(toldOf(set, 'eng')).toMatchObject({ weight: 4 });

  order(set, [update('eng', { weight: 2, limit: { cpus: 9000 } })]);
  order(set, [update('eng', { packing: 'spread' })]);
  expect(toldOf(set, 'eng')).toMatchObject({
    weight: 2,
    packing: 'spread',
    quota: { limit: new Map([['cpus', 9000]]) },
  });
  order(set, [update('eng', { weight: 4, packing: 'whole-agent', limit: {} })]);

  expect(given.written.at(-1)).toEqual([{ change: 'remove-role', role: 'eng' }]);
  expect(toldOf(set, 'eng')).toMatchObject({ weight: 4, packing: 'whole-agent', quota: NO_QUOTA });
  expect(given.core.term.cluster.roles.size).toBe(0);
});

test('given roles in the registry, when the next leader begins, then their word takes precedence over the configuration', () => {
  const quota = { guarantee: new Map<string, number>(), limit: new Map([['cpus', 3000]]) };
  const roles = new Map([['eng', { weight: 7, quota, packing: 'split' } as const]]);

  const set = stage({ snapshot: { roles }, settings: { weights: new Map([['eng', 4]]) } });

  expect(toldOf(set, 'eng')).toEqual({ item: 'role', role: 'eng', weight: 7, packing: 'split', quota });
  const { given, eng, agent } = set;
  offer(set, eng, { role: 'eng/a', resources: 'cpus:2;mem:64' });
  expect(
    given.propose({ framework: eng.frameworkId, agent: agent.agentId, role: 'eng/b', resources: 'cpus:2' }),
  ).toMatchObject({ item: 'refused', reason: 'quota-limit' });
});

test('given a nonsensical order, when it is sent, then every fault is told with its field, and nothing is written', () => {
  const set = stage();
  const before = set.given.written.length;

  const answers = order(set, [
    update('a//b', { weight: -1 }),
    update('eng', { guarantee: { cpus: 4000 }, limit: { cpus: 2000, mem: Number.NaN } }),
    update('eng', { packing: 'split' }),
    update('ops', {}),
  ]);

  expect(answers).toMatchObject([{ answer: 'refused', reason: 'roles-invalid' }]);
  expect(problemsOf(answers)).toEqual([
    'updates[0].role must not contain "//"',
    'updates[0].weight must be a number greater than 0, such as 2 or 0.5',
    'updates[1].quota.limit.mem mem must be a whole number of thousandths',
    'updates[1].quota.guarantee.cpus must be at most the limit, which is 2; raise the limit or lower the guarantee',
    'updates[3] must say something about the role: a weight, a quota or a packing',
    'updates[2].role must not be named twice',
  ]);
  expect(problemsOf(order(set, []))).toEqual(['updates must name at least one role']);
  const many = Array.from({ length: LIMITS.roleUpdatesMax + 1 }, (_, n) => update(`r${String(n)}`, { weight: 2 }));
  expect(problemsOf(order(set, many))).toEqual(['updates must name at most 100 roles']);
  expect(set.given.written).toHaveLength(before);
});

test('given a limit, when guarantees below it are more, then the order is refused at whichever it brings about, also by force', () => {
  const set = stage();
  expect(order(set, [update('eng/a', { guarantee: { cpus: 3000 } })])).toEqual(DONE);

  const limit = order(set, [update('eng', { limit: { cpus: 2000 } })], { force: true });
  expect(order(set, [update('eng', { limit: { cpus: 4000 } })])).toEqual(DONE);
  const guarantee = order(set, [update('eng/b', { guarantee: { cpus: 2000 } })], { force: true });

  const told = 'the roles below eng are guaranteed';
  expect(problemsOf(limit)).toEqual([expect.stringContaining(`updates[0].quota.limit ${told} 3 cpus`)]);
  expect(problemsOf(guarantee)).toEqual([expect.stringContaining(`updates[0].quota.guarantee ${told} 5 cpus`)]);
});

test('given what is in use, when a limit is set below it, then that takes force, and takes back only offers, until the limit is kept', () => {
  const set = stage();
  const { given, eng, ops, agent } = set;
  const used = offer(set, eng, { role: 'eng/a', resources: 'cpus:2;mem:64' });
  given.accept(eng, [used], { tasks: [taskOf({ id: 't1', agent: agent.agentId, resources: 'cpus:2' })], refuseMs: 0 });
  const first = offer(set, eng, { role: 'eng/b', resources: 'cpus:1' });
  offer(set, eng, { role: 'eng', resources: 'mem:128' });
  const second = offer(set, eng, { role: 'eng', resources: 'cpus:1' });
  offer(set, eng, { role: 'eng/a', resources: 'cpus:1' });
  offer(set, ops, { role: 'ops', resources: 'cpus:1' });

  const refused = order(set, [update('eng', { limit: { cpus: 1900 } })]);

  expect(refused).toMatchObject([{ reason: 'quota-infeasible' }]);
  expect(problemsOf(refused)).toEqual([
    'updates[0].quota.limit.cpus must be at least what is in use by eng or reserved for it, which is 2',
  ]);
  expect(given.rescindedTo(eng)).toEqual([]);
  expect(order(set, [update('eng', { limit: { cpus: 3000 } })])).toEqual(DONE);
  expect(given.rescindedTo(eng)).toEqual([first, second]);
  expect(given.rescindedTo(ops)).toEqual([]);
  expect(order(set, [update('eng', { limit: { cpus: 1000 } })], { force: true })).toEqual(DONE);
  expect(viewOf(set, 'eng')?.consumed.get('cpus')).toBe(2000);
  expect(given.core.term.cluster.agents.get(agent.agentId)?.tasks.size).toBe(1);
  // What does not make it worse is not refused.
  expect(order(set, [update('eng', { limit: { cpus: 1500 } })])).toEqual(DONE);
});

test('given what the cluster has, when guarantees are more than that, then that takes force', () => {
  const set = stage({ resources: 'cpus:4;mem:1024;cpus(eng):3;cpus<revocable>:9' });

  const beyond = order(set, [
    update('eng', { guarantee: { cpus: 5000 } }),
    update('ops', { guarantee: { cpus: 2500, gpus: 1000 } }),
  ]);
  const within = order(set, [
    update('eng', { guarantee: { cpus: 5000 } }),
    update('ops', { guarantee: { cpus: 2000 } }),
  ]);
  const forced = order(set, [update('ops', { guarantee: { gpus: 1000 } })], { force: true });

  expect(problemsOf(beyond)).toEqual([
    'updates[0].quota.guarantee.cpus all guarantees together would need 4.5 cpus beyond what is reserved, the cluster has 4',
    'updates[1].quota.guarantee.cpus all guarantees together would need 4.5 cpus beyond what is reserved, the cluster has 4',
    'updates[1].quota.guarantee.gpus all guarantees together would need 1 gpus beyond what is reserved, the cluster has 0',
  ]);
  expect([within, forced]).toEqual([DONE, DONE]);
});

test('given others that hold everything, when a role is guaranteed something, then as many of their offers are taken back as could meet it', () => {
  const set = stage();
  const { given, eng, ops } = set;
  const own = offer(set, eng, { role: 'eng', resources: 'cpus:1' });
  const first = offer(set, ops, { role: 'ops', resources: 'cpus:3;mem:64' });
  offer(set, ops, { role: 'ops', resources: 'mem:64' });
  const second = offer(set, ops, { role: 'ops', resources: 'cpus:3' });
  offer(set, ops, { role: 'ops', resources: 'cpus:3' });

  expect(order(set, [update('eng', { guarantee: { cpus: 6000 } })])).toEqual(DONE);

  expect(given.rescindedTo(ops)).toEqual([first, second]);
  expect(given.rescindedTo(eng)).not.toContain(own);
});

test('given two roles with guarantees, when one gets more, then offers within the guarantee of the other are left', () => {
  const set = stage();
  const { given, ops } = set;
  offer(set, ops, { role: 'ops', resources: 'cpus:6' });
  order(set, [update('ops', { guarantee: { cpus: 6000 } })]);

  order(set, [update('eng', { guarantee: { cpus: 8000 } })], { force: true });

  expect(given.rescindedTo(ops)).toEqual([]);
});

test('given weights that change, when roles hold offers, then nothing is taken back', () => {
  const set = stage();
  offer(set, set.ops, { role: 'ops', resources: 'cpus:10' });

  order(set, [update('eng', { weight: 100 })]);

  expect(set.given.rescindedTo(set.ops)).toEqual([]);
});

test('given orders about the same role at once, when the first is written, then the next is judged on what it left', () => {
  const set = stage();
  const { given, gateway } = set;
  given.holdWrites = true;
  order(set, [update('eng', { limit: { cpus: 4000 } })]);
  const requestId = 901;
  const query = {
    query: 'update-roles',
    updates: [update('eng/a', { guarantee: { cpus: 5000 } })],
    force: false,
  } as const;
  given.fromGateway(gateway, { item: 'operator-query', requestId, query });
  const written = given.written.length;
  expect(given.answersTo(requestId)).toEqual([]);

  given.finishWrites();

  expect(given.answersTo(requestId)).toMatchObject([{ answer: 'refused', reason: 'roles-invalid' }]);
  expect(given.written).toHaveLength(written);
});

test('given as many waiting orders as there may be, when one more comes, then it is refused, and all others are carried out in order', () => {
  const set = stage();
  const { given, gateway } = set;
  given.holdWrites = true;
  const most = LIMITS.roleOrdersMax + 1;
  const send = (number: number): void => {
    const query = { query: 'update-roles', updates: [update('eng', { weight: number })], force: false } as const;
    given.fromGateway(gateway, { item: 'operator-query', requestId: 10_000 + number, query });
  };
  for (let number = 2; number < most + 2; number += 1) send(number);

  send(1);

  expect(given.answersTo(10_001)).toMatchObject([{ reason: 'role-orders-full' }]);
  while (given.heldWrites.length > 0) given.finishWrites();
  expect(given.answersTo(10_002)).toEqual(DONE);
  expect(toldOf(set, 'eng')).toMatchObject({ weight: most + 1 });
});

test('given reservations, when their agent comes, changes and goes, then they count as consumed, held or not, and only while it is known', () => {
  const set = stage({ resources: 'cpus:4;cpus(eng):3;cpus(eng,eng/a):2' });
  const { given, agent } = set;
  const consumed = (role: string): number | undefined => viewOf(set, role)?.consumed.get('cpus');
  expect([consumed('eng'), consumed('eng/a')]).toEqual([5000, 2000]);

  offer(set, set.eng, { role: 'eng/a', resources: 'cpus(eng):3;cpus:1' });
  expect([consumed('eng'), consumed('eng/a')]).toEqual([6000, 3000]);
  given.fromAgent(agent, {
    item: 'resources',
    total: given.core.term.cluster.agents.get(agent.agentId)?.total ?? NO_RESOURCES,
  });
  expect(consumed('eng')).toBe(6000);
  given.silent.add(agent.stream);
  given.advance(200_000);

  expect([consumed('eng'), consumed('eng/a')]).toEqual([undefined, undefined]);
  expect(given.core.term.cluster.capacity.every((milli) => milli === 0)).toBe(true);
});
