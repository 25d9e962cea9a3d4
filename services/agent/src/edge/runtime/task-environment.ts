import type { AgentId } from '@parley/common/kernel';
import type { EnvironmentVariable } from '@parley/common/tasks';
import type { SandboxKey } from '../../domain/launches';

/** What tasks inherit of the agent's environment. Nothing else of it, and none of its configuration, reaches a task. */
const INHERITED = ['PATH', 'HOME', 'USER', 'LOGNAME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR'] as const;

/** Used when the agent itself has none. */
const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** What an environment is made of. */
export interface EnvironmentParts {
  readonly inherited: Readonly<Record<string, string | undefined>>;
  readonly variables: readonly EnvironmentVariable[];
  readonly agentId: AgentId;
  readonly key: SandboxKey;
  /** Path of the sandbox, which is also the working directory. */
  readonly sandbox: string;
}

/** A task's environment: a few inherited variables, the task's own, and what Parley says of it, which a task cannot change. */
export function taskEnvironment(parts: EnvironmentParts): Record<string, string> {
  const environment: Record<string, string> = { PATH: DEFAULT_PATH };
  for (const name of INHERITED) {
    const value = parts.inherited[name];
    if (value !== undefined) environment[name] = value;
  }
  for (const { name, value } of parts.variables) environment[name] = value;
  return {
    ...environment,
    PARLEY_FRAMEWORK_ID: parts.key.frameworkId,
    PARLEY_TASK_ID: parts.key.taskId,
    PARLEY_LAUNCH_ID: parts.key.launchId,
    PARLEY_AGENT_ID: parts.agentId,
    PARLEY_SANDBOX: parts.sandbox,
  };
}
