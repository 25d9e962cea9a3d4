import type { Demand as WireDemand, Demand__Output } from '@parley/protos/internal/parley/types/v1/Demand';
import type { DemandShape__Output } from '@parley/protos/internal/parley/types/v1/DemandShape';
import type {
  RoleDemand as WireRoleDemand,
  RoleDemand__Output,
} from '@parley/protos/internal/parley/types/v1/RoleDemand';
import type { DemandShape, RoleDemand } from '../contract';
import { MalformedMessage } from '../kernel';
import { isEmptyResources } from '../resources';
import { messages, natural, optionalMessage, someText } from './readers';
import { decodeResources, encodeResources } from './resources-codec';
import type { Wire } from './wire-form';

/** What is waited for, on the wire; null where it is not stated. */
export function encodeDemand(shapes: readonly DemandShape[] | undefined): WireDemand | null {
  if (shapes === undefined) return null;
  return { shapes: shapes.map((shape) => ({ resources: encodeResources(shape.resources), count: shape.count })) };
}

/** What is waited for, off the wire; undefined where it is not stated. */
export function decodeDemand(wire: Wire<Demand__Output> | null | undefined): readonly DemandShape[] | undefined {
  return optionalMessage(wire, 'demand', (demand) => messages(demand.shapes, 'shapes', decodeShape));
}

/** What a framework waits for in some of its roles, on the wire. */
export function encodeRoleDemands(demands: readonly RoleDemand[]): WireRoleDemand[] {
  return demands.map(({ role, shapes }) => ({ role, demand: encodeDemand(shapes) }));
}

/** What a framework waits for in one of its roles, off the wire. Whether the role is one of its own is the master's to judge. */
export function decodeRoleDemand(wire: Wire<RoleDemand__Output>): RoleDemand {
  return { role: someText(wire.role, 'role'), shapes: decodeDemand(wire.demand) };
}

function decodeShape(wire: Wire<DemandShape__Output>): DemandShape {
  const resources = decodeResources(wire.resources, 'resources');
  if (isEmptyResources(resources)) throw new MalformedMessage('resources', 'must not be empty');
  const count = natural(wire.count, 'count');
  if (count === 0) throw new MalformedMessage('count', 'must be 1 or more');
  return { resources, count };
}
