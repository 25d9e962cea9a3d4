import { agentKilledAndRestarted } from './agent-restarted';
import { allocatorKilled } from './allocator-killed';
import { declineAndFilterExpiry } from './decline';
import { frameworkGoneAndBack, frameworkGoneForGood } from './framework-away';
import { gatewayKilled } from './gateway-killed';
import { hoarder } from './hoarder';
import { idleCrowd, mostSuppressed, reviveStorm } from './idle-crowd';
import { invalidTaskAmongValidOnes } from './invalid-task';
import { kill, killOfStubbornTask } from './kill';
import { agentsOutOfUse, maintenancePlanned } from './maintenance';
import { masterHandedOver, masterKilled, masterPaused } from './master-lost';
import { explained, pickyFramework } from './picky';
import { badQuotaRefused, guaranteeKept, quotaChangedWhileRunning, weightsChangedWhileRunning } from './quota';
import { reservedResources, revocableResources } from './reservations';
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
  ['who sits on an offer loses it, and another works with it', hoarder],
  ['a picky framework is offered what it wants alone, and told why not the rest', pickyFramework],
  ['who gets nothing is told why', explained],
  ['of 100 frameworks of which 99 are suppressed, the one that is not gets what there is', mostSuppressed],
  ['200 idle frameworks do not keep a busy one from its offers', idleCrowd],
  ['a storm of revives keeps nobody from working', reviveStorm],
  ['a limit set while tasks run ends none, and holds on every level', quotaChangedWhileRunning],
  ['what is guaranteed is kept', guaranteeKept],
  ['weights changed while tasks run count from the next offer on', weightsChangedWhileRunning],
  ['a nonsensical quota is refused and changes nothing', badQuotaRefused],
  ['what is reserved is for its role and those below', reservedResources],
  ['what is revocable is for those who can deal with it', revocableResources],
  ['a maintenance is told in time, and who is concerned is asked', maintenancePlanned],
  ['nothing is offered of an agent that is out of use, and tasks run on', agentsOutOfUse],
  ['a workload of the SDK ends well although its leader is killed', workloadOutlivesMaster],
];
