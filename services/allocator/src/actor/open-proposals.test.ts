import type { AgentId, FrameworkId } from '@parley/common/kernel';

import {
  agentItem,
  allocationItem,
  filterItem,
  frameworkItem,
  GivenAllocator,
  held,
  offeredItem,
  refusedItem,
} from '../testing';

describe('a proposal', () => {
  const one = [agentItem('a1', 'cpus:4'), frameworkItem('f1', ['web']), frameworkItem('f2', ['web'])];

  test('given an open proposal, when nothing was answered, then its resources are not proposed again', () => {
    const given = new GivenAllocator().withSnapshot(one).advance(60_000);

    expect(given.placesProposed()).toEqual(['f1/web/a1']);
    expect(given.core.session?.openProposals).toBe(1);
  });

  test('given an offered proposal, when its allocation came before the answer, then its resources are counted once', () => {
    const given = new GivenAllocator().withSnapshot(one);

    given.deliver([allocationItem('f1/web/a1', { offered: 'cpus:4' }), offeredItem(1)]);
    given.deliver([allocationItem('f1/web/a1', { allocated: 'cpus:1' })]);

    expect(given.core.session?.openProposals).toBe(1);
    expect(given.placesProposed(2)).toEqual(['f2/web/a1']);
    expect(given.proposals(2)[0]?.resources).toEqual(held('cpus:3'));
  });

  test('given a refused proposal, when the answer arrives, then the agent goes to the next, and back only after retry_after', () => {
    const given = new GivenAllocator().withSnapshot(one).deliver([refusedItem(1, 5_000)]);
    expect(given.placesProposed(2)).toEqual(['f2/web/a1']);

    given.deliver([refusedItem(2, 60_000)]).advance(4_999);
    expect(given.placesProposed(3)).toEqual([]);
    given.advance(1);

    expect(given.placesProposed(3)).toEqual(['f1/web/a1']);
  });

  test.each([
    ['the agent', agentItem('a1', 'cpus:4')],
    ['the framework', frameworkItem('f1', ['web'])],
    ['what is held on the agent', allocationItem('f9/web/a1', { allocated: 'cpus:1' })],
  ])('given a refused proposal, when a delta touches %s, then it may be repeated at once', (_what, delta) => {
    const given = new GivenAllocator().withSnapshot([agentItem('a1', 'cpus:4'), frameworkItem('f1', ['web'])]);
    given.deliver([refusedItem(1, 60_000)]);

    given.deliver([delta]);

    expect(given.placesProposed(2)).toEqual(['f1/web/a1']);
  });

  test('given a master that refuses without a delay, when it does so again and again, then proposals do not turn into a flood', () => {
    const given = new GivenAllocator({ safetyPassMs: 10 }).withSnapshot([
      agentItem('a1', 'cpus:4'),
      frameworkItem('f1', ['web']),
    ]);

    for (let proposal = 1; proposal <= 3; proposal += 1) given.deliver([refusedItem(proposal, 0)]).advance(100);

    expect(given.proposals()).toHaveLength(4);
  });

  test('given fewer credits than agents, when they are used up, then the rest waits for more', () => {
    const agents = ['a1', 'a2', 'a3'].map((name) => agentItem(name, 'cpus:1'));
    const given = new GivenAllocator().withSnapshot([...agents, frameworkItem('f1', ['web'])], 2).advance(10_000);
    expect(given.proposals()).toHaveLength(2);

    given.deliver([{ item: 'credits', credits: 1 }]);

    expect(given.placesProposed(3)).toEqual(['f1/web/a3']);
  });

  test('given an answer to a proposal that is not open, when it arrives, then it is reported and nothing else happens', () => {
    const given = new GivenAllocator().withSnapshot(one).deliver([offeredItem(7)]);

    expect(given.events).toContainEqual({ event: 'answer-without-proposal', proposalId: 7 });
    expect(given.ended).toEqual([]);
  });

  test('given an agent that is removed while a proposal for it is open, when that is refused, then nothing of it is left', () => {
    const given = new GivenAllocator().withSnapshot(one).deliver([{ item: 'agent-removed', agentId: 'a1' as AgentId }]);
    expect(given.core.session?.mirror?.agents.size).toBe(1);

    given.deliver([refusedItem(1, 1_000)]).advance(10_000);

    expect(given.core.session?.mirror?.agents.size).toBe(0);
    expect(given.placesProposed(2)).toEqual([]);
  });

  test('given a framework that is removed, when it held and was proposed something, then others get what it held', () => {
    const given = new GivenAllocator().withSnapshot([...one, allocationItem('f1/web/a1', { allocated: 'cpus:3' })]);
    expect(given.placesProposed()).toEqual(['f2/web/a1']);

    given.deliver([{ item: 'framework-removed', frameworkId: 'f1' as FrameworkId }]);

    expect(given.proposals(2)[0]).toMatchObject({ frameworkId: 'f2', resources: held('cpus:3') });
    expect(given.core.session?.mirror?.frameworkCount).toBe(1);
  });

  test('given many agents, when they are allocated, then slices leave room for other work and still get through', () => {
    const agents = Array.from({ length: 5_000 }, (_, index) => agentItem(`a${index}`, 'cpus:1'));
    const given = new GivenAllocator().withSnapshot([...agents, frameworkItem('f1', ['web'])], 10_000);
    const first = given.proposals().length;

    expect(first).toBeLessThan(5_000);
    expect(given.core.wakeAt).toBe(given.now);
    given.advance(0);

    expect(given.proposals()).toHaveLength(5_000);
  });
});

describe('a sweep over all agents', () => {
  test('given a sweep that has passed some agents, when another framework comes, then these are looked at again', () => {
    const names = Array.from({ length: 5_000 }, (_, index) => `a${index}`);
    const away = frameworkItem('f1', ['web'], { suppressed: ['web'] });
    const given = new GivenAllocator().withSnapshot([...names.map((name) => agentItem(name, 'cpus:1')), away], 10_000);
    given.advance(0).deliver(names.slice(0, 10).map((name) => filterItem(`f1/web/${name}`, 'cpus:1', 60_000)));
    given.deliver([frameworkItem('f1', ['web'])]);
    expect(given.proposals().length).toBeLessThan(4_990);
    expect(given.placesProposed()).not.toContain('f1/web/a0');

    given.deliver([frameworkItem('f2', ['other'])]).advance(0);

    expect(given.proposals()).toHaveLength(5_000);
    expect(given.placesProposed()).toContain('f2/other/a0');
  });

  test('given nothing changed, when the safety pass is over, then nothing is left to do until the next', () => {
    const given = new GivenAllocator().withSnapshot([agentItem('a1', 'cpus:1'), frameworkItem('f1', ['web'])]);

    given.advance(1_000);

    expect(given.core.wakeAt).toBe(2_000);
    expect(given.events.at(-1)).toEqual({ event: 'agents-considered', considered: 1, proposed: 0, left: 0 });
  });
});
