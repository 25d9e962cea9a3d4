import type { DescribedTask } from '@parley/common/contract';
import { idProblem } from '@parley/common/kernel';
import type { AgentId, Problem } from '@parley/common/kernel';
import {
  containsResources,
  formatResources,
  isEmptyResources,
  isPlain,
  kindOf,
  scalarMilli,
  toEntries,
  validateEntries,
} from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import { TASK_DATA_BYTES_MAX } from '@parley/common/tasks';
import type { TaskInfo } from '@parley/common/tasks';
import type { Framework } from '../frameworks/framework';
import { LIMITS } from '../limits';

/** What a task is checked against (mesos-semantics §5.3). */
export interface LaunchContext {
  readonly framework: Framework;
  readonly agentId: AgentId;
  /** What is left of the accepted offers. */
  readonly remaining: Resources;
}

type Check = (task: TaskInfo, context: LaunchContext) => readonly Problem[];

/** Every rule of §5.3 that applies to what a task can say; all run, all problems are reported. */
const CHECKS: readonly Check[] = [
  soundTaskId,
  newTaskId,
  agentOfOffer,
  soundKillPolicy,
  soundResources,
  offeredResources,
  wholeShared,
  unmixedRevocable,
  soundCommand,
  boundedSizes,
  boundedCount,
];

/** All that is wrong with a task; empty when it may be launched. */
export function validateTask(described: DescribedTask, context: LaunchContext): readonly Problem[] {
  const problems = [...described.problems];
  for (const check of CHECKS) problems.push(...check(described.task, context));
  return problems;
}

const NOTHING: readonly Problem[] = [];

function when(wrong: boolean, field: string, message: string): readonly Problem[] {
  return wrong ? [{ field, message }] : NOTHING;
}

function soundTaskId(task: TaskInfo): readonly Problem[] {
  const problem = idProblem(task.taskId);
  return problem === undefined ? NOTHING : [{ field: 'task_id', message: problem }];
}

function newTaskId(task: TaskInfo, { framework }: LaunchContext): readonly Problem[] {
  return when(
    framework.tasks.has(task.taskId),
    'task_id',
    `task ${task.taskId} is still known; a task id may be used again once the end of its last use was acknowledged`,
  );
}

function agentOfOffer(task: TaskInfo, { agentId }: LaunchContext): readonly Problem[] {
  return when(task.agentId !== agentId, 'agent_id', `must be the agent of the offers, ${agentId}`);
}

function soundKillPolicy(task: TaskInfo): readonly Problem[] {
  const graceMs = task.killPolicy?.graceMs ?? 0;
  return when(
    !Number.isSafeInteger(graceMs) || graceMs < 0,
    'kill_policy.grace_ms',
    'must be a whole number of milliseconds from 0',
  );
}

function soundResources(task: TaskInfo): readonly Problem[] {
  if (isEmptyResources(task.resources)) return [{ field: 'resources', message: 'must not be empty' }];
  return validateEntries(toEntries(task.resources), 'resources');
}

function offeredResources(task: TaskInfo, { remaining }: LaunchContext): readonly Problem[] {
  if (containsResources(remaining, task.resources)) return NOTHING;
  const message = `needs ${formatResources(task.resources)}, but only ${formatResources(remaining)} is left of the offers`;
  return [{ field: 'resources', message: `${message}${remedyFor(task.resources, remaining)}` }];
}

/** What else could be meant by a key that was not offered at all: the same name with other qualifiers. */
function remedyFor(wanted: Resources, remaining: Resources): string {
  if (isPlain(wanted) && isPlain(remaining)) return '';
  const offered = keysOf(remaining);
  const meant = keysOf(wanted)
    .filter((key) => !offered.includes(key))
    .flatMap((key) => offered.filter((other) => kindOf(other).name === kindOf(key).name));
  if (meant.length === 0) return '';
  return `; reservations and the like go with the resources as offered, so ask for ${[...new Set(meant)].join(' or ')}`;
}

/** What is shared cannot be cut: each task that uses it uses all of it. */
function wholeShared(task: TaskInfo, { remaining }: LaunchContext): readonly Problem[] {
  if (isPlain(task.resources)) return NOTHING;
  return [...task.resources.scalars].flatMap(([key, milli]) =>
    when(
      kindOf(key).shared !== '' && milli < scalarMilli(remaining, key),
      'resources',
      `${key} is shared and can only be used whole, as offered`,
    ),
  );
}

/** Rule 8: what may be taken away at any time would take the rest of the task with it. */
function unmixedRevocable(task: TaskInfo): readonly Problem[] {
  if (isPlain(task.resources)) return NOTHING;
  const keys = keysOf(task.resources);
  const revocable = new Set(keys.map(kindOf).flatMap((kind) => (kind.revocable ? [kind.name] : [])));
  const mixed = new Set(
    keys.map(kindOf).flatMap((kind) => (kind.revocable || !revocable.has(kind.name) ? [] : [kind.name])),
  );
  return [...mixed].map((name) => ({
    field: 'resources',
    message: `must not mix revocable and other ${name} in one task; use one kind, or two tasks`,
  }));
}

function keysOf({ scalars, ranges, sets }: Resources): readonly string[] {
  return [...scalars.keys(), ...ranges.keys(), ...sets.keys()];
}

function soundCommand({ command }: TaskInfo): readonly Problem[] {
  return [
    ...when(command.value.length === 0, 'command.value', 'must not be empty'),
    ...when(
      command.shell && command.arguments.length > 0,
      'command.arguments',
      'must be empty for a shell command; put everything into command.value',
    ),
    ...command.environment.flatMap((variable, index) =>
      when(
        !/^[^=\0]+$/.test(variable.name) || variable.value.includes('\0'),
        `command.environment[${String(index)}]`,
        'must have a name without "=", and no zero bytes',
      ),
    ),
    ...when(
      command.value.includes('\0') || command.arguments.some((argument) => argument.includes('\0')),
      'command',
      'must not contain zero bytes',
    ),
  ];
}

function boundedSizes({ command, data, name, labels }: TaskInfo): readonly Problem[] {
  let commandBytes = Buffer.byteLength(command.value);
  for (const argument of command.arguments) commandBytes += Buffer.byteLength(argument);
  for (const variable of command.environment)
    commandBytes += Buffer.byteLength(variable.name) + Buffer.byteLength(variable.value);
  return [
    ...when(
      commandBytes > LIMITS.commandBytesMax,
      'command',
      `must be at most ${String(LIMITS.commandBytesMax)} bytes with arguments and environment`,
    ),
    ...when(data.length > TASK_DATA_BYTES_MAX, 'data', `must be at most ${String(TASK_DATA_BYTES_MAX)} bytes`),
    ...when(name.length > LIMITS.textBytesMax, 'name', `must be at most ${String(LIMITS.textBytesMax)} characters`),
    ...when(labels.length > LIMITS.labelsMax, 'labels', `must be at most ${String(LIMITS.labelsMax)}`),
    ...when(
      labels.some((label) => label.key.length > LIMITS.textBytesMax || label.value.length > LIMITS.textBytesMax),
      'labels',
      `must have keys and values of at most ${String(LIMITS.textBytesMax)} characters`,
    ),
  ];
}

function boundedCount(_task: TaskInfo, { framework }: LaunchContext): readonly Problem[] {
  return when(
    framework.tasks.size >= LIMITS.tasksPerFrameworkMax,
    'task_id',
    `the framework has ${String(LIMITS.tasksPerFrameworkMax)} tasks; acknowledge the updates of those that ended`,
  );
}
