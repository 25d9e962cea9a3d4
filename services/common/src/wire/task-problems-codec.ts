import type {
  TaskProblems as WireTaskProblems,
  TaskProblems__Output,
} from '@parley/protos/internal/parley/master/v1/TaskProblems';
import type { LaunchOperation, SessionCall } from '../contract';
import type { Problem } from '../kernel';
import { decodeProblem, encodeProblems } from './cluster-codec';
import { messages, natural } from './readers';
import type { Wire } from './wire-form';

/** What is wrong with which task of a call. */
interface TaskProblems {
  readonly operation: number;
  readonly task: number;
  readonly problems: readonly Problem[];
}

/** What a gateway found wrong with the tasks of a call, to travel beside the call: what could not be read does not travel in it. */
export function encodeTaskProblems(call: SessionCall): WireTaskProblems[] {
  const wire: WireTaskProblems[] = [];
  if (call.call !== 'accept') return wire;
  for (const [operation, { tasks }] of call.operations.entries()) {
    for (const [task, { problems }] of tasks.entries()) {
      if (problems.length > 0) wire.push({ operation, task, problems: encodeProblems(problems) });
    }
  }
  return wire;
}

/** The call with the problems that travelled beside it. They take the place of what decoding the call again found wrong with the same tasks. */
export function withTaskProblems(
  call: SessionCall,
  list: readonly Wire<TaskProblems__Output>[] | null | undefined,
): SessionCall {
  const found = messages(list, 'task_problems', decodeTaskProblems);
  if (found.length === 0 || call.call !== 'accept') return call;
  const byOperation = new Map<number, Map<number, readonly Problem[]>>();
  for (const { operation, task, problems } of found) {
    const byTask = byOperation.get(operation) ?? new Map<number, readonly Problem[]>();
    byOperation.set(operation, byTask.set(task, problems));
  }
  const operations = call.operations.map((operation, index) => withProblems(operation, byOperation.get(index)));
  return { ...call, operations };
}

function withProblems(
  operation: LaunchOperation,
  byTask: ReadonlyMap<number, readonly Problem[]> | undefined,
): LaunchOperation {
  if (byTask === undefined) return operation;
  return {
    operation: 'launch',
    tasks: operation.tasks.map((described, index) => ({
      task: described.task,
      problems: byTask.get(index) ?? described.problems,
    })),
  };
}

function decodeTaskProblems(wire: Wire<TaskProblems__Output>): TaskProblems {
  return {
    operation: natural(wire.operation, 'operation'),
    task: natural(wire.task, 'task'),
    problems: messages(wire.problems, 'problems', decodeProblem),
  };
}
