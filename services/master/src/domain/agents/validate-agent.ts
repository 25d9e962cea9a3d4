import type { AgentInfo, ReportedTask } from '@parley/common/contract';
import { RESOURCE_NAMES_MAX } from '@parley/common/quantities';
import type { ResourceNames } from '@parley/common/quantities';
import { formatResources, scalarsByName } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import { LIMITS } from '../limits';

/** Why what an agent says of itself cannot be put into the registry, or undefined when it can: then all its resources have numbers in `names`. */
export function agentProblem(info: AgentInfo, names: ResourceNames): string | undefined {
  const { hostname, resources, attributes, domain } = info;
  const text = JSON.stringify([hostname, formatResources(resources), attributes, domain]);
  if (text.length > LIMITS.infoTextMax)
    return `host name, resources, attributes and domain must be at most ${String(LIMITS.infoTextMax)} characters together, as JSON`;
  return namesProblem([resources], names);
}

/** Why what an agent's tasks hold cannot be counted, or undefined when it can: it may no longer have what they hold. */
export function tasksProblem(tasks: readonly ReportedTask[], names: ResourceNames): string | undefined {
  return namesProblem(
    tasks.map(({ resources }) => resources),
    names,
  );
}

function namesProblem(held: readonly Resources[], names: ResourceNames): string | undefined {
  if (names.admit(held.flatMap((resources) => [...scalarsByName(resources).keys()]))) return undefined;
  return `the scalar resources of all agents and quotas may have at most ${String(RESOURCE_NAMES_MAX)} names; use names that others use already`;
}
