import type { MaintenanceAnswer, MaintenanceWindow, OperatorQuery } from '@parley/common/contract';
import type { StreamId } from '@parley/common/kernel';
import type { Agent } from '../domain/agents/agent';
import { placeAgent } from '../domain/cluster';
import type { Asker, PendingAnswer } from '../domain/frameworks/call-log';
import { OK } from '../domain/frameworks/call-log';
import { LIMITS } from '../domain/limits';
import {
  advanceWindow,
  isDraining,
  planSchedule,
  sameUnavailability,
  unavailabilityOf,
} from '../domain/maintenance/planned-window';
import type { PlannedWindow } from '../domain/maintenance/planned-window';
import { validateMaintenance } from '../domain/maintenance/validate-maintenance';
import { callProblem } from '../domain/rejections';
import { waitingAnswer } from './agent-orders';
import { answer, resolve } from './answers';
import { forgetAsked } from './inverse-offers';
import { rescindOffersOf } from './offers';
import { answerOperator } from './speak';
import type { Term } from './term';
import { touchAgent } from './touch';

type MaintenanceOrder = Extract<OperatorQuery, { query: 'update-maintenance' }>;

/** Takes a new maintenance schedule, which replaces the old one once the registry has it. */
export function orderMaintenance(term: Term, asker: Asker, { windows }: MaintenanceOrder): void {
  const problems = validateMaintenance(windows);
  if (problems.length > 0) {
    answer(term, asker, callProblem({ kind: 'maintenance-invalid', problems }));
    return;
  }
  const pending = waitingAnswer(asker);
  term.write({ purpose: 'update-maintenance', windows, answer: pending }, [{ change: 'put-maintenance', windows }]);
}

/** The registry has the schedule. */
export function maintenanceWritten(
  term: Term,
  order: { readonly windows: readonly MaintenanceWindow[]; readonly answer: PendingAnswer },
): void {
  applySchedule(term, order.windows);
  term.observe({ event: 'maintenance-updated', windows: order.windows.length });
  resolve(term, order.answer, OK);
}

/** Puts a schedule in the place of the one before. Offers of agents for which something changes are taken back, since they tell what is no longer so. */
export function applySchedule(term: Term, windows: readonly MaintenanceWindow[]): void {
  const { cluster } = term;
  for (const window of cluster.schedule.planned) term.timers.maintenance.cancel(window);
  cluster.schedule = planSchedule(windows, term.at);
  for (const window of cluster.schedule.planned) arrangeNext(term, window);
  for (const agent of cluster.agents.values()) {
    changePlan(term, agent, () => {
      placeAgent(cluster, agent);
    });
  }
}

/** The agent may be on another host than before. */
export function movedAgent(term: Term, agent: Agent): void {
  changePlan(term, agent, () => {
    placeAgent(term.cluster, agent);
  });
}

/** Begins and ends the windows that are due. */
export function advanceMaintenance(term: Term): void {
  const due = new Set<PlannedWindow>();
  for (
    let window = term.timers.maintenance.takeDue(term.at.now);
    window !== undefined;
    window = term.timers.maintenance.takeDue(term.at.now)
  ) {
    due.add(window);
  }
  if (due.size === 0) return;
  const agents = [...term.cluster.planned].filter(({ window }) => window !== undefined && due.has(window));
  const before = agents.map(planOf);
  for (const window of due) {
    arrangeNext(term, window);
    const { phase, unavailability } = window;
    term.observe({ event: 'maintenance-phase', phase, startsAt: unavailability.startsAt });
  }
  agents.forEach((agent, index) => {
    noteChange(term, agent, before[index] ?? planOf(agent));
  });
}

/** Answers what is planned and what frameworks said to it. */
export function tellMaintenance(term: Term, asker: { readonly gateway: StreamId; readonly requestId: number }): void {
  const answers: MaintenanceAnswer[] = [];
  for (const { agentId, asked } of term.cluster.planned) {
    for (const { frameworkId, answer: said } of asked.values()) {
      if (answers.length < LIMITS.maintenanceAnswersMax) answers.push({ agentId, frameworkId, answer: said });
    }
  }
  answerOperator(term, asker, { answer: 'maintenance', windows: term.cluster.schedule.windows, answers });
  answer(term, { asker: 'operator', ...asker }, OK);
}

type Plan = Pick<Agent, 'window'> & {
  readonly draining: boolean;
  readonly unavailability: ReturnType<typeof unavailabilityOf>;
};

function planOf(agent: Agent): Plan {
  return { window: agent.window, draining: isDraining(agent), unavailability: unavailabilityOf(agent) };
}

function changePlan(term: Term, agent: Agent, change: () => void): void {
  const before = planOf(agent);
  change();
  noteChange(term, agent, before);
}

function noteChange(term: Term, agent: Agent, before: Plan): void {
  const unavailability = unavailabilityOf(agent);
  const told = !sameUnavailability(before.unavailability, unavailability);
  if (!told && before.draining === isDraining(agent)) return;
  if (told) forgetAsked(term, agent);
  rescindOffersOf(term, agent);
  touchAgent(term, agent);
}

function arrangeNext(term: Term, window: PlannedWindow): void {
  const next = advanceWindow(window, term.at.now);
  if (next !== undefined) term.timers.maintenance.set(window, next);
}
