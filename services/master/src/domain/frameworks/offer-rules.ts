import type { FrameworkInfo, OfferSettings } from '@parley/common/contract';
import { compileConstraints } from '@parley/common/constraints';
import type { ConstraintPredicate } from '@parley/common/constraints';
import { containsResources, isPlain, scalarsByName } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { Agent } from '../agents/agent';
import type { MasterSettings } from '../settings';

/** Constraints ready for use; a description that is replaced takes them with it. */
const COMPILED = new WeakMap<OfferSettings, ConstraintPredicate>();

/** The framework's own rules for offers of a role, if it has any. */
export function settingsOf(info: FrameworkInfo, role: string): OfferSettings | undefined {
  return info.offerSettings.find((settings) => settings.role === role);
}

/** Whether a framework's constraints for a role let an agent pass (mesos-semantics §3.11). */
export function admitsAgent(info: FrameworkInfo, role: string, agent: Agent['info']): boolean {
  const settings = settingsOf(info, role);
  if (settings === undefined || settings.constraintGroups.length === 0) return true;
  const admits = COMPILED.get(settings) ?? compileConstraints(settings.constraintGroups);
  COMPILED.set(settings, admits);
  return admits(agent);
}

/** Whether resources contain one of the smallest things worth offering: the framework's own where it named some, else the cluster's
 *  (mesos-semantics §3.9). Any of the groups is enough, amounts count whatever their qualifiers, and no group means that anything goes. */
export function reachesMinimum(
  asked: { readonly info: FrameworkInfo; readonly role: string; readonly resources: Resources },
  settings: Pick<MasterSettings, 'minAllocatable'>,
): boolean {
  const { info, role, resources } = asked;
  const groups = settingsOf(info, role)?.minAllocatable ?? settings.minAllocatable;
  if (groups.length === 0) return true;
  const amounts = isPlain(resources) ? resources : { ...resources, scalars: scalarsByName(resources) };
  return groups.some((group) => containsResources(amounts, group));
}
