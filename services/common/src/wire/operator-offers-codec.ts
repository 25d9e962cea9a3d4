import type {
  ExplainOffersResponse,
  ExplainOffersResponse__Output,
} from '@parley/protos/internal/parley/operator/v1/ExplainOffersResponse';
import type {
  GetSharesResponse,
  GetSharesResponse__Output,
} from '@parley/protos/internal/parley/operator/v1/GetSharesResponse';
import type { OperatorAnswer, OperatorQuery } from '../contract';
import {
  decodeExplanation,
  decodeFrameworkShare,
  decodeIncomplete,
  decodeRoleShare,
  decodeScope,
  encodeExplanation,
  encodeFrameworkShare,
  encodeRoleShare,
} from './explanation-codec';
import type { WireScope } from './explanation-codec';
import { flag, messages, texts } from './readers';
import type { Wire } from './wire-form';

type ExplainOffers = Extract<OperatorQuery, { query: 'explain-offers' }>;
type Explained = Extract<OperatorAnswer, { answer: 'explained' }>;
type Shares = Extract<OperatorAnswer, { answer: 'shares' }>;

/** The question why there are no offers, off the wire. */
export function decodeExplainOffers(wire: Wire<WireScope>): ExplainOffers {
  return { query: 'explain-offers', ...decodeScope(wire) };
}

/** A part of an explanation, on the wire. */
export function encodeExplained(answer: Explained): ExplainOffersResponse {
  return {
    explanations: answer.explanations.map(encodeExplanation),
    notes: [...answer.notes],
    last: answer.last,
    incomplete: answer.incomplete === true,
  };
}

/** A part of an explanation, off the wire. */
export function decodeExplained(wire: Wire<ExplainOffersResponse__Output>): Explained {
  return {
    answer: 'explained',
    explanations: messages(wire.explanations, 'explanations', decodeExplanation),
    notes: texts(wire.notes, 'notes'),
    last: flag(wire.last, 'last'),
    ...decodeIncomplete(wire.incomplete),
  };
}

/** A part of the table of shares, on the wire. */
export function encodeShares(answer: Shares): GetSharesResponse {
  return {
    roles: answer.roles.map(encodeRoleShare),
    frameworks: answer.frameworks.map(encodeFrameworkShare),
    notes: [...answer.notes],
    last: answer.last,
    incomplete: answer.incomplete === true,
  };
}

/** A part of the table of shares, off the wire. */
export function decodeShares(wire: Wire<GetSharesResponse__Output>): Shares {
  return {
    answer: 'shares',
    roles: messages(wire.roles, 'roles', decodeRoleShare),
    frameworks: messages(wire.frameworks, 'frameworks', decodeFrameworkShare),
    notes: texts(wire.notes, 'notes'),
    last: flag(wire.last, 'last'),
    ...decodeIncomplete(wire.incomplete),
  };
}
