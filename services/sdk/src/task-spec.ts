import { idProblem, problemsText } from '@parley/common/kernel';
import type { Problem } from '@parley/common/kernel';
import { isEmptyResources, NO_RESOURCES, parseResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import { TASK_DATA_BYTES_MAX } from '@parley/common/tasks';
import type { CommandInfo, Label } from '@parley/common/tasks';
import type { RelaunchPolicy, WantedTask } from './domain/wanted-task';

/** A task as an author describes it. */
export interface TaskSpec {
  /** For people; also the beginning of the task id when `id` is not given. */
  readonly name: string;
  /** What it needs, such as `cpus:0.5;mem:64`. */
  readonly resources: string;
  /** A line for `/bin/sh -c`, or a program with its arguments. */
  readonly command: string | { readonly program: string; readonly arguments?: readonly string[] };
  /** The task id; must never be used again by this framework. By default one is made that is not. */
  readonly id?: string;
  /** Takes offers of this role only; by default of any of the framework's. */
  readonly role?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Found by the command as the file `task-data` in its sandbox; at most 16 KiB. */
  readonly data?: Uint8Array | string;
  readonly labels?: readonly Label[];
  /** From the polite signal to the one that cannot be refused, in milliseconds; by default the agent's own. */
  readonly graceMs?: number;
  /** By default `before-start`. */
  readonly relaunch?: RelaunchPolicy;
  /** Launches at most, the first included; by default 20. */
  readonly attemptsMax?: number;
}

/** A task cannot be wanted as it was described; nothing was sent. */
export class InvalidTask extends Error {
  override readonly name = 'InvalidTask';

  constructor(readonly problems: readonly Problem[]) {
    super(`the task cannot be run: ${problemsText(problems)}`);
  }
}

const NO_DATA = new Uint8Array(0);
const ATTEMPTS_MAX = 20;
/** Room for the number that later attempts append to the id. */
const KEY_BYTES_MAX = 240;

/** Turns a description into a wanted task named `key`, or throws {@link InvalidTask} with everything that is wrong with it. */
export function toWantedTask(spec: TaskSpec, key: string): WantedTask {
  const problems = CHECKS.flatMap((check) => check(spec, key));
  if (problems.length > 0) throw new InvalidTask(problems);
  return {
    key,
    name: spec.name,
    role: spec.role,
    resources: resourcesOf(spec.resources),
    command: toCommand(spec),
    data: dataOf(spec),
    labels: spec.labels ?? [],
    killPolicy: spec.graceMs === undefined ? undefined : { graceMs: spec.graceMs },
    relaunch: spec.relaunch ?? 'before-start',
    attemptsMax: spec.attemptsMax ?? ATTEMPTS_MAX,
  };
}

/** All are run and all problems are reported. */
const CHECKS: readonly ((spec: TaskSpec, key: string) => readonly Problem[])[] = [
  (_, key) => problemIf(keyProblem(key), 'id'),
  ({ name }) => problemIf(name === '' && 'must not be empty', 'name'),
  ({ resources }) => resourceProblems(resources),
  ({ command }) => problemIf(programOf(command) === '' && 'must not be empty', 'command'),
  (spec) => {
    const tooLong = dataOf(spec).length > TASK_DATA_BYTES_MAX;
    return problemIf(tooLong && `must be at most ${String(TASK_DATA_BYTES_MAX)} bytes`, 'data');
  },
  ({ graceMs = 0 }) => problemIf(!(graceMs >= 0) && 'must be 0 or more milliseconds', 'graceMs'),
  ({ attemptsMax = 1 }) => {
    const whole = Number.isSafeInteger(attemptsMax) && attemptsMax > 0;
    return problemIf(!whole && 'must be a whole number from 1', 'attemptsMax');
  },
];

/** What remains of a name when it becomes part of an id. */
export function idPartOf(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 100);
}

/** Tasks with equal descriptions share one value, which lets placing skip those that do not fit. At most {@link SHARED_MAX} are kept. */
const SHARED = new Map<string, Resources>();
const SHARED_MAX = 1_000;

function resourcesOf(text: string): Resources {
  const known = SHARED.get(text);
  if (known !== undefined) return known;
  const parsed = parseResources(text);
  const resources = parsed.ok ? parsed.resources : NO_RESOURCES;
  if (SHARED.size < SHARED_MAX) SHARED.set(text, resources);
  return resources;
}

function resourceProblems(text: string): readonly Problem[] {
  const parsed = parseResources(text);
  if (!parsed.ok) return parsed.problems.map((message) => ({ field: 'resources', message }));
  const none = isEmptyResources(parsed.resources);
  return problemIf(none && 'a task needs some resource, such as cpus:0.1', 'resources');
}

function dataOf({ data = NO_DATA }: TaskSpec): Uint8Array {
  return typeof data === 'string' ? Buffer.from(data) : data;
}

function toCommand({ command, environment = {} }: TaskSpec): CommandInfo {
  return {
    shell: typeof command === 'string',
    value: programOf(command),
    // As for exec: the first argument is the program's own name.
    arguments: typeof command === 'string' ? [] : [command.program, ...(command.arguments ?? [])],
    environment: Object.entries(environment).map(([name, value]) => ({ name, value })),
  };
}

function programOf(command: TaskSpec['command']): string {
  return typeof command === 'string' ? command : command.program;
}

function keyProblem(key: string): string | undefined {
  if (Buffer.byteLength(key) > KEY_BYTES_MAX) return `must be at most ${String(KEY_BYTES_MAX)} bytes`;
  return idProblem(key);
}

function problemIf(message: string | false | undefined, field: string): readonly Problem[] {
  return message === undefined || message === false ? [] : [{ field, message }];
}
