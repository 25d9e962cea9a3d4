import type {
  TaskStatus as WireTaskStatus,
  TaskStatus__Output,
} from '@parley/protos/internal/parley/types/v1/TaskStatus';
import type { AgentId, TaskId, WallMs } from '../kernel';
import { TASK_DATA_BYTES_MAX } from '../tasks';
import type { TaskStatus } from '../tasks';
import { STATUS_REASON, STATUS_SOURCE, TASK_STATE } from './enums';
import { bytes, natural, optionalId, optionalNatural, text } from './readers';
import type { Wire } from './wire-form';

/** A status on the wire. */
export function encodeTaskStatus(status: TaskStatus): WireTaskStatus {
  const wire: WireTaskStatus = {
    taskId: status.taskId,
    launchId: status.launchId ?? '',
    agentId: status.agentId ?? '',
    state: TASK_STATE.toWire(status.state),
    reason: status.reason === undefined ? 0 : STATUS_REASON.toWire(status.reason),
    source: STATUS_SOURCE.toWire(status.source),
    message: status.message,
    data: status.data,
    uuid: status.uuid,
    timestampMs: status.timestamp,
    traceparent: status.traceparent,
  };
  if (status.exitCode !== undefined) wire.exitCode = status.exitCode;
  return wire;
}

/** A status off the wire. The ids of its task and agent are as they are, because a status also answers descriptions with wrong ids. */
export function decodeTaskStatus(wire: Wire<TaskStatus__Output>): TaskStatus {
  const agentId = text(wire.agentId, 'agent_id') as AgentId;
  const exitCode = optionalNatural(wire.exitCode, 'exit_code');
  const status: TaskStatus = {
    taskId: text(wire.taskId, 'task_id') as TaskId,
    launchId: optionalId(wire.launchId, 'launch_id'),
    agentId: agentId === '' ? undefined : agentId,
    state: TASK_STATE.fromWire(wire.state, 'state'),
    reason: STATUS_REASON.optionalFromWire(wire.reason, 'reason'),
    source: STATUS_SOURCE.fromWire(wire.source, 'source'),
    message: text(wire.message, 'message'),
    data: bytes(wire.data, 'data', TASK_DATA_BYTES_MAX),
    uuid: text(wire.uuid, 'uuid'),
    timestamp: natural(wire.timestampMs, 'timestamp_ms') as WallMs,
    traceparent: text(wire.traceparent, 'traceparent'),
  };
  return exitCode === undefined ? status : { ...status, exitCode };
}
