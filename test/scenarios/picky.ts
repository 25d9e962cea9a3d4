import { strict as assert } from 'node:assert';
import type { Explanation, OperatorAnswer } from '@parley/common/contract';
import type { ClusterShape, TestScheduler, World } from '../worlds/world';
import { anyOffer, SOON_MS, subscribed } from './story';
import type { Scenario } from './story';

const TWO_AGENTS: ClusterShape = {
  masters: ['m1'],
  gateways: ['g1'],
  agents: [
    { name: 'a1', resources: 'cpus:4;mem:4096' },
    { name: 'a2', resources: 'cpus:4;mem:4096' },
  ],
};

/** A framework that wants one host alone is offered that host alone, and explain says what became of the other. */
export const pickyFramework: Scenario = async (world) => {
  await world.start(TWO_AGENTS);
  const watcher = world.scheduler('watcher');
  await world.eventually('both agents are offered', () => watcher.offers.length === 2, SOON_MS);
  const hostname = watcher.offers[1]?.what.hostname ?? '';
  watcher.close();

  const constraint = { selector: { select: 'hostname' }, predicate: { test: 'equals', text: hostname } } as const;
  const picky = world.scheduler('picky', {
    offerSettings: [{ role: '*', minAllocatable: undefined, constraintGroups: [[constraint]] }],
  });
  const offer = await anyOffer(world, picky);

  assert.equal(offer.hostname, hostname);
  const explanation = await explain(world, picky);
  assert.deepEqual(
    explanation.reasons.map(({ reason, agents }) => [reason, agents]),
    [['constraint', 1]],
  );
  assert.equal(explanation.offerable, 1);
  assert.deepEqual(
    picky.offersHeard.map(({ what }) => what.hostname),
    [hostname],
  );
};

/** Whoever gets nothing can be told why: suppressed, refused, or nothing waited for. */
export const explained: Scenario = async (world) => {
  await world.start(TWO_AGENTS);
  const idle = world.scheduler('idle', { demands: [{ role: '*', shapes: [] }] });
  await subscribed(world, idle);
  const refusing = world.scheduler('refusing');
  await world.eventually('both agents are offered', () => refusing.offers.length === 2, SOON_MS);
  refusing.decline(
    refusing.offers.map(({ what }) => what),
    600_000,
  );
  const suppressed = world.scheduler('suppressed');
  await world.eventually('both agents are offered to another', () => suppressed.offers.length === 2, SOON_MS);
  suppressed.suppress();
  suppressed.decline(suppressed.offers.map(({ what }) => what));

  await reasonIs(world, idle, 'no-demand');
  await reasonIs(world, refusing, 'refused');
  await reasonIs(world, suppressed, 'suppressed');
  const shares = await world.order({ query: 'get-shares' });
  const frameworks = shares.flatMap((answer) => (answer.answer === 'shares' ? answer.frameworks : []));
  assert.equal(frameworks.length, 3);
  assert.deepEqual(
    frameworks.filter(({ competes }) => competes).map(({ frameworkId }) => frameworkId),
    [refusing.frameworkId],
  );
};

async function reasonIs(world: World, scheduler: TestScheduler, reason: string): Promise<void> {
  const deadline = world.now + SOON_MS;
  for (;;) {
    const { reasons } = await explain(world, scheduler);
    if (reasons.some((count) => count.reason === reason && count.agents === 2)) return;
    assert(world.now < deadline, `${reason} is not the reason, but ${JSON.stringify(reasons)}`);
    const before = world.now;
    await world.eventually('time passes', () => world.now > before, SOON_MS);
  }
}

async function explain(world: World, scheduler: TestScheduler): Promise<Explanation> {
  const { frameworkId } = scheduler;
  const answers = await world.order({ query: 'explain-offers', frameworkId, role: undefined, agentId: undefined });
  const [explanation] = answers.flatMap((answer: OperatorAnswer) =>
    answer.answer === 'explained' ? answer.explanations : [],
  );
  assert(explanation !== undefined, `nothing was explained: ${JSON.stringify(answers)}`);
  return explanation;
}
