import { RESOURCE_NAMES_MAX } from '@parley/common/quantities';
import { GivenMaster } from '../testing/given-master';
import { reportedOf } from '../testing/played-peers';

/** As many scalars with names of their own. */
const scalars = (prefix: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index)}:1`).join(';');

/** A master with as many names as there may be, on agents that have 250 each. */
function givenAllNames(): GivenMaster {
  const given = new GivenMaster();
  for (let first = 0; first < RESOURCE_NAMES_MAX; first += 250) {
    given.registerAgent({ id: `a${String(first)}`, resources: scalars(`x${String(first)}-`, 250) });
  }
  return given;
}

test('given agents with as many names of resources as there may be, when another brings a new one, then it is refused with a remedy', () => {
  const given = givenAllNames();

  const agent = given.registerAgent({ id: 'a3', resources: 'x0-1:1;one-more:1' });

  const message =
    'the scalar resources of all agents and quotas may have at most 1000 names; use names that others use already';
  expect(given.heardByAgent(agent)).toEqual([{ item: 'refused', reason: 'invalid', message }]);
  expect(given.core.term.cluster.names.size).toBe(RESOURCE_NAMES_MAX);
});

test('given agents with as many names of resources as there may be, when another has some of them, then it is admitted', () => {
  const given = givenAllNames();

  const agent = given.registerAgent({ id: 'a3', resources: 'x0-1:1;x250-7:1' });

  expect(given.heardByAgent(agent)).toMatchObject([{ item: 'registered' }]);
});

test('given agents with as many names of resources as there may be, when a quota is about another, then it is refused with a remedy', () => {
  const given = givenAllNames();
  const gateway = given.gateway();
  const quota = { guarantee: new Map(), limit: new Map([['one-more', 1000]]) };
  const updates = [{ role: 'eng', weight: undefined, packing: undefined, quota }];

  const answers = given.query(gateway, { query: 'update-roles', updates, force: true });

  const message =
    'the scalar resources of all agents and quotas may have at most 1000 names; use names that agents have';
  expect(answers).toMatchObject([
    { answer: 'refused', reason: 'roles-invalid', problems: [{ field: 'updates', message }] },
  ]);
  expect(given.core.term.cluster.names.size).toBe(RESOURCE_NAMES_MAX);
});

test('given agents with as many names of resources as there may be, when another reports a task that holds a new one, then it is refused with a remedy', () => {
  const given = givenAllNames();
  const { frameworkId } = given.subscribe(given.gateway());
  const task = reportedOf({ framework: frameworkId, id: 't1', launch: '1-2-9', resources: 'x0-1:1;one-more:1' });

  const agent = given.registerAgent({ id: 'a3', resources: 'x0-1:1', tasks: [task] });

  const message =
    'the scalar resources of all agents and quotas may have at most 1000 names; use names that others use already';
  expect(given.heardByAgent(agent)).toEqual([{ item: 'refused', reason: 'invalid', message }]);
  expect(given.core.term.cluster.names.size).toBe(RESOURCE_NAMES_MAX);
});

test('given an agent that no longer has what its task holds, when it registers, then the task counts all the same', () => {
  const given = new GivenMaster();
  const { frameworkId } = given.subscribe(given.gateway());

  given.registerAgent({
    resources: 'cpus:4',
    tasks: [reportedOf({ framework: frameworkId, id: 't1', launch: '1-2-9', resources: 'cpus:1;gpus:2' })],
  });

  const { names, roleTree } = given.core.term.cluster;
  const held = names.scalarsOf(roleTree.get('*')?.held ?? []);
  expect(held).toEqual(
    new Map([
      ['cpus', 1_000],
      ['gpus', 2_000],
    ]),
  );
});
