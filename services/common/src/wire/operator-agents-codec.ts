import type {
  GetMaintenanceResponse,
  GetMaintenanceResponse__Output,
} from '@parley/protos/internal/parley/operator/v1/GetMaintenanceResponse';
import type {
  MaintenanceAnswer as WireMaintenanceAnswer,
  MaintenanceAnswer__Output,
} from '@parley/protos/internal/parley/operator/v1/MaintenanceAnswer';
import type {
  MaintenanceWindow as WireMaintenanceWindow,
  MaintenanceWindow__Output,
} from '@parley/protos/internal/parley/operator/v1/MaintenanceWindow';
import type {
  UpdateMaintenanceRequest,
  UpdateMaintenanceRequest__Output,
} from '@parley/protos/internal/parley/operator/v1/UpdateMaintenanceRequest';
import type {
  Whitelist as WireWhitelist,
  Whitelist__Output,
} from '@parley/protos/internal/parley/operator/v1/Whitelist';
import type { MaintenanceAnswer, MaintenanceWindow, OperatorAnswer, OperatorQuery } from '../contract';
import { MalformedMessage } from '../kernel';
import { decodeUnavailability, encodeUnavailability } from './availability-codec';
import { MAINTENANCE_ANSWER_STATE } from './enums';
import { id, message, messages, optionalMessage, someTexts } from './readers';
import type { Wire } from './wire-form';

type QueryOf<Name extends OperatorQuery['query']> = Extract<OperatorQuery, { query: Name }>;
type AnswerOf<Name extends OperatorAnswer['answer']> = Extract<OperatorAnswer, { answer: Name }>;
type AgentOrder = QueryOf<'deactivate-agent' | 'reactivate-agent'>;
/** Messages that carry a whitelist, or none. */
interface WithWhitelist {
  readonly whitelist: Whitelist__Output | null;
}

/** Which hosts are offered, on the wire: in the order to change it and in the answer about it. */
export function encodeWhitelist(of: { readonly hostnames: readonly string[] | undefined }): {
  whitelist: WireWhitelist | null;
} {
  return { whitelist: of.hostnames === undefined ? null : { hostnames: [...of.hostnames] } };
}

/** The order to change which hosts are offered, off the wire. */
export function decodeUpdateWhitelist(wire: Wire<WithWhitelist>): QueryOf<'update-whitelist'> {
  return { query: 'update-whitelist', hostnames: hostnamesOf(wire) };
}

/** Which hosts are offered, off the wire. */
export function decodeWhitelistAnswer(wire: Wire<WithWhitelist>): AnswerOf<'whitelist'> {
  return { answer: 'whitelist', hostnames: hostnamesOf(wire) };
}

/** An order about one agent, on the wire. */
export function encodeAgentOrder(query: AgentOrder): { agentId: string } {
  return { agentId: query.agentId };
}

/** The order to offer nothing of an agent, off the wire. */
export function decodeDeactivateAgent(wire: Wire<{ agentId: string }>): AgentOrder {
  return { query: 'deactivate-agent', agentId: id(wire.agentId, 'agent_id') };
}

/** The order to offer an agent again, off the wire. */
export function decodeReactivateAgent(wire: Wire<{ agentId: string }>): AgentOrder {
  return { query: 'reactivate-agent', agentId: id(wire.agentId, 'agent_id') };
}

/** A new schedule, on the wire. */
export function encodeUpdateMaintenance(query: QueryOf<'update-maintenance'>): UpdateMaintenanceRequest {
  return { windows: query.windows.map(encodeWindow) };
}

/** A new schedule, off the wire. Whether the windows go together is the master's to judge. */
export function decodeUpdateMaintenance(wire: Wire<UpdateMaintenanceRequest__Output>): QueryOf<'update-maintenance'> {
  return { query: 'update-maintenance', windows: messages(wire.windows, 'windows', decodeWindow) };
}

/** The schedule and what frameworks say to it, on the wire. */
export function encodeMaintenanceAnswer(answer: AnswerOf<'maintenance'>): GetMaintenanceResponse {
  return { windows: answer.windows.map(encodeWindow), answers: answer.answers.map(encodeAnswer) };
}

/** The schedule and what frameworks say to it, off the wire. */
export function decodeMaintenanceAnswer(wire: Wire<GetMaintenanceResponse__Output>): AnswerOf<'maintenance'> {
  return {
    answer: 'maintenance',
    windows: messages(wire.windows, 'windows', decodeWindow),
    answers: messages(wire.answers, 'answers', decodeAnswer),
  };
}

function hostnamesOf(wire: Wire<WithWhitelist>): readonly string[] | undefined {
  return optionalMessage(wire.whitelist, 'whitelist', (list: Wire<Whitelist__Output>) =>
    someTexts(list.hostnames, 'hostnames'),
  );
}

function encodeWindow(window: MaintenanceWindow): WireMaintenanceWindow {
  return { hostnames: [...window.hostnames], unavailability: encodeUnavailability(window.unavailability) };
}

function decodeWindow(wire: Wire<MaintenanceWindow__Output>): MaintenanceWindow {
  const hostnames = someTexts(wire.hostnames, 'hostnames');
  if (hostnames.length === 0) throw new MalformedMessage('hostnames', 'must name at least one machine');
  return { hostnames, unavailability: message(wire.unavailability, 'unavailability', decodeUnavailability) };
}

function encodeAnswer(answer: MaintenanceAnswer): WireMaintenanceAnswer {
  return {
    agentId: answer.agentId,
    frameworkId: answer.frameworkId,
    state: MAINTENANCE_ANSWER_STATE.toWire(answer.answer),
  };
}

function decodeAnswer(wire: Wire<MaintenanceAnswer__Output>): MaintenanceAnswer {
  return {
    agentId: id(wire.agentId, 'agent_id'),
    frameworkId: id(wire.frameworkId, 'framework_id'),
    answer: MAINTENANCE_ANSWER_STATE.fromWire(wire.state, 'state'),
  };
}
