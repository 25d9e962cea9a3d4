import { DEMAND_SIZE_MAX, demandSize } from '@parley/common/contract';
import type { SessionCall, SubscribeCall } from '@parley/common/contract';
import { OK } from '../domain/frameworks/call-log';
import { demandsWithin, restated, rolesWithMore } from '../domain/frameworks/demands';
import type { Demands } from '../domain/frameworks/demands';
import type { Framework } from '../domain/frameworks/framework';
import { validateDemands } from '../domain/frameworks/validate-demands';
import { callProblem } from '../domain/rejections';
import { answerCall } from './answers';
import { endDefaultRefusals } from './offers';
import type { Term } from './term';
import { touchFramework } from './touch';

/** States what a framework waits for in some of its roles. */
export function request(term: Term, framework: Framework, call: Extract<SessionCall, { call: 'request' }>): void {
  const { callId, demands } = call;
  const problems = validateDemands(demands, framework.info.roles, framework.demands);
  if (problems.length > 0) {
    answerCall(term, framework, { callId, outcome: callProblem({ kind: 'demand-invalid', problems }) });
    return;
  }
  takeDemands(term, framework, restated(framework.demands, demands));
  touchFramework(term, framework);
  answerCall(term, framework, { callId, outcome: OK });
}

/** A gateway repeats what a client said, also what the master before never answered: a statement that is not sound, or too much with those before it, is dropped,
 *  and the session goes on. */
export function withSoundDemands(call: SubscribeCall): SubscribeCall {
  const seen = new Set<string>();
  let size = 0;
  const demands = call.demands.filter((demand) => {
    const isNew = !seen.has(demand.role);
    seen.add(demand.role);
    if (!isNew || validateDemands([demand], call.info.roles).length > 0) return false;
    const added = demandSize(demand.shapes ?? []);
    if (size + added > DEMAND_SIZE_MAX) return false;
    size += added;
    return true;
  });
  return { ...call, demands };
}

/** Takes over all that a framework waits for. Who waits for more than before means to use what it refused before: its back-off ends in that role. */
export function takeDemands(term: Term, framework: Framework, demands: Demands): void {
  const before = framework.demands;
  framework.demands = demandsWithin(demands, framework.info.roles);
  for (const role of rolesWithMore(before, framework.demands)) endDefaultRefusals(term, framework, role);
}
