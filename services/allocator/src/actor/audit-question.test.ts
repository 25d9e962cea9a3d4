import { digestOfAgent } from '@parley/common/audit';
import type { AllocatorDown } from '@parley/common/contract';
import type { AgentId, FrameworkId } from '@parley/common/kernel';

import { agentItem, allocationItem, frameworkItem, GivenAllocator, held } from '../testing';

describe('audit', () => {
  const told = [
    agentItem('a1', 'cpus:4;mem:64;ports:[1-9];cpus(eng):2'),
    frameworkItem('f1', ['web']),
    allocationItem('f1/web/a1', { allocated: 'cpus:1;ports:[1-2]', offered: 'cpus:0.5;cpus(eng):1' }),
  ];
  const digest = digestOfAgent({
    agentId: 'a1' as AgentId,
    standing: 'offerable',
    total: held('cpus:4;mem:64;ports:[1-9];cpus(eng):2'),
    holdings: [{ frameworkId: 'f1' as FrameworkId, role: 'web', resources: held('cpus:1.5;ports:[1-2];cpus(eng):1') }],
  });

  test('given a mirror that is right, when it is audited, then nothing differs, open proposals or not', () => {
    const given = new GivenAllocator().withSnapshot(told);
    expect(given.proposals()).toHaveLength(1);

    given.deliver([{ item: 'audit', agents: [{ agentId: 'a1' as AgentId, digest }] }]);

    expect(given.sent.at(-1)?.item).toEqual({ item: 'audited', differing: [] });
    expect(given.events.at(-1)).toEqual({ event: 'audited', agents: 1, differing: [] });
  });

  test('given agents that are another way or not there, when they are audited, then they are named, and healed by being told anew', () => {
    const given = new GivenAllocator().withSnapshot(told);
    given.deliver([agentItem('a1', 'cpus:3')]);
    const audit: AllocatorDown = {
      item: 'audit',
      agents: [
        { agentId: 'a1' as AgentId, digest },
        { agentId: 'a2' as AgentId, digest },
      ],
    };

    given.deliver([audit]);
    expect(given.sent.at(-1)?.item).toEqual({ item: 'audited', differing: ['a1', 'a2'] });

    given.deliver([{ item: 'agent-removed', agentId: 'a1' as AgentId }, ...told, audit]);
    const answers = given.sent.flatMap(({ item }) => (item.item === 'audited' ? [item.differing] : []));
    expect(answers.at(-1)).toEqual(['a2']);
  });
});
