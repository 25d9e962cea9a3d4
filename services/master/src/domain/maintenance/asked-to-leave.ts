import type { MaintenanceAnswer } from '@parley/common/contract';
import type { FrameworkId, MonotonicMs, OfferId } from '@parley/common/kernel';
import { isEmptyResources } from '@parley/common/resources';
import type { Agent } from '../agents/agent';
import type { MasterSettings } from '../settings';

/** What one framework was asked about leaving one agent, and what it said. */
export interface AskedToLeave {
  readonly agent: Agent;
  readonly frameworkId: FrameworkId;
  answer: MaintenanceAnswer['answer'];
  /** The inverse offer that is open. */
  inverseOfferId: OfferId | undefined;
  /** It is not asked again before; undefined: nothing holds that back. */
  askAgainAt: MonotonicMs | undefined;
  /** Answers in a row that named no time, for the back-off. */
  answers: number;
}

/** No answer keeps the question away for less, or a scheduler that answers by itself would be asked without end. */
const ASK_AGAIN_LEAST_MS = 1_000;

/** How long after an answer it is asked again: `undefined` asked for the default, which doubles while such answers repeat. */
export function askAgainMs(asked: AskedToLeave, refuseMs: number | undefined, settings: MasterSettings): number {
  if (refuseMs !== undefined) return Math.max(refuseMs, ASK_AGAIN_LEAST_MS);
  const backedOff = settings.refuseMs * 2 ** Math.min(asked.answers, 30);
  asked.answers += 1;
  return Math.max(Math.min(backedOff, settings.refuseMaxMs), ASK_AGAIN_LEAST_MS);
}

/** The frameworks that run something on an agent: whoever only holds an offer knows of the maintenance from that. */
export function tenantsOf(agent: Agent): ReadonlySet<FrameworkId> {
  const tenants = new Set<FrameworkId>();
  for (const { frameworkId, allocated } of agent.holdings.values()) {
    if (!isEmptyResources(allocated)) tenants.add(frameworkId);
  }
  return tenants;
}
