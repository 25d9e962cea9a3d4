import type { AgentInfo } from '@parley/common/contract';
import { formatResources } from '@parley/common/resources';
import { LIMITS } from '../limits';

/** Why what an agent says of itself cannot be put into the registry, or undefined when it can. */
export function agentProblem({ hostname, resources, attributes, domain }: AgentInfo): string | undefined {
  const text = JSON.stringify([hostname, formatResources(resources), attributes, domain]);
  return text.length <= LIMITS.infoTextMax
    ? undefined
    : `host name, resources, attributes and domain must be at most ${String(LIMITS.infoTextMax)} characters together, as JSON`;
}
