import type { Proposal } from '@parley/common/contract';
import { isPlainKey, reservedScalars } from '@parley/common/resources';
import type { SimulatedCluster } from '../../worlds/simulated/simulated-cluster';
import type { CheckerMaker } from './checker';

type Session = NonNullable<NonNullable<SimulatedCluster['allocator']['allocator']>['core']['session']>;
type Mirror = NonNullable<Session['mirror']>;
type Agent = NonNullable<ReturnType<Mirror['agents']['get']>>;

/** Amounts by the numbers that a mirror has for the names of resources. */
type Amounts = readonly number[];

/**
 * What the allocator proposes leaves free what is guaranteed to others: of no name becomes less spare, beyond what guarantees still need, than there was, nor
 * less than nothing. What is free, consumed and needed is added up anew, from what the mirror says of each agent, before and after the proposals of one slice.
 */
export const headroomKept: CheckerMaker = ({ cluster }) => {
  let made: Proposal[] = [];
  return {
    name: 'headroom-kept',
    happened: ({ of, event }) => {
      if (of !== 'allocator') return undefined;
      if (event.event === 'proposals-made') made.push(...event.proposals);
      if (event.event !== 'agents-considered') return undefined;
      const proposals = made;
      made = [];
      const mirror = cluster.allocator.allocator?.core.session?.mirror;
      if (mirror === undefined || proposals.length === 0 || !mirror.competition.roles.hasGuarantees) return undefined;
      const before = spareIn(mirror, proposals);
      const after = spareIn(mirror, []);
      const number = after.findIndex((milli, each) => milli < Math.min(before[each] ?? 0, 0));
      return number === -1
        ? undefined
        : `of ${mirror.names.nameOf(number)}, ${String(before[number])} thousandths were spare beside guarantees, ${String(after[number])} are after ${proposals.map(described).join(' and ')}`;
    },
  };
};

function described({ role, agentId, resources }: Proposal): string {
  return `${JSON.stringify([...resources.scalars])} of ${agentId} for ${role}`;
}

/** What is free beyond what guarantees need, as if some proposals had not been made. */
function spareIn(mirror: Mirror, without: readonly Proposal[]): Amounts {
  const free: number[] = [];
  const consumed = new Map<string, number[]>();
  const consume = (role: string, number: number, milli: number): void => {
    const of = consumed.get(role) ?? [];
    add(of, number, milli);
    consumed.set(role, of);
  };
  for (const agent of mirror.agents.all()) {
    const left = [...agent.total.plain];
    const undone = without.filter(({ agentId }) => agentId === agent.agentId);
    for (const { role, number, milli } of [...takenOn(agent), ...undone.flatMap((each) => givenBack(mirror, each))]) {
      add(left, number, -milli);
      consume(role, number, milli);
    }
    for (const { role, number, milli } of reservedOn(mirror, agent)) consume(role, number, milli);
    if (agent.description?.standing !== 'offerable') continue;
    for (const [number, milli] of left.entries()) add(free, number, Math.max(milli, 0));
  }
  return free.map((milli, number) => milli - needOf(mirror, number, (role) => consumed.get(role)?.[number] ?? 0));
}

/** So much of one name, taken or reserved in a role. */
interface Part {
  readonly role: string;
  readonly number: number;
  readonly milli: number;
}

function takenOn(agent: Agent): readonly Part[] {
  return [...agent.holdings.values(), ...agent.proposed()].flatMap(({ claim, amounts }) =>
    amounts.plain.map((milli, number) => ({ role: claim.role, number, milli })),
  );
}

function givenBack({ names }: Mirror, { role, resources }: Proposal): readonly Part[] {
  const plain = [...resources.scalars].filter(([key]) => isPlainKey(key));
  return plain.map(([key, milli]) => ({ role, number: names.numberOf(key), milli: -milli }));
}

function reservedOn({ names }: Mirror, { description }: Agent): readonly Part[] {
  if (description === undefined) return [];
  return reservedScalars(description.total).flatMap(({ role, scalars }) =>
    [...scalars].map(([name, milli]) => ({ role, number: names.numberOf(name), milli })),
  );
}

/** What all guarantees still need of one name: on each level what is missing there, or what is missing below, whichever is more. */
function needOf(mirror: Mirror, number: number, ownOf: (role: string) => number): number {
  const nodes = [...mirror.competition.roles.all()];
  const below = (role: string): readonly string[] =>
    nodes.filter(({ name, parent }) => name !== '' && parent?.name === role).map(({ name }) => name);
  const consumption = (role: string): number =>
    ownOf(role) + below(role).reduce((sum, child) => sum + consumption(child), 0);
  const need = (role: string): number => {
    const guarantee = mirror.competition.roles.get(role)?.guarantee[number] ?? 0;
    const ofChildren = below(role).reduce((sum, child) => sum + need(child), 0);
    return Math.max(guarantee - consumption(role), ofChildren, 0);
  };
  return below('').reduce((sum, role) => sum + need(role), 0);
}

function add(sum: number[], number: number, milli: number): void {
  while (sum.length <= number) sum.push(0);
  sum[number] = (sum[number] ?? 0) + milli;
}
