import { digestOfAgent } from '@parley/common/audit';
import type { AgentDigest, AllocatorDown } from '@parley/common/contract';
import type { AgentId } from '@parley/common/kernel';
import { addResources } from '@parley/common/resources';
import type { Agent } from '../domain/agents/agent';
import { mirroredAgent, tellRefusalsOf } from './flush-mirror';
import type { Term } from './term';

/** Between two audits. */
export const AUDIT_MS = 1_000;
/** So many agents are compared at once, or fewer that hold about so much together: a few milliseconds of work. */
const AGENTS_MAX = 200;
const HOLDINGS_MAX = 1_000;
/** Agents that are told anew in one slice; each takes a look at every framework that refuses anything. */
const HEALED_PER_SLICE = 5;
/** An audit that is not answered for so many intervals will not be. */
const UNANSWERED_MAX = 60;
/** When most of what is asked differs so many times in a row, the mirror is of no use. */
const MOSTLY_WRONG_MAX = 3;

/** Compares, agent by agent in turn, what the allocator was told with what it knows, and tells anew what differs (docs/decisions/0008). */
export class Audit {
  /** Goes on where it was while agents come and go. */
  #agents: MapIterator<Agent> | undefined;
  /** What the allocator has been asked about and did not answer. */
  #asked: ReadonlySet<AgentId> | undefined;
  #isDue = false;
  #unanswered = 0;
  #mostlyWrong = 0;
  /** Agents to be told anew. Bounded by the agents. */
  readonly #differing = new Set<AgentId>();

  /** Another interval has passed. False when the allocator owes an answer for so long that there is no use in waiting. */
  due(): boolean {
    this.#isDue = true;
    if (this.#asked !== undefined) this.#unanswered += 1;
    return this.#unanswered < UNANSWERED_MAX;
  }

  /** The next agents with their digests, if it is time for them. To be asked when everything has been told, since the digests are of that. */
  next(term: Term): readonly AgentDigest[] {
    if (!this.#isDue || this.#asked !== undefined || this.#differing.size > 0) return [];
    this.#isDue = false;
    const digests: AgentDigest[] = [];
    const asked = new Set<AgentId>();
    let holdings = 0;
    while (digests.length < AGENTS_MAX && holdings < HOLDINGS_MAX) {
      const agent = this.#nextAgent(term);
      if (agent === undefined || asked.has(agent.agentId)) break;
      if (!agent.mirrored) continue;
      asked.add(agent.agentId);
      digests.push({ agentId: agent.agentId, digest: digestOf(agent) });
      holdings += agent.holdings.size;
    }
    if (digests.length === 0) return [];
    this.#asked = asked;
    this.#unanswered = 0;
    return digests;
  }

  /** Takes the answer: what differs is counted and will be told anew. `unasked`: nobody had asked. `useless`: hardly anything is as it was told. */
  answered(term: Term, differing: readonly AgentId[]): 'taken' | 'unasked' | 'useless' {
    const asked = this.#asked;
    if (asked === undefined) return 'unasked';
    this.#asked = undefined;
    const wrong = new Set(differing.filter((agentId) => asked.has(agentId)));
    this.#mostlyWrong = wrong.size * 2 > asked.size ? this.#mostlyWrong + 1 : 0;
    const [first] = wrong;
    if (first === undefined) return 'taken';
    term.observe({ event: 'mirror-differed', agents: wrong.size, first });
    for (const agentId of wrong) this.#differing.add(agentId);
    return this.#mostlyWrong >= MOSTLY_WRONG_MAX ? 'useless' : 'taken';
  }

  /** Tells some of the differing agents anew, with all that is held and refused of them; true when others are left. */
  heal(term: Term, send: (item: AllocatorDown) => void): boolean {
    let healed = 0;
    for (const agentId of this.#differing) {
      if (healed >= HEALED_PER_SLICE) return true;
      this.#differing.delete(agentId);
      healed += 1;
      tellAnew(term, agentId, send);
    }
    return false;
  }

  /** The next agent of the cluster in turn; undefined when there is none at all, or the last one was reached. */
  #nextAgent(term: Term): Agent | undefined {
    this.#agents ??= term.cluster.agents.values();
    const { done, value } = this.#agents.next();
    if (done !== true) return value;
    this.#agents = undefined;
    return undefined;
  }
}

/** The digest of what the session has been told of an agent, once nothing waits to be told. */
function digestOf(agent: Agent): string {
  const { agentId, standing, total } = mirroredAgent(agent);
  const holdings = [...agent.holdings.values()].map(({ frameworkId, role, allocated, offered }) => ({
    frameworkId,
    role,
    resources: addResources(allocated, offered),
  }));
  return digestOfAgent({ agentId, standing, total, holdings });
}

function tellAnew(term: Term, agentId: AgentId, send: (item: AllocatorDown) => void): void {
  const agent = term.cluster.agents.get(agentId);
  send({ item: 'agent-removed', agentId });
  if (agent?.mirrored !== true) return;
  send({ item: 'agent', agent: mirroredAgent(agent) });
  for (const { frameworkId, role, allocated, offered } of agent.holdings.values())
    send({ item: 'allocation', allocation: { frameworkId, role, agentId, allocated, offered } });
  tellRefusalsOf(term, agentId, send);
}
