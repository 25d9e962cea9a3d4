import { digestOfAgent } from '@parley/common/audit';
import type { AllocatorDown, Explanation } from '@parley/common/contract';
import type { AgentId, FrameworkId } from '@parley/common/kernel';
import { addResources, isEmptyResources } from '@parley/common/resources';
import fc from 'fast-check';

import { agentItem, GivenAllocator } from '../testing';
import { entity } from '../testing/arbitrary-entities';

const SEED = 20_261;

type AgentItem = Extract<AllocatorDown, { readonly item: 'agent' }>;
type AllocationItem = Extract<AllocatorDown, { readonly item: 'allocation' }>;

/** What a session has told about agents and frameworks, kept in the plainest way. */
class Told {
  readonly agents = new Map<AgentId, AgentItem['agent']>();
  readonly #frameworks = new Map<FrameworkId, readonly string[]>();
  readonly #holdings = new Map<string, AllocationItem['allocation']>();

  take(item: AllocatorDown): void {
    if (item.item === 'agent') this.agents.set(item.agent.agentId, item.agent);
    if (item.item === 'agent-removed') this.agents.delete(item.agentId);
    if (item.item === 'agent-removed') this.#forget(({ agentId }) => agentId === item.agentId);
    if (item.item === 'framework')
      this.#frameworks.set(
        item.framework.frameworkId,
        item.framework.roles.map(({ role }) => role),
      );
    if (item.item === 'framework-removed') this.#frameworks.delete(item.frameworkId);
    if (item.item === 'framework-removed') this.#forget(({ frameworkId }) => frameworkId === item.frameworkId);
    if (item.item !== 'allocation') return;
    const { frameworkId, role, agentId } = item.allocation;
    this.#holdings.set(`${frameworkId} ${role} ${agentId}`, item.allocation);
  }

  /** Where something is being offered, as `framework role agent`. */
  offered(): readonly string[] {
    return [...this.#holdings].filter(([, { offered }]) => !isEmptyResources(offered)).map(([key]) => key);
  }

  /** Every framework in each of its roles, as `framework role`. */
  subscriptions(): readonly string[] {
    return [...this.#frameworks].flatMap(([frameworkId, roles]) => roles.map((role) => `${frameworkId} ${role}`));
  }

  digests(): readonly { readonly agentId: AgentId; readonly digest: string }[] {
    return [...this.agents.values()].map(({ agentId, standing, total }) => {
      const here = [...this.#holdings.values()].filter((holding) => holding.agentId === agentId);
      const holdings = here.map(({ frameworkId, role, allocated, offered }) => ({
        frameworkId,
        role,
        resources: addResources(allocated, offered),
      }));
      return { agentId, digest: digestOfAgent({ agentId, standing, total, holdings }) };
    });
  }

  #forget(isGone: (holding: AllocationItem['allocation']) => boolean): void {
    for (const [key, holding] of this.#holdings) if (isGone(holding)) this.#holdings.delete(key);
  }
}

const history = fc.array(fc.array(entity, { minLength: 1, maxLength: 6 }), { maxLength: 12 });

function played(batches: readonly (readonly AllocatorDown[])[], credits: number) {
  const given = new GivenAllocator().withSnapshot([], credits);
  const told = new Told();
  for (const batch of batches) {
    given.deliver(batch).advance(0);
    for (const item of batch) told.take(item);
  }
  return { given, told };
}

function explain(given: GivenAllocator): readonly Explanation[] {
  given
    .deliver([{ item: 'explain', requestId: 1, frameworkId: undefined, role: undefined, agentId: undefined }])
    .advance(0);
  return given.sent.flatMap(({ item }) => (item.item === 'explained' ? item.explanations : []));
}

test('whatever the master says, every agent counts once in every explanation, and nobody is left out of what could be proposed', () => {
  const holds = fc.property(history, (batches) => {
    const { given, told } = played(batches, 1_000);
    const proposed = given.proposals().map(({ frameworkId, role, agentId }) => `${frameworkId} ${role} ${agentId}`);
    const open = new Set([...told.offered(), ...proposed]);
    const agents = new Set([...open].map((place) => place.split(' ')[2]));
    const explained = explain(given);
    expect(explained.map(({ frameworkId, role }) => `${frameworkId} ${role}`).sort()).toEqual(
      [...told.subscriptions()].sort(),
    );
    for (const { frameworkId, role, offerable, reasons } of explained) {
      const counted = reasons.reduce((sum, { agents: count }) => sum + count, offerable);
      const own = [...open].filter((place) => place.startsWith(`${frameworkId} ${role} `));
      const behind = reasons.find(({ reason }) => reason === 'lower-share-first');
      expect(counted).toBe(told.agents.size);
      expect(offerable).toBeLessThanOrEqual(own.length);
      expect(behind?.agents ?? 0).toBeLessThanOrEqual(agents.size - own.length);
    }
  });
  fc.assert(holds, { seed: SEED, numRuns: 200 });
});

test('whatever the master says, an audit finds nothing that differs from what was told, and finds what does', () => {
  const holds = fc.property(history, fc.boolean(), (batches, hasCredits) => {
    const { given, told } = played([[agentItem('a9', 'cpus:1')], ...batches], hasCredits ? 1_000 : 0);
    const digests = told.digests();

    given.deliver([{ item: 'audit', agents: digests }, agentItem('a9', 'cpus:2'), { item: 'audit', agents: digests }]);

    const answers = given.sent.flatMap(({ item }) => (item.item === 'audited' ? [item.differing] : []));
    expect(answers).toEqual([[], ['a9']]);
  });
  fc.assert(holds, { seed: SEED, numRuns: 200 });
});
