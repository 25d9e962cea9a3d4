import type { AgentInfo } from '@parley/common/contract';
import { formatResources } from '@parley/common/resources';
import { LIMITS } from '../limits';

/** Why what an agent says of itself cannot be put into the registry, or undefined when it can. */
export function agentProblem({ hostname, resources, attributes }: AgentInfo): string | undefined {
  const text = JSON.stringify([hostname, formatResources(resources), attributes]);
  return text.length <= LIMITS.infoTextMax
    ? undefined
    : `host name, resources and attributes must be at most ${String(LIMITS.infoTextMax)} characters together, as JSON`;
}
