import type {
  AgentLinkResponseItem,
  AgentLinkResponseItem__Output,
} from '@parley/protos/internal/parley/master/v1/AgentLinkResponseItem';
import type { FileQuery as WireFileQuery, FileQuery__Output } from '@parley/protos/internal/parley/master/v1/FileQuery';
import type { KillOrder as WireKillOrder, KillOrder__Output } from '@parley/protos/internal/parley/master/v1/KillOrder';
import type {
  LaunchOrder as WireLaunchOrder,
  LaunchOrder__Output,
} from '@parley/protos/internal/parley/master/v1/LaunchOrder';
import type { Registered__Output } from '@parley/protos/internal/parley/master/v1/Registered';
import type { RegistrationRefused__Output } from '@parley/protos/internal/parley/master/v1/RegistrationRefused';
import type { UpdateAcknowledged__Output } from '@parley/protos/internal/parley/master/v1/UpdateAcknowledged';
import type { AgentDown, FileQuery, LaunchOrder } from '../contract';
import { MalformedMessage, unreachable } from '../kernel';
import { REGISTRATION_REFUSAL } from './enums';
import { decodeListFiles, decodeReadFile, encodeListFiles, encodeReadFile } from './file-codec';
import { id, message, natural, optionalId, optionalNatural, someText, text } from './readers';
import { decodeTaskInfo, encodeTaskInfo } from './task-info-codec';
import type { Wire } from './wire-form';

type ItemOf<Name extends AgentDown['item']> = Extract<AgentDown, { item: Name }>;

/** What the master tells an agent, on the wire. */
export function encodeAgentDown(item: AgentDown): AgentLinkResponseItem {
  switch (item.item) {
    case 'registered':
      return {
        registered: { agentId: item.agentId, pingMs: item.pingMs, pingsMissedMax: item.pingsMissedMax },
      };
    case 'refused':
      return { refused: { reason: REGISTRATION_REFUSAL.toWire(item.reason), message: item.message } };
    case 'launch':
      return { launch: encodeLaunchOrder(item.order) };
    case 'kill':
      return { kill: encodeKillOrder(item) };
    case 'acknowledge':
      return { acknowledge: { frameworkId: item.frameworkId, taskId: item.taskId, uuid: item.uuid } };
    case 'shutdown-framework':
      return { shutdownFramework: { frameworkId: item.frameworkId } };
    case 'ping':
      return { ping: { ping: item.ping } };
    case 'file-query':
      return { fileQuery: encodeFileQuery(item.requestId, item.query) };
    case 'go-away':
      return { goAway: {} };
    default:
      return unreachable(item, 'item for an agent');
  }
}

/** What the master tells an agent, off the wire. */
export function decodeAgentDown(wire: Wire<AgentLinkResponseItem__Output>): AgentDown {
  switch (wire.item) {
    case 'registered':
      return message(wire.registered, 'registered', decodeRegistered);
    case 'refused':
      return message(wire.refused, 'refused', decodeRefused);
    case 'launch':
      return { item: 'launch', order: message(wire.launch, 'launch', decodeLaunchOrder) };
    case 'kill':
      return message(wire.kill, 'kill', decodeKillOrder);
    case 'acknowledge':
      return message(wire.acknowledge, 'acknowledge', decodeAcknowledge);
    case 'shutdownFramework':
      return message(wire.shutdownFramework, 'shutdown_framework', (shutdown) => ({
        item: 'shutdown-framework',
        frameworkId: id(shutdown.frameworkId, 'framework_id'),
      }));
    case 'ping':
      return message(wire.ping, 'ping', (ping) => ({ item: 'ping', ping: natural(ping.ping, 'ping') }));
    case 'fileQuery':
      return message(wire.fileQuery, 'file_query', decodeFileQuery);
    case 'goAway':
      return { item: 'go-away' };
    case undefined:
    default:
      throw new MalformedMessage('item', 'must be an item that is known here');
  }
}

function decodeRegistered(wire: Wire<Registered__Output>): ItemOf<'registered'> {
  return {
    item: 'registered',
    agentId: id(wire.agentId, 'agent_id'),
    pingMs: natural(wire.pingMs, 'ping_ms'),
    pingsMissedMax: natural(wire.pingsMissedMax, 'pings_missed_max'),
  };
}

function decodeRefused(wire: Wire<RegistrationRefused__Output>): ItemOf<'refused'> {
  return {
    item: 'refused',
    reason: REGISTRATION_REFUSAL.fromWire(wire.reason, 'reason'),
    message: text(wire.message, 'message'),
  };
}

function encodeLaunchOrder(order: LaunchOrder): WireLaunchOrder {
  return {
    frameworkId: order.frameworkId,
    frameworkName: order.frameworkName,
    role: order.role,
    launchId: order.launchId,
    task: encodeTaskInfo(order.task),
    traceparent: order.traceparent,
  };
}

function decodeLaunchOrder(wire: Wire<LaunchOrder__Output>): LaunchOrder {
  return {
    frameworkId: id(wire.frameworkId, 'framework_id'),
    frameworkName: text(wire.frameworkName, 'framework_name'),
    role: someText(wire.role, 'role'),
    launchId: id(wire.launchId, 'launch_id'),
    task: message(wire.task, 'task', decodeTaskInfo),
    traceparent: text(wire.traceparent, 'traceparent'),
  };
}

function encodeKillOrder(item: ItemOf<'kill'>): WireKillOrder {
  const wire: WireKillOrder = {
    frameworkId: item.frameworkId,
    taskId: item.taskId,
    launchId: item.launchId ?? '',
  };
  if (item.graceMs !== undefined) wire.graceMs = item.graceMs;
  return wire;
}

function decodeKillOrder(wire: Wire<KillOrder__Output>): ItemOf<'kill'> {
  return {
    item: 'kill',
    frameworkId: id(wire.frameworkId, 'framework_id'),
    taskId: id(wire.taskId, 'task_id'),
    launchId: optionalId(wire.launchId, 'launch_id'),
    graceMs: optionalNatural(wire.graceMs, 'grace_ms'),
  };
}

function decodeAcknowledge(wire: Wire<UpdateAcknowledged__Output>): ItemOf<'acknowledge'> {
  return {
    item: 'acknowledge',
    frameworkId: id(wire.frameworkId, 'framework_id'),
    taskId: id(wire.taskId, 'task_id'),
    uuid: someText(wire.uuid, 'uuid'),
  };
}

function encodeFileQuery(requestId: number, query: FileQuery): WireFileQuery {
  switch (query.query) {
    case 'list-files':
      return { requestId, listFiles: encodeListFiles(query) };
    case 'read-file':
      return { requestId, readFile: encodeReadFile(query) };
    default:
      return unreachable(query, 'file query');
  }
}

function decodeFileQuery(wire: Wire<FileQuery__Output>): ItemOf<'file-query'> {
  const requestId = natural(wire.requestId, 'request_id');
  switch (wire.query) {
    case 'listFiles':
      return { item: 'file-query', requestId, query: message(wire.listFiles, 'list_files', decodeListFiles) };
    case 'readFile':
      return { item: 'file-query', requestId, query: message(wire.readFile, 'read_file', decodeReadFile) };
    case undefined:
    default:
      throw new MalformedMessage('query', 'must be one of list_files, read_file');
  }
}
