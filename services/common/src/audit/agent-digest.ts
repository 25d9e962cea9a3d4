import type { AgentStanding } from '../contract';
import type { AgentId, FrameworkId } from '../kernel';
import { formatResources, isEmptyResources } from '../resources';
import type { Resources } from '../resources';
import { fnv1a32 } from './fnv';

/** What one framework holds for one role on the agent, by tasks and by open offers together. */
export interface AuditedHolding {
  readonly frameworkId: FrameworkId;
  readonly role: string;
  /** Allocated and offered, added up. */
  readonly resources: Resources;
}

/** What the session of an allocator has told of one agent, as far as it is audited. */
export interface AuditedAgent {
  readonly agentId: AgentId;
  readonly standing: AgentStanding;
  readonly total: Resources;
  /** In any order; one for each framework and role. Those of nothing are left out of the digest. */
  readonly holdings: Iterable<AuditedHolding>;
}

/**
 * The digest by which master and allocator compare what they know of an agent: FNV-1a, 32 bits, over the UTF-8 of
 * {@link canonicalText}, as 8 lower-case hexadecimal digits. The rule is part of the public contract (docs/allocator-contract.md).
 */
export function digestOfAgent(agent: AuditedAgent): string {
  return fnv1a32(Buffer.from(canonicalText(agent), 'utf8'))
    .toString(16)
    .padStart(8, '0');
}

/**
 * The text that is digested: the agent's id, its standing, everything it has, then one line `framework role resources` for each
 * holding, ordered by framework id and then by role, in code units. Every line ends with a line feed.
 */
export function canonicalText({ agentId, standing, total, holdings }: AuditedAgent): string {
  const held = [...holdings].filter(({ resources }) => !isEmptyResources(resources)).sort(compareHoldings);
  const lines = held.map(
    ({ frameworkId, role, resources }) => `${frameworkId} ${role} ${formatResources(resources)}\n`,
  );
  return `${agentId}\n${standing}\n${formatResources(total)}\n${lines.join('')}`;
}

function compareHoldings(a: AuditedHolding, b: AuditedHolding): number {
  return compareText(a.frameworkId, b.frameworkId) || compareText(a.role, b.role);
}

/** By code units, so that the order depends on no locale. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
