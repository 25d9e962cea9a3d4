import type { CallOutcome, OperatorAnswer } from '@parley/common/contract';
import type { CallId, Problem } from '@parley/common/kernel';
import { unreachable } from '@parley/common/kernel';
import { OK } from '../domain/frameworks/call-log';
import type { Asker, PendingAnswer } from '../domain/frameworks/call-log';
import type { Framework } from '../domain/frameworks/framework';
import { LIMITS } from '../domain/limits';
import { callProblem } from '../domain/rejections';
import { answerOperator, tell } from './speak';
import type { Term } from './term';

/** The answer when an agent was lost before it said whether it has a launch. */
export const AGENT_SILENT: CallOutcome = {
  outcome: 'outcome-unknown',
  message: 'the agent became unreachable before it confirmed; the status updates of the tasks tell what became of them',
};

const NO_NOTES: readonly string[] = [];

/** An answer for which nothing is waited yet; operators are told the notes with it. */
export function pendingAnswer(asker: Asker, notes: readonly string[] = NO_NOTES): PendingAnswer {
  return { asker, waiting: 0, problems: [], notes, outcome: OK };
}

/** One of the words that an answer waits for has come; the last one completes it. */
export function resolve(term: Term, pending: PendingAnswer, outcome: CallOutcome): void {
  if (outcome.outcome !== 'ok') pending.outcome = outcome;
  pending.waiting -= 1;
  if (pending.waiting === 0) complete(term, pending);
}

/** Answers at once when nothing is waited for. */
export function completeIfDone(term: Term, pending: PendingAnswer): void {
  if (pending.waiting === 0) complete(term, pending);
}

/** Answers whoever asked. */
export function answer(term: Term, asker: Asker, outcome: CallOutcome): void {
  answerNoted(term, { asker, notes: NO_NOTES }, outcome);
}

function answerNoted(term: Term, { asker, notes }: Pick<PendingAnswer, 'asker' | 'notes'>, outcome: CallOutcome): void {
  switch (asker.asker) {
    case 'framework':
      answerCall(term, asker.framework, { callId: asker.callId, outcome });
      return;
    case 'operator':
      term.gateways.get(asker.gateway)?.queries.delete(asker.requestId);
      answerOperator(term, asker, operatorAnswer(outcome, notes));
      return;
    default:
      unreachable(asker, 'asker');
  }
}

/** Answers a framework's call in its present session, and remembers the result; calls without an id want no answer. */
export function answerCall(
  term: Term,
  framework: Framework,
  result: { readonly callId: CallId; readonly outcome: CallOutcome },
): void {
  const { callId } = result;
  if (callId === '') return;
  const outcome = withFewProblems(result.outcome);
  framework.calls.close(callId, outcome);
  if (framework.session !== undefined) tell(term, framework.session, { event: 'call-result', callId, result: outcome });
}

function complete(term: Term, pending: PendingAnswer): void {
  const { outcome, problems } = pending;
  const invalid = problems.length > 0 && outcome.outcome !== 'outcome-unknown';
  answerNoted(term, pending, invalid ? callProblem({ kind: 'tasks-invalid', problems }) : outcome);
}

function withFewProblems(outcome: CallOutcome): CallOutcome {
  if (outcome.outcome !== 'problem' || outcome.problems.length <= LIMITS.callProblemsMax) return outcome;
  return { ...outcome, problems: firstOf(outcome.problems, LIMITS.callProblemsMax) };
}

/** Some of the faults; the last of them says how many there are besides. */
function firstOf(problems: readonly Problem[], most: number): readonly Problem[] {
  const told = problems.slice(0, most);
  const last = told.at(-1);
  const more = problems.length - told.length;
  if (last === undefined || more === 0) return told;
  return [...told.slice(0, -1), { ...last, message: `${last.message}; ${String(more)} more faults are not listed` }];
}

function operatorAnswer(outcome: CallOutcome, notes: readonly string[]): OperatorAnswer {
  switch (outcome.outcome) {
    case 'ok':
    case 'deferred': {
      const done = { answer: 'done', deferred: outcome.outcome === 'deferred' } as const;
      return notes.length === 0 ? done : { ...done, notes };
    }
    case 'problem': {
      const { reason, message, remedy, problems } = outcome;
      return { answer: 'refused', reason, message, remedy, problems: firstOf(problems, LIMITS.problemsToldMax) };
    }
    case 'outcome-unknown':
      return {
        answer: 'refused',
        reason: 'outcome-unknown',
        message: outcome.message,
        remedy: 'Look at the state of the task, then decide again.',
        problems: [],
      };
    default:
      return unreachable(outcome, 'call outcome');
  }
}
