import type { FrameworkShare, RoleShare } from '@parley/common/contract';
import type { AgentId, FrameworkId } from '@parley/common/kernel';

import { strictPriority } from '../domain/policies/strict-priority/strict-priority';
import {
  agentItem,
  allocationItem,
  frameworkItem,
  GivenAllocator,
  held,
  roleItem,
  offeredItem,
  withoutCredits,
} from '../testing';

describe('get-shares', () => {
  /** The table of shares. */
  function sharesOf(given: GivenAllocator): { roles: readonly RoleShare[]; frameworks: readonly FrameworkShare[] } {
    given.deliver([{ item: 'get-shares', requestId: 3 }]).advance(0);
    const parts = given.sent.flatMap(({ item }) => (item.item === 'shares' ? [item] : []));
    expect(parts.at(-1)?.last).toBe(true);
    for (const { roles, frameworks } of parts) expect(roles.length + frameworks.length).toBeLessThanOrEqual(100);
    return { roles: parts.flatMap(({ roles }) => roles), frameworks: parts.flatMap(({ frameworks }) => frameworks) };
  }

  test('given roles above and below, when the shares are asked for, then each has its weighted share and what it is a share of', () => {
    const given = withoutCredits([
      agentItem('a1', 'cpus:10;mem:100'),
      roleItem('eng', { weight: 2 }),
      frameworkItem('f1', ['eng/web']),
      frameworkItem('f2', ['batch'], { suppressed: ['batch'] }),
      allocationItem('f1/eng/web/a1', {}),
    ]);
    given.deliver([
      {
        item: 'allocation',
        allocation: {
          frameworkId: 'f1' as FrameworkId,
          role: 'eng/web',
          agentId: 'a1' as AgentId,
          allocated: held('cpus:1;mem:40'),
          offered: held('cpus:1'),
        },
      },
    ]);

    const { roles, frameworks } = sharesOf(given);

    expect(
      roles.map(({ role, weight, share, dominant, frameworks: count }) => [role, weight, share, dominant, count]),
    ).toEqual([
      ['eng', 2, 0.2, 'mem', 0],
      ['eng/web', 1, 0.4, 'mem', 1],
      ['batch', 1, 0, '', 1],
    ]);
    expect(frameworks).toEqual([
      { frameworkId: 'f1', role: 'eng/web', share: 0.4, dominant: 'mem', competes: true },
      { frameworkId: 'f2', role: 'batch', share: 0, dominant: '', competes: false },
    ]);
  });

  test('given many frameworks, when the shares are asked for, then they come in parts', () => {
    const given = withoutCredits(
      Array.from({ length: 250 }, (_, index) => frameworkItem(`f${String(index)}`, ['web'])),
    );

    const { roles, frameworks } = sharesOf(given);

    expect([roles.length, frameworks.length]).toEqual([1, 250]);
  });

  test('given a role that gets nothing while others do, when the time set has passed, then it starves, until it is served', () => {
    const given = new GivenAllocator({ policy: strictPriority(new Map([['high', 1]])) }).withSnapshot([
      agentItem('a1', 'cpus:1'),
      frameworkItem('f1', ['high']),
      frameworkItem('f2', ['low']),
    ]);
    given.advance(1_000);
    const take = (proposal: number, place: string): void => {
      given.deliver([allocationItem(place, { offered: 'cpus:1' }), offeredItem(proposal)]);
    };
    take(1, 'f1/high/a1');
    given.advance(31_000);

    const began = given.events.filter((event) => event.event === 'starvation-changed');
    expect(began).toMatchObject([{ change: 'begun', role: 'low', starving: 1 }]);
    expect(sharesOf(given).roles.map(({ role, starvingMs }) => [role, starvingMs > 30_000])).toEqual([
      ['high', false],
      ['low', true],
    ]);

    given.deliver([frameworkItem('f1', ['high'], { suppressed: ['high'] }), allocationItem('f1/high/a1', {})]);
    take(2, 'f2/low/a1');
    given.advance(1_000);

    expect(given.events.filter((event) => event.event === 'starvation-changed').at(-1)).toMatchObject({
      change: 'ended',
      role: 'low',
      starving: 0,
    });
  });

  test('given a role that starves, when the session ends, then it is not said to starve any more', () => {
    const given = new GivenAllocator({ policy: strictPriority(new Map([['high', 1]])) }).withSnapshot([
      agentItem('a1', 'cpus:1'),
      frameworkItem('f1', ['high']),
      frameworkItem('f2', ['low']),
    ]);
    given.advance(1_000).deliver([allocationItem('f1/high/a1', { offered: 'cpus:1' }), offeredItem(1)]);
    for (let ping = 1; ping <= 3; ping += 1) given.advance(20_000).deliver([{ item: 'ping', ping }]);

    given.close();

    expect(given.events.filter((event) => event.event === 'starvation-changed')).toMatchObject([
      { change: 'begun', role: 'low', starving: 1 },
      { change: 'ended', role: 'low', starving: 0 },
    ]);
  });
});
