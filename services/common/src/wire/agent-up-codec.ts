import type {
  AgentLinkRequestItem,
  AgentLinkRequestItem__Output,
} from '@parley/protos/internal/parley/master/v1/AgentLinkRequestItem';
import type {
  AgentStatusUpdate as WireAgentStatusUpdate,
  AgentStatusUpdate__Output,
} from '@parley/protos/internal/parley/master/v1/AgentStatusUpdate';
import type { RegisterBegin__Output } from '@parley/protos/internal/parley/master/v1/RegisterBegin';
import type {
  ReportedTask as WireReportedTask,
  ReportedTask__Output,
} from '@parley/protos/internal/parley/master/v1/ReportedTask';
import type { AgentUp, ReportedTask } from '../contract';
import { MalformedMessage, unreachable } from '../kernel';
import { decodeAgentInfo, encodeAgentInfo } from './cluster-codec';
import { TASK_STATE } from './enums';
import { decodeFileAnswer, encodeFileAnswer } from './file-codec';
import { id, message, messages, natural, someText, text } from './readers';
import { decodeResources, encodeResources } from './resources-codec';
import { decodeTaskStatus, encodeTaskStatus } from './task-status-codec';
import type { Wire } from './wire-form';

type ItemOf<Name extends AgentUp['item']> = Extract<AgentUp, { item: Name }>;

/** What an agent tells the master, on the wire. */
export function encodeAgentUp(item: AgentUp): AgentLinkRequestItem {
  switch (item.item) {
    case 'register-begin':
      return { registerBegin: { agentInfo: encodeAgentInfo(item.info), bootId: item.bootId } };
    case 'register-tasks':
      return { registerTasks: { tasks: item.tasks.map(encodeReportedTask) } };
    case 'register-end':
      return { registerEnd: { count: item.count } };
    case 'resources':
      return { resources: { total: encodeResources(item.total) } };
    case 'status-update':
      return { statusUpdate: encodeStatusUpdate(item) };
    case 'launch-stored':
      return { launchStored: { launchId: item.launchId } };
    case 'kill-stored':
      return { killStored: { frameworkId: item.frameworkId, taskId: item.taskId } };
    case 'pong':
      return { pong: { ping: item.ping } };
    case 'file-answer':
      return { fileAnswer: { requestId: item.requestId, ...encodeFileAnswer(item.answer) } };
    default:
      return unreachable(item, 'item of an agent');
  }
}

/** What an agent tells the master, off the wire. */
export function decodeAgentUp(wire: Wire<AgentLinkRequestItem__Output>): AgentUp {
  switch (wire.item) {
    case 'registerBegin':
      return message(wire.registerBegin, 'register_begin', decodeRegisterBegin);
    case 'registerTasks':
      return message(wire.registerTasks, 'register_tasks', (part) => ({
        item: 'register-tasks',
        tasks: messages(part.tasks, 'tasks', decodeReportedTask),
      }));
    case 'registerEnd':
      return message(wire.registerEnd, 'register_end', (end) => ({
        item: 'register-end',
        count: natural(end.count, 'count'),
      }));
    case 'resources':
      return message(wire.resources, 'resources', (report) => ({
        item: 'resources',
        total: decodeResources(report.total, 'total'),
      }));
    case 'statusUpdate':
      return message(wire.statusUpdate, 'status_update', decodeStatusUpdate);
    case 'launchStored':
      return message(wire.launchStored, 'launch_stored', (stored) => ({
        item: 'launch-stored',
        launchId: id(stored.launchId, 'launch_id'),
      }));
    case 'killStored':
      return message(wire.killStored, 'kill_stored', (stored) => ({
        item: 'kill-stored',
        frameworkId: id(stored.frameworkId, 'framework_id'),
        taskId: id(stored.taskId, 'task_id'),
      }));
    case 'pong':
      return message(wire.pong, 'pong', (pong) => ({ item: 'pong', ping: natural(pong.ping, 'ping') }));
    case 'fileAnswer':
      return message(wire.fileAnswer, 'file_answer', (answer) => ({
        item: 'file-answer',
        requestId: natural(answer.requestId, 'request_id'),
        answer: decodeFileAnswer(answer),
      }));
    case undefined:
    default:
      throw new MalformedMessage('item', 'must be an item that is known here');
  }
}

function encodeReportedTask(task: ReportedTask): WireReportedTask {
  return {
    frameworkId: task.frameworkId,
    frameworkName: task.frameworkName,
    role: task.role,
    taskId: task.taskId,
    taskName: task.taskName,
    launchId: task.launchId,
    resources: encodeResources(task.resources),
    state: TASK_STATE.toWire(task.state),
    traceparent: task.traceparent,
  };
}

function decodeReportedTask(wire: Wire<ReportedTask__Output>): ReportedTask {
  return {
    frameworkId: id(wire.frameworkId, 'framework_id'),
    frameworkName: text(wire.frameworkName, 'framework_name'),
    role: someText(wire.role, 'role'),
    taskId: id(wire.taskId, 'task_id'),
    taskName: text(wire.taskName, 'task_name'),
    launchId: id(wire.launchId, 'launch_id'),
    resources: decodeResources(wire.resources, 'resources'),
    state: TASK_STATE.fromWire(wire.state, 'state'),
    traceparent: text(wire.traceparent, 'traceparent'),
  };
}

function decodeRegisterBegin(wire: Wire<RegisterBegin__Output>): ItemOf<'register-begin'> {
  return {
    item: 'register-begin',
    info: message(wire.agentInfo, 'agent_info', decodeAgentInfo),
    bootId: someText(wire.bootId, 'boot_id'),
  };
}

function encodeStatusUpdate(item: ItemOf<'status-update'>): WireAgentStatusUpdate {
  const { frameworkId, status, latestState } = item.update;
  return { frameworkId, status: encodeTaskStatus(status), latestState: TASK_STATE.toWire(latestState) };
}

function decodeStatusUpdate(wire: Wire<AgentStatusUpdate__Output>): ItemOf<'status-update'> {
  return {
    item: 'status-update',
    update: {
      frameworkId: id(wire.frameworkId, 'framework_id'),
      status: message(wire.status, 'status', decodeTaskStatus),
      latestState: TASK_STATE.fromWire(wire.latestState, 'latest_state'),
    },
  };
}
