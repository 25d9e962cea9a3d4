import type { AllocatorCapability, AllocatorUp, OperatorAnswer, OperatorQuery } from '@parley/common/contract';
import type { AgentId, FrameworkId, ProposalId } from '@parley/common/kernel';
import { GivenMaster } from './given-master';
import { res } from './played-peers';
import type { PlayedAgent, PlayedGateway, PlayedSession } from './played-peers';

/** The first note of every answer that the played allocator stands behind. */
export const DECIDER = 'the allocator is "test", its policy "none"';

/** The question why there are no offers, about everybody in the role `*`. */
export const EXPLAIN: OperatorQuery = {
  query: 'explain-offers',
  frameworkId: undefined,
  role: '*',
  agentId: undefined,
};

/** A master with what there is around it. */
export interface AllocatorStage {
  readonly given: GivenMaster;
  readonly gateway: PlayedGateway;
  readonly agent: PlayedAgent;
  readonly spark: PlayedSession;
}

/** A master with an agent, a framework and an allocator that has just said what it can. */
export function allocatorStage(...capabilities: readonly AllocatorCapability[]): AllocatorStage {
  const given = new GivenMaster();
  const gateway = given.gateway();
  const agent = given.registerAgent();
  const spark = given.subscribe(gateway);
  given.allocatorReady(...capabilities);
  return { given, gateway, agent, spark };
}

/** What stands beside the answers to a question about offers or shares. */
export function notesOf(answers: readonly OperatorAnswer[]): readonly string[] {
  return answers.flatMap((answer) => (answer.answer === 'explained' || answer.answer === 'shares' ? answer.notes : []));
}

/** How often the master has begun a session with the allocator. */
export function sessionsBegun(given: GivenMaster): number {
  return given.toAllocator.filter((item) => item.item === 'begin').length;
}

/** A proposal of the agent `a1` under a number of its own choice. */
export function numberedProposal(proposalId: number, framework: string): Extract<AllocatorUp, { item: 'proposal' }> {
  return {
    item: 'proposal',
    proposal: {
      proposalId: proposalId as ProposalId,
      basedOn: 0,
      frameworkId: framework as FrameworkId,
      role: '*',
      agentId: 'a1' as AgentId,
      resources: res('cpus:1'),
      traceparent: '',
    },
  };
}
