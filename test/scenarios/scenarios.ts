import { agentKilledAndRestarted } from './agent-restarted';
import { allocatorKilled } from './allocator-killed';
import { declineAndFilterExpiry } from './decline';
import { frameworkGoneAndBack, frameworkGoneForGood } from './framework-away';
import { gatewayKilled } from './gateway-killed';
import { invalidTaskAmongValidOnes } from './invalid-task';
import { kill, killOfStubbornTask } from './kill';
import { masterHandedOver, masterKilled, masterPaused } from './master-lost';
import { seedExample } from './seed-example';
import type { Scenario } from './story';
import { twoSchedulersWithOneId } from './two-schedulers';
import { workloadOutlivesMaster } from './workload';

/** Every scenario, by the sentence that it proves. Run in each world. */
export const SCENARIOS: readonly (readonly [title: string, scenario: Scenario])[] = [
  ['two frameworks share an agent as in the seed, cycle after cycle', seedExample],
  ['a declined offer comes back when its filter expired, or when it is revived', declineAndFilterExpiry],
  ['a killed task is gone, and its resources are offered again', kill],
  ['a task that ignores the polite signal is killed, sooner when the kill is repeated', killOfStubbornTask],
  ['an invalid task among valid ones is an error, and the others run', invalidTaskAmongValidOnes],
  ['a task does not notice that the leading master was killed', masterKilled],
  ['a task does not notice that the leading master was paused past its lease', masterPaused],
  ['a task does not notice that leadership was handed over', masterHandedOver],
  ['tasks outlive the process of their agent, and what ended meanwhile is reported', agentKilledAndRestarted],
  ['a framework goes on through another gateway when its own is killed', gatewayKilled],
  ['without an allocator only new offers are missing', allocatorKilled],
  ['a framework that crashed and returns has its tasks', frameworkGoneAndBack],
  ['a framework that is gone for good is torn down, and stays so', frameworkGoneForGood],
  ['of two schedulers with one id the newer counts, and the older is told', twoSchedulersWithOneId],
  ['a workload of the SDK ends well although its leader is killed', workloadOutlivesMaster],
];
