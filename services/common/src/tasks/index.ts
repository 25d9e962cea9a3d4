export { TASK_DATA_BYTES_MAX } from './task-info';
export type { CommandInfo, EnvironmentVariable, KillPolicy, Label, TaskInfo } from './task-info';
export { isTerminal, nextTaskState, TASK_STATES } from './task-state';
export type { TaskState } from './task-state';
export { STATUS_REASONS, STATUS_SOURCES } from './task-status';
export type { StatusReason, StatusSource, TaskStatus } from './task-status';
