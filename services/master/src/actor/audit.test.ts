import { digestOfAgent } from '@parley/common/audit';
import type { AgentId, CallId } from '@parley/common/kernel';
import { NO_RESOURCES } from '@parley/common/resources';
import { allocatorStage, sessionsBegun } from '../testing/allocator-stage';
import { reportedOf, res, taskOf } from '../testing/played-peers';

describe('audits', () => {
  test('given what the allocator was told, when a second has passed, then the digests are of that, agent after agent in turn', () => {
    const now = allocatorStage('audit');
    const { given, agent, spark } = now;
    given.offer(spark, agent, 'cpus:1;mem:64');
    given.accept(spark, [given.offer(spark, agent, 'cpus:2;mem:64').offerId], {
      tasks: [taskOf({ id: 't1', agent: agent.agentId })],
      refuseMs: 0,
    });

    given.advance(1_000);

    const digest = digestOfAgent({
      agentId: agent.agentId,
      standing: 'offerable',
      total: res('cpus:4;mem:4096'),
      holdings: [{ frameworkId: spark.frameworkId, role: '*', resources: res('cpus:2;mem:128') }],
    });
    expect(given.toldAllocator('audit')).toEqual([{ item: 'audit', agents: [{ agentId: 'a1', digest }] }]);
    given.fromAllocator({ item: 'audited', differing: [] });
    given.loseAgent(agent);
    given.advance(1_000);
    expect(given.toldAllocator('audit')).toHaveLength(2);
    expect(given.toldAllocator('audit')[1]).not.toMatchObject({ agents: [{ digest }] });
  });

  test('given more agents than one audit takes, when audits go on, then each agent has its turn, and those that come and go do no harm', () => {
    const { given } = allocatorStage('audit');
    for (let number = 2; number <= 450; number += 1) given.registerAgent({ id: `a${String(number)}` });
    const sizes: number[] = [];
    const seen = new Set<AgentId>();
    for (let round = 0; round < 4; round += 1) {
      given.advance(1_000);
      const audit = given.toldAllocator('audit').at(-1);
      sizes.push(audit!.agents.length);
      for (const { agentId } of audit!.agents) seen.add(agentId);
      given.fromAllocator({ item: 'audited', differing: [] });
      given.registerAgent({ id: `late-${String(round)}` });
    }

    expect(sizes.slice(0, 3)).toEqual([200, 200, 52]);
    expect(seen.size).toBe(452);
  });

  test('given agents on which something is held in very many roles, when they are audited, then fewer are compared at once', () => {
    const { given, spark } = allocatorStage('audit');
    for (const id of ['a2', 'a3', 'a4']) {
      const tasks = Array.from({ length: 600 }, (_, number) => {
        const named = { id: `${id}-${String(number)}`, launch: `1-1-${id.slice(1)}${String(number)}` };
        const task = reportedOf({ framework: spark.frameworkId, ...named, resources: 'cpus:0.001' });
        return { ...task, role: `r${String(number)}` };
      });
      given.registerAgent({ id, tasks });
    }
    const audited: (readonly AgentId[])[] = [];
    for (let round = 0; round < 2; round += 1) {
      given.advance(1_000);
      audited.push(given.toldAllocator('audit')[round]!.agents.map(({ agentId }) => agentId));
      given.fromAllocator({ item: 'audited', differing: [] });
    }

    expect(audited).toEqual([['a1', 'a2', 'a3'], ['a4']]);
  });

  test('given agents that differ, when the allocator says so, then they are counted, and told anew with all that is held and refused of them', () => {
    const now = allocatorStage('audit');
    const { given, agent, spark } = now;
    given.registerAgent({ id: 'a2' });
    given.offer(spark, agent, 'cpus:1;mem:64');
    const { offerId } = given.offer(spark, agent, 'cpus:3');
    given.call(spark, { call: 'decline', callId: '' as CallId, offerIds: [offerId], filters: { refuseMs: 60_000 } });
    given.advance(1_000);
    const before = given.toAllocator.length;

    given.fromAllocator({ item: 'audited', differing: ['a1' as AgentId, 'a9' as AgentId] });

    expect(given.events).toContainEqual({ event: 'mirror-differed', agents: 1, first: 'a1' });
    expect(given.toAllocator.slice(before)).toMatchObject([
      { item: 'agent-removed', agentId: 'a1' },
      { item: 'agent', agent: { agentId: 'a1', standing: 'offerable' } },
      { item: 'allocation', allocation: { agentId: 'a1', allocated: NO_RESOURCES, offered: res('cpus:1;mem:64') } },
      { item: 'filter', filter: { agentId: 'a1', refused: res('cpus:3'), remainingMs: 59_000 } },
    ]);
    given.advance(1_000);
    expect(given.toldAllocator('audit')).toHaveLength(2);
  });

  test('given an allocator for which hardly anything is as it was told, when that goes on, then its session is cut and begins anew', () => {
    const { given } = allocatorStage('audit');
    for (let round = 0; round < 3; round += 1) {
      expect(given.ended).toEqual([]);
      given.advance(1_000);
      given.fromAllocator({ item: 'audited', differing: ['a1' as AgentId] });
    }

    expect(given.ended).toHaveLength(1);
    given.advance(1_000);
    expect(sessionsBegun(given)).toBe(2);
  });

  test('given an allocator that never answers an audit, when a minute has passed, then its session is cut; one that cannot audit is not asked', () => {
    const { given } = allocatorStage('audit');
    const other = allocatorStage('explain').given;

    given.advance(59_000);
    expect([given.toldAllocator('audit').length, given.ended.length]).toEqual([1, 0]);
    given.advance(2_000);
    other.advance(61_000);

    expect(given.ended.length).toBe(1);
    expect(other.toldAllocator('audit')).toEqual([]);
  });
});
