import type { MaintenanceAnswer, MaintenanceWindow, OperatorQuery } from '@parley/common/contract';
import type { StreamId } from '@parley/common/kernel';
import type { Asker, PendingAnswer } from '../domain/frameworks/call-log';
import { OK } from '../domain/frameworks/call-log';
import { LIMITS } from '../domain/limits';
import { advanceWindow, planSchedule } from '../domain/maintenance/planned-window';
import type { PlannedWindow } from '../domain/maintenance/planned-window';
import { validateMaintenance } from '../domain/maintenance/validate-maintenance';
import { hostNotes } from '../domain/operator/host-notes';
import { callProblem } from '../domain/rejections';
import { waitingAnswer } from './agent-orders';
import { answer } from './answers';
import { placeAll } from './placement';
import { answerOperator } from './speak';
import type { Term } from './term';

type MaintenanceOrder = Extract<OperatorQuery, { query: 'update-maintenance' }>;

/** Takes a new maintenance schedule, which replaces the old one once the registry has it. */
export function orderMaintenance(term: Term, asker: Asker, { windows }: MaintenanceOrder): void {
  const problems = validateMaintenance(windows);
  if (problems.length > 0) {
    answer(term, asker, callProblem({ kind: 'maintenance-invalid', problems }));
    return;
  }
  const hostnames = windows.flatMap((window) => window.hostnames);
  const pending = waitingAnswer(asker, hostNotes(term.cluster, hostnames));
  term.write({ purpose: 'update-maintenance', windows, answer: pending }, [{ change: 'put-maintenance', windows }]);
}

/** The registry has the schedule. */
export function maintenanceWritten(
  term: Term,
  order: { readonly windows: readonly MaintenanceWindow[]; readonly answer: PendingAnswer },
): void {
  applySchedule(term, order.windows);
  term.observe({ event: 'maintenance-updated', windows: order.windows.length });
  placeAll(term, order.answer);
}

/** Puts a schedule in the place of the one before; to be followed by {@link placeAll} when there are agents. Offers of agents for which something changes are
 *  taken back then, since they tell what is no longer so. */
export function applySchedule(term: Term, windows: readonly MaintenanceWindow[]): void {
  const { cluster } = term;
  for (const window of cluster.schedule.planned) term.timers.maintenance.cancel(window);
  cluster.schedule = planSchedule(windows, term.at);
  for (const window of cluster.schedule.planned) arrangeNext(term, window);
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
  for (const window of due) {
    arrangeNext(term, window);
    const { phase, unavailability } = window;
    term.observe({ event: 'maintenance-phase', phase, startsAt: unavailability.startsAt });
  }
  placeAll(term);
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

function arrangeNext(term: Term, window: PlannedWindow): void {
  const next = advanceWindow(window, term.at.now);
  if (next !== undefined) term.timers.maintenance.set(window, next);
}
