import type {
  CommandInfo as WireCommandInfo,
  CommandInfo__Output,
} from '@parley/protos/internal/parley/types/v1/CommandInfo';
import type { EnvironmentVariable__Output } from '@parley/protos/internal/parley/types/v1/EnvironmentVariable';
import type { TaskInfo as WireTaskInfo, TaskInfo__Output } from '@parley/protos/internal/parley/types/v1/TaskInfo';
import type { DescribedTask } from '../contract';
import { MalformedMessage } from '../kernel';
import type { AgentId, Problem, TaskId } from '../kernel';
import { TASK_DATA_BYTES_MAX } from '../tasks';
import type { CommandInfo, EnvironmentVariable, TaskInfo } from '../tasks';
import { decodeLabel, encodeLabels } from './cluster-codec';
import { bytes, flag, idFault, message, messages, natural, text, texts } from './readers';
import { describeResources, encodeResources } from './resources-codec';
import type { Wire } from './wire-form';

/** At most this many problems of one task are told; the last says how many more there are. */
export const TASK_PROBLEMS_MAX = 20;

const NO_COMMAND: CommandInfo = { shell: false, value: '', arguments: [], environment: [] };
const NO_DATA = new Uint8Array(0);

/** A task on the wire. */
export function encodeTaskInfo(task: TaskInfo): WireTaskInfo {
  const { killPolicy } = task;
  return {
    taskId: task.taskId,
    name: task.name,
    agentId: task.agentId,
    resources: encodeResources(task.resources),
    command: encodeCommand(task.command),
    data: task.data,
    labels: encodeLabels(task.labels),
    killPolicy: killPolicy === undefined ? null : { graceMs: killPolicy.graceMs },
  };
}

/** A task off the wire that must be sound in form, because a master has already checked it. */
export function decodeTaskInfo(wire: Wire<TaskInfo__Output>): TaskInfo {
  const { task, problems } = describeTask(wire);
  const [first] = problems;
  if (first !== undefined) throw new MalformedMessage(first.field, first.message);
  return task;
}

/** A task off the wire as a framework described it, with everything that is wrong in its form. Never throws for what a framework can write. */
export function describeTask(wire: Wire<TaskInfo__Output>): DescribedTask {
  const found = new FoundProblems();
  const { resources, problems } = describeResources(wire.resources, 'resources');
  const task: TaskInfo = {
    taskId: rawId(wire.taskId, 'task_id', found) as TaskId,
    name: text(wire.name, 'name'),
    agentId: rawId(wire.agentId, 'agent_id', found) as AgentId,
    resources,
    command: found.or(NO_COMMAND, () => message(wire.command, 'command', decodeCommand)),
    data: found.or(NO_DATA, () => bytes(wire.data, 'data', TASK_DATA_BYTES_MAX)),
    labels: found.or([], () => messages(wire.labels, 'labels', decodeLabel)),
    killPolicy: found.or(undefined, () => decodeKillPolicy(wire)),
  };
  for (const problem of problems) found.add(problem);
  return { task, problems: found.list() };
}

/** Collects what is wrong with one task, up to a limit. */
class FoundProblems {
  #found: Problem[] | undefined;
  #more = 0;

  add(problem: Problem): void {
    this.#found ??= [];
    if (this.#found.length < TASK_PROBLEMS_MAX - 1) this.#found.push(problem);
    else this.#more += 1;
  }

  /** What `read` reads, or `otherwise` when it is malformed, which is noted. */
  or<Read>(otherwise: Read, read: () => Read): Read {
    try {
      return read();
    } catch (fault) {
      if (!(fault instanceof MalformedMessage)) throw fault;
      this.add({ field: fault.field, message: fault.problem });
      return otherwise;
    }
  }

  list(): readonly Problem[] {
    if (this.#found === undefined) return NO_PROBLEMS;
    if (this.#more > 0) this.#found.push({ field: '', message: `and ${String(this.#more)} more problems` });
    return this.#found;
  }
}

const NO_PROBLEMS: readonly Problem[] = [];

/** An id as it was sent, so that the answer can name the task as its framework does. */
function rawId(value: string | null | undefined, field: string, found: FoundProblems): string {
  const read = text(value, field);
  const problem = idFault(read);
  if (problem !== undefined) found.add({ field, message: problem });
  return read;
}

function decodeKillPolicy(wire: Wire<TaskInfo__Output>): TaskInfo['killPolicy'] {
  const policy = wire.killPolicy;
  return policy === undefined || policy === null
    ? undefined
    : { graceMs: natural(policy.graceMs, 'kill_policy.grace_ms') };
}

function encodeCommand(command: CommandInfo): WireCommandInfo {
  return {
    shell: command.shell,
    value: command.value,
    arguments: [...command.arguments],
    environment: command.environment.map((variable) => ({ name: variable.name, value: variable.value })),
  };
}

function decodeCommand(wire: Wire<CommandInfo__Output>): CommandInfo {
  return {
    shell: flag(wire.shell, 'shell'),
    value: text(wire.value, 'value'),
    arguments: texts(wire.arguments, 'arguments'),
    environment: messages(wire.environment, 'environment', decodeVariable),
  };
}

function decodeVariable(wire: Wire<EnvironmentVariable__Output>): EnvironmentVariable {
  return { name: text(wire.name, 'name'), value: text(wire.value, 'value') };
}
