import type {
  RoleUpdate as WireRoleUpdate,
  RoleUpdate__Output,
} from '@parley/protos/internal/parley/master/v1/RoleUpdate';
import type {
  RolesUpdate as WireRolesUpdate,
  RolesUpdate__Output,
} from '@parley/protos/internal/parley/master/v1/RolesUpdate';
import type { RolePacking__Output } from '@parley/protos/internal/parley/operator/v1/RolePacking';
import type { RoleQuota__Output } from '@parley/protos/internal/parley/operator/v1/RoleQuota';
import type { RoleWeight__Output } from '@parley/protos/internal/parley/operator/v1/RoleWeight';
import type {
  UpdatePackingRequest,
  UpdatePackingRequest__Output,
} from '@parley/protos/internal/parley/operator/v1/UpdatePackingRequest';
import type {
  UpdateQuotaRequest,
  UpdateQuotaRequest__Output,
} from '@parley/protos/internal/parley/operator/v1/UpdateQuotaRequest';
import type {
  UpdateWeightsRequest,
  UpdateWeightsRequest__Output,
} from '@parley/protos/internal/parley/operator/v1/UpdateWeightsRequest';
import type { OperatorQuery, RoleUpdate } from '../contract';
import { MalformedMessage } from '../kernel';
import { PACKING } from './enums';
import { decodeQuota, encodeQuota, quotaOrNone } from './quota-codec';
import { flag, messages, optionalMessage, positive, someText } from './readers';
import type { Wire } from './wire-form';

type UpdateRoles = Extract<OperatorQuery, { query: 'update-roles' }>;

/** Nothing changes but what is named. */
const UNCHANGED = { weight: undefined, quota: undefined, packing: undefined };

/** Orders about roles on the gateway's link. */
export function encodeRolesUpdate(query: UpdateRoles): WireRolesUpdate {
  return { updates: query.updates.map(encodeRoleUpdate), force: query.force };
}

/** Orders about roles off the gateway's link. */
export function decodeRolesUpdate(wire: Wire<RolesUpdate__Output>): UpdateRoles {
  return {
    query: 'update-roles',
    updates: messages(wire.updates, 'updates', decodeRoleUpdate),
    force: flag(wire.force, 'force'),
  };
}

/** New weights, on the wire; what the orders say beyond weights does not travel. */
export function encodeUpdateWeights(query: UpdateRoles): UpdateWeightsRequest {
  return {
    weights: query.updates.flatMap(({ role, weight }) => (weight === undefined ? [] : [{ role, weight }])),
  };
}

/** New weights, off the wire. */
export function decodeUpdateWeights(wire: Wire<UpdateWeightsRequest__Output>): UpdateRoles {
  const updates = messages(wire.weights, 'weights', (order: Wire<RoleWeight__Output>) => ({
    ...UNCHANGED,
    role: someText(order.role, 'role'),
    weight: positive(order.weight, 'weight'),
  }));
  return updateRoles(updates, 'weights');
}

/** New quotas, on the wire; what the orders say beyond quotas does not travel. */
export function encodeUpdateQuota(query: UpdateRoles): UpdateQuotaRequest {
  return {
    quotas: query.updates.flatMap(({ role, quota }) =>
      quota === undefined ? [] : [{ role, quota: encodeQuota(quota) }],
    ),
    force: query.force,
  };
}

/** New quotas, off the wire. Whether they can be kept is the master's to judge. */
export function decodeUpdateQuota(wire: Wire<UpdateQuotaRequest__Output>): UpdateRoles {
  const updates = messages(wire.quotas, 'quotas', (order: Wire<RoleQuota__Output>) => ({
    ...UNCHANGED,
    role: someText(order.role, 'role'),
    quota: quotaOrNone(order.quota),
  }));
  return { ...updateRoles(updates, 'quotas'), force: flag(wire.force, 'force') };
}

/** New ways of packing, on the wire; what the orders say beyond packing does not travel. */
export function encodeUpdatePacking(query: UpdateRoles): UpdatePackingRequest {
  return {
    packings: query.updates.flatMap(({ role, packing }) =>
      packing === undefined ? [] : [{ role, packing: PACKING.toWire(packing) }],
    ),
  };
}

/** New ways of packing, off the wire. */
export function decodeUpdatePacking(wire: Wire<UpdatePackingRequest__Output>): UpdateRoles {
  const updates = messages(wire.packings, 'packings', (order: Wire<RolePacking__Output>) => ({
    ...UNCHANGED,
    role: someText(order.role, 'role'),
    packing: PACKING.fromWire(order.packing, 'packing'),
  }));
  return updateRoles(updates, 'packings');
}

/** Orders of which there is at least one and none twice about one role. */
function updateRoles(updates: readonly RoleUpdate[], field: string): UpdateRoles {
  if (updates.length === 0) throw new MalformedMessage(field, 'must name at least one role');
  const seen = new Set<string>();
  updates.forEach(({ role }, index) => {
    if (seen.has(role)) throw new MalformedMessage(`${field}[${String(index)}].role`, `must not repeat ${role}`);
    seen.add(role);
  });
  return { query: 'update-roles', updates, force: false };
}

function encodeRoleUpdate(update: RoleUpdate): WireRoleUpdate {
  const wire: WireRoleUpdate = { role: update.role };
  if (update.weight !== undefined) wire.weight = update.weight;
  if (update.quota !== undefined) wire.quota = encodeQuota(update.quota);
  if (update.packing !== undefined) wire.packing = PACKING.toWire(update.packing);
  return wire;
}

function decodeRoleUpdate(wire: Wire<RoleUpdate__Output>): RoleUpdate {
  const { weight } = wire;
  return {
    role: someText(wire.role, 'role'),
    weight: weight === undefined || weight === null ? undefined : positive(weight, 'weight'),
    quota: optionalMessage(wire.quota, 'quota', decodeQuota),
    packing: PACKING.optionalFromWire(wire.packing, 'packing'),
  };
}
