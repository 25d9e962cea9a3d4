import type { MethodDefinition, ServiceDefinition } from '@grpc/grpc-js';
import { loadInternal, loadPublic, serviceOf } from '@parley/protos';
import * as fc from 'fast-check';
import type { LinkCodec, MessageCodec } from '../rpc';
import {
  AGENT_LINK_CLIENT,
  AGENT_LINK_SERVER,
  ALLOCATOR_SESSION_CLIENT,
  ALLOCATOR_SESSION_SERVER,
  GATEWAY_LINK_CLIENT,
  GATEWAY_LINK_SERVER,
  LEADER_LOOKUP_CLIENT,
  LEADER_LOOKUP_SERVER,
  OPERATOR_CLIENT,
  OPERATOR_SERVER,
  SCHEDULER_CLIENT,
  SCHEDULER_SERVER,
} from '../wire';
import { anyAgentId, anySomeText } from './arbitraries-basics';
import {
  anyAgentDown,
  anyAgentUp,
  anyAllocatorDown,
  anyAllocatorUp,
  anyBatchOf,
  anyGatewayDown,
  anyGatewayUp,
  anyLeaderAnswer,
} from './arbitraries-links';
import {
  anyFileAnswer,
  anyFileQuery,
  anyOperatorAnswer,
  anyOperatorQuery,
  anyRoleOrders,
  anyStateAnswer,
} from './arbitraries-operator';
import { anySchedulerCall, anySchedulerEvent } from './arbitraries-scheduler';

/** Names of the two ways in which messages are decoded. */
export const OPTION_SETS = ['internal', 'public'] as const;
/** One of the two ways in which messages are decoded. */
export type OptionSet = (typeof OPTION_SETS)[number];

/** One kind of message from the codec that writes it to the codec that reads it, through real bytes. */
export interface WireRoute<Value> {
  readonly name: string;
  readonly any: fc.Arbitrary<Value>;
  /** The bytes of a value, written with the options given. */
  write(value: Value, options: OptionSet): Buffer;
  /** The wire message that bytes hold, read with the options given; throws for bytes that are none. */
  parse(bytes: Buffer, options: OptionSet): object;
  /** What the reading codec makes of a wire message. */
  decode(wire: unknown): unknown;
}

/** The same for values that the caller need not know. */
export type AnyWireRoute = WireRoute<unknown>;

type Half = 'request' | 'response';

function methodOf(path: string, options: OptionSet): MethodDefinition<object, object> {
  const [service = '', method = ''] = path.split('/');
  const definition = serviceOf<ServiceDefinition>(options === 'public' ? loadPublic() : loadInternal(), service)[
    method
  ];
  if (definition === undefined) throw new RangeError(`there is no method ${path}`);
  return definition as MethodDefinition<object, object>;
}

function route<Value>(
  path: string,
  half: Half,
  of: Pick<WireRoute<Value>, 'any' | 'decode'> & { encode(value: Value): object },
): WireRoute<unknown> {
  const typed: WireRoute<Value> = {
    name: `${path} ${half}`,
    any: of.any,
    write: (value, options) => {
      const method = methodOf(path, options);
      const wire = of.encode(value);
      return half === 'request' ? method.requestSerialize(wire) : method.responseSerialize(wire);
    },
    parse: (bytes, options) => {
      const method = methodOf(path, options);
      return half === 'request' ? method.requestDeserialize(bytes) : method.responseDeserialize(bytes);
    },
    decode: (wire) => of.decode(wire),
  };
  return typed;
}

/** Both directions of a link whose client and server have these codecs. */
function linkRoutes<Up, Down>(
  path: string,
  codecs: { readonly client: LinkCodec<Up, Down>; readonly server: LinkCodec<Down, Up> },
  any: { readonly up: fc.Arbitrary<Up>; readonly down: fc.Arbitrary<Down> },
): readonly AnyWireRoute[] {
  const { client, server } = codecs;
  return [
    route(path, 'request', {
      any: anyBatchOf(any.up),
      encode: (b) => client.encode(b),
      decode: (w) => server.decode(w),
    }),
    route(path, 'response', {
      any: anyBatchOf(any.down),
      encode: (b) => server.encode(b),
      decode: (w) => client.decode(w),
    }),
  ];
}

/** Both directions of a call whose messages travel one by one. */
function messageRoutes<Up, Down>(
  path: string,
  codecs: { readonly client: MessageCodec<Up, Down>; readonly server: MessageCodec<Down, Up> },
  any: { readonly up: fc.Arbitrary<Up>; readonly down: fc.Arbitrary<Down> },
): readonly AnyWireRoute[] {
  const { client, server } = codecs;
  return [
    route(path, 'request', { any: any.up, encode: (m) => client.encode(m), decode: (w) => server.decode(w) }),
    route(path, 'response', { any: any.down, encode: (m) => server.encode(m), decode: (w) => client.decode(w) }),
  ];
}

/** Those of the values that satisfy a guard. */
function only<Value, Kind extends Value>(
  any: fc.Arbitrary<Value>,
  is: (value: Value) => value is Kind,
): fc.Arbitrary<Kind> {
  return any.filter(is);
}

function operatorRoutes(): readonly AnyWireRoute[] {
  const service = 'parley.operator.v1.OperatorService';
  const obeyed = fc.constant({ answer: 'done' as const, deferred: false });
  const noted = fc.oneof(
    obeyed,
    fc
      .array(anySomeText, { minLength: 1, maxLength: 3 })
      .map((notes) => ({ answer: 'done' as const, deferred: false, notes })),
  );
  const between = <Name extends keyof typeof OPERATOR_CLIENT>(
    name: Name,
  ): { client: (typeof OPERATOR_CLIENT)[Name]; server: (typeof OPERATOR_SERVER)[Name] } => ({
    client: OPERATOR_CLIENT[name],
    server: OPERATOR_SERVER[name],
  });
  return [
    ...messageRoutes(`${service}/GetState`, between('getState'), {
      up: only(anyOperatorQuery, (query) => query.query === 'get-state'),
      down: only(anyStateAnswer, (answer) => answer.answer !== 'changes'),
    }),
    ...messageRoutes(`${service}/Watch`, between('watch'), {
      up: only(anyOperatorQuery, (query) => query.query === 'watch'),
      down: anyStateAnswer,
    }),
    ...messageRoutes(`${service}/Kill`, between('kill'), {
      up: only(anyOperatorQuery, (query) => query.query === 'kill'),
      down: fc.record({ answer: fc.constant('done' as const), deferred: fc.boolean() }),
    }),
    ...messageRoutes(`${service}/Teardown`, between('teardown'), {
      up: only(anyOperatorQuery, (query) => query.query === 'teardown'),
      down: obeyed,
    }),
    ...messageRoutes(`${service}/ListFiles`, between('listFiles'), {
      up: only(anyFileQuery, (query) => query.query === 'list-files'),
      down: only(anyFileAnswer, (answer) => answer.answer === 'files'),
    }),
    ...messageRoutes(`${service}/ReadFile`, between('readFile'), {
      up: only(anyFileQuery, (query) => query.query === 'read-file'),
      down: only(anyFileAnswer, (answer) => answer.answer === 'data'),
    }),
    ...messageRoutes(`${service}/UpdateWeights`, between('updateWeights'), {
      up: anyRoleOrders('weight'),
      down: obeyed,
    }),
    ...messageRoutes(`${service}/UpdateQuota`, between('updateQuota'), { up: anyRoleOrders('quota'), down: obeyed }),
    ...messageRoutes(`${service}/UpdatePacking`, between('updatePacking'), {
      up: anyRoleOrders('packing'),
      down: obeyed,
    }),
    ...messageRoutes(`${service}/UpdateWhitelist`, between('updateWhitelist'), {
      up: only(anyOperatorQuery, (query) => query.query === 'update-whitelist'),
      down: noted,
    }),
    ...messageRoutes(`${service}/GetWhitelist`, between('getWhitelist'), {
      up: only(anyOperatorQuery, (query) => query.query === 'get-whitelist'),
      down: only(anyOperatorAnswer, (answer) => answer.answer === 'whitelist'),
    }),
    ...messageRoutes(`${service}/DeactivateAgent`, between('deactivateAgent'), {
      up: anyAgentId.map((agentId) => ({ query: 'deactivate-agent' as const, agentId })),
      down: obeyed,
    }),
    ...messageRoutes(`${service}/ReactivateAgent`, between('reactivateAgent'), {
      up: anyAgentId.map((agentId) => ({ query: 'reactivate-agent' as const, agentId })),
      down: obeyed,
    }),
    ...messageRoutes(`${service}/UpdateMaintenance`, between('updateMaintenance'), {
      up: only(anyOperatorQuery, (query) => query.query === 'update-maintenance'),
      down: noted,
    }),
    ...messageRoutes(`${service}/GetMaintenance`, between('getMaintenance'), {
      up: only(anyOperatorQuery, (query) => query.query === 'get-maintenance'),
      down: only(anyOperatorAnswer, (answer) => answer.answer === 'maintenance'),
    }),
    ...messageRoutes(`${service}/ExplainOffers`, between('explainOffers'), {
      up: only(anyOperatorQuery, (query) => query.query === 'explain-offers'),
      down: only(anyOperatorAnswer, (answer) => answer.answer === 'explained'),
    }),
    ...messageRoutes(`${service}/GetShares`, between('getShares'), {
      up: only(anyOperatorQuery, (query) => query.query === 'get-shares'),
      down: only(anyOperatorAnswer, (answer) => answer.answer === 'shares'),
    }),
  ];
}

/** Every kind of message of the contract. */
export const WIRE_ROUTES: readonly AnyWireRoute[] = [
  ...linkRoutes(
    'parley.master.v1.MasterService/AgentLink',
    { client: AGENT_LINK_CLIENT, server: AGENT_LINK_SERVER },
    { up: anyAgentUp, down: anyAgentDown },
  ),
  ...linkRoutes(
    'parley.master.v1.MasterService/GatewayLink',
    { client: GATEWAY_LINK_CLIENT, server: GATEWAY_LINK_SERVER },
    { up: anyGatewayUp, down: anyGatewayDown },
  ),
  ...linkRoutes(
    'parley.allocator.v1.AllocatorService/Session',
    { client: ALLOCATOR_SESSION_CLIENT, server: ALLOCATOR_SESSION_SERVER },
    { up: anyAllocatorDown, down: anyAllocatorUp },
  ),
  ...messageRoutes(
    'parley.scheduler.v1.SchedulerService/Connect',
    { client: SCHEDULER_CLIENT, server: SCHEDULER_SERVER },
    { up: anySchedulerCall, down: anySchedulerEvent },
  ),
  ...messageRoutes(
    'parley.master.v1.MasterService/LookupLeader',
    { client: LEADER_LOOKUP_CLIENT, server: LEADER_LOOKUP_SERVER },
    { up: fc.constant(undefined), down: anyLeaderAnswer },
  ),
  ...operatorRoutes(),
];
