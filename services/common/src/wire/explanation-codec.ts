import type {
  Explanation as WireExplanation,
  Explanation__Output,
} from '@parley/protos/internal/parley/types/v1/Explanation';
import type {
  FrameworkShare as WireFrameworkShare,
  FrameworkShare__Output,
} from '@parley/protos/internal/parley/types/v1/FrameworkShare';
import type {
  ReasonCount as WireReasonCount,
  ReasonCount__Output,
} from '@parley/protos/internal/parley/types/v1/ReasonCount';
import type { RoleShare as WireRoleShare, RoleShare__Output } from '@parley/protos/internal/parley/types/v1/RoleShare';
import type { Explanation, ExplainScope, FrameworkShare, ReasonCount, RoleShare } from '../contract';
import { NO_OFFER_REASON } from './enums';
import {
  flag,
  fraction,
  id,
  ids,
  messages,
  natural,
  optionalId,
  optionalNatural,
  positive,
  someText,
  text,
} from './readers';
import type { Wire } from './wire-form';

/** What is to be explained, as every question about it carries it; empty members mean all. */
export interface WireScope {
  readonly frameworkId: string;
  readonly role: string;
  readonly agentId: string;
}

/** What is to be explained, on the wire. */
export function encodeScope(scope: ExplainScope): WireScope {
  return { frameworkId: scope.frameworkId ?? '', role: scope.role ?? '', agentId: scope.agentId ?? '' };
}

/** What is to be explained, off the wire. */
export function decodeScope(wire: Wire<WireScope>): ExplainScope {
  const role = text(wire.role, 'role');
  return {
    frameworkId: optionalId(wire.frameworkId, 'framework_id'),
    role: role === '' ? undefined : role,
    agentId: optionalId(wire.agentId, 'agent_id'),
  };
}

/** An explanation on the wire. */
export function encodeExplanation(of: Explanation): WireExplanation {
  const wire: WireExplanation = {
    frameworkId: of.frameworkId,
    role: of.role,
    share: of.share,
    roleShare: of.roleShare,
    offerable: of.offerable,
    reasons: of.reasons.map(encodeReasonCount),
  };
  if (of.lastProposedMs !== undefined) wire.lastProposedMs = of.lastProposedMs;
  return wire;
}

/** An explanation off the wire. */
export function decodeExplanation(wire: Wire<Explanation__Output>): Explanation {
  return {
    frameworkId: id(wire.frameworkId, 'framework_id'),
    role: someText(wire.role, 'role'),
    share: fraction(wire.share, 'share'),
    roleShare: fraction(wire.roleShare, 'role_share'),
    offerable: natural(wire.offerable, 'offerable'),
    lastProposedMs: optionalNatural(wire.lastProposedMs, 'last_proposed_ms'),
    reasons: messages(wire.reasons, 'reasons', decodeReasonCount),
  };
}

/** A row of the table of shares for a role, on the wire. */
export function encodeRoleShare(of: RoleShare): WireRoleShare {
  return {
    role: of.role,
    weight: of.weight,
    share: of.share,
    dominant: of.dominant,
    frameworks: of.frameworks,
    starvingMs: of.starvingMs,
  };
}

/** A row of the table of shares for a role, off the wire. */
export function decodeRoleShare(wire: Wire<RoleShare__Output>): RoleShare {
  return {
    role: someText(wire.role, 'role'),
    weight: positive(wire.weight, 'weight'),
    share: fraction(wire.share, 'share'),
    dominant: text(wire.dominant, 'dominant'),
    frameworks: natural(wire.frameworks, 'frameworks'),
    starvingMs: natural(wire.starvingMs, 'starving_ms'),
  };
}

/** A row of the table of shares for a framework, on the wire. */
export function encodeFrameworkShare(of: FrameworkShare): WireFrameworkShare {
  return {
    frameworkId: of.frameworkId,
    role: of.role,
    share: of.share,
    dominant: of.dominant,
    competes: of.competes,
  };
}

/** A row of the table of shares for a framework, off the wire. */
export function decodeFrameworkShare(wire: Wire<FrameworkShare__Output>): FrameworkShare {
  return {
    frameworkId: id(wire.frameworkId, 'framework_id'),
    role: someText(wire.role, 'role'),
    share: fraction(wire.share, 'share'),
    dominant: text(wire.dominant, 'dominant'),
    competes: flag(wire.competes, 'competes'),
  };
}

function encodeReasonCount(of: ReasonCount): WireReasonCount {
  const wire: WireReasonCount = {
    reason: NO_OFFER_REASON.toWire(of.reason),
    agents: of.agents,
    exampleAgentIds: [...of.examples],
    detail: of.detail,
  };
  if (of.untilMs !== undefined) wire.untilMs = of.untilMs;
  return wire;
}

function decodeReasonCount(wire: Wire<ReasonCount__Output>): ReasonCount {
  return {
    reason: NO_OFFER_REASON.fromWire(wire.reason, 'reason'),
    agents: natural(wire.agents, 'agents'),
    examples: ids(wire.exampleAgentIds, 'example_agent_ids'),
    untilMs: optionalNatural(wire.untilMs, 'until_ms'),
    detail: text(wire.detail, 'detail'),
  };
}

/** Whether the last part of an answer says that there is more, off the wire. */
export function decodeIncomplete(wire: boolean | null | undefined): { readonly incomplete?: true } {
  return flag(wire, 'incomplete') ? { incomplete: true } : {};
}
