import { codecOf, loadInternal, loadPublic } from '@parley/protos';
import type {
  ConnectRequest,
  ConnectRequest__Output,
} from '@parley/protos/internal/parley/scheduler/v1/ConnectRequest';
import type { ConnectRequest__Output as PublicConnectRequest } from '@parley/protos/public/parley/scheduler/v1/ConnectRequest';
import type { TaskInfo as WireTaskInfo } from '@parley/protos/internal/parley/types/v1/TaskInfo';
import type { GatewayUp, SchedulerCall, SchedulerEvent, SessionCall } from '../contract';
import { MalformedMessage, NO_EPOCH } from '../kernel';
import type { CallId, FrameworkId, LinkNumber, OfferId } from '../kernel';
import { resources } from '../resources';
import { TASK_DATA_BYTES_MAX } from '../tasks';
import {
  AGENT_LINK_SERVER,
  ALLOCATOR_SESSION_CLIENT,
  ALLOCATOR_SESSION_SERVER,
  GATEWAY_LINK_CLIENT,
  GATEWAY_LINK_SERVER,
  SCHEDULER_CLIENT,
  SCHEDULER_SERVER,
} from '.';
import type { Wire } from '.';

const SOUND: WireTaskInfo = {
  taskId: 't1',
  agentId: 'a1',
  resources: [{ name: 'cpus', milli: 500 }],
  command: { shell: true, value: 'true' },
};

const LINK_BYTES = codecOf<object, object>(loadInternal(), 'parley.master.v1.GatewayLinkRequest');
const BATCH = { epoch: NO_EPOCH, link: 1 as LinkNumber, sequence: 1 };
const CALL = {
  item: 'call',
  session: 1,
  frameworkId: 'F1' as FrameworkId,
  stamp: { epoch: NO_EPOCH, counter: 1 },
} as const;

/** What the gateway makes of a call that a client in any language wrote. */
function received(call: ConnectRequest): SchedulerCall {
  const bytes = codecOf(loadInternal(), 'parley.scheduler.v1.ConnectRequest').encode(call);
  return SCHEDULER_SERVER.decode(codecOf(loadPublic(), 'parley.scheduler.v1.ConnectRequest').decode(bytes));
}

function launching(...tasks: WireTaskInfo[]): ConnectRequest {
  return { accept: { callId: 'c1', offerIds: ['O1'], operations: [{ launch: { tasks } }] } };
}

/** The described tasks of an ACCEPT with one launch. */
function tasksOf(call: SchedulerCall | SessionCall): { readonly id: string; readonly problems: readonly string[] }[] {
  if (call.call !== 'accept') throw new RangeError('expected an accept');
  return call.operations.flatMap(({ tasks }) =>
    tasks.map(({ task, problems }) => ({ id: task.taskId, problems: problems.map((problem) => problem.field) })),
  );
}

function faultOf(act: () => unknown): unknown {
  try {
    act();
  } catch (fault) {
    return fault;
  }
  return undefined;
}

test('given a call of the public contract, when its type is taken, then it is also the form that decoders read', () => {
  const read = (wire: PublicConnectRequest): Wire<ConnectRequest__Output> => wire;

  expect(read).toBeInstanceOf(Function);
});

describe('tasks that are described wrongly', () => {
  test('given an invalid task among valid ones, when the accept is received, then only that task has problems', () => {
    const call = received(launching(SOUND, { ...SOUND, taskId: 'a/b' }, { ...SOUND, taskId: 't3' }));

    expect(tasksOf(call)).toEqual([
      { id: 't1', problems: [] },
      { id: 'a/b', problems: ['task_id'] },
      { id: 't3', problems: [] },
    ]);
  });

  test('given a task with every fault of form, when it is received, then every fault is told', () => {
    const wrong: WireTaskInfo = {
      taskId: '',
      agentId: '..',
      resources: [{ name: 'cpus', milli: -1 }],
      data: new Uint8Array(TASK_DATA_BYTES_MAX + 1),
      killPolicy: { graceMs: -5 },
    };

    expect(tasksOf(received(launching(wrong)))).toEqual([
      { id: '', problems: ['task_id', 'agent_id', 'command', 'data', 'kill_policy.grace_ms', 'resources[0].milli'] },
    ]);
  });

  test('given several faulty resources, when the task is received, then each is named by its place', () => {
    const faulty = [
      { name: 'ports', ranges: { ranges: [{ begin: 5, end: 1 }] } },
      { name: 'cpus', milli: 1 },
      { name: '', milli: 1 },
    ];

    expect(tasksOf(received(launching({ ...SOUND, resources: faulty })))).toEqual([
      { id: 't1', problems: ['resources[0]', 'resources[2]'] },
    ]);
  });

  test('given faults without number, when the task is received, then a bounded number of problems is told', () => {
    const faulty = Array.from({ length: 100 }, () => ({ name: '', milli: 1 }));

    const [task] = tasksOf(received(launching({ ...SOUND, resources: faulty })));

    expect(task?.problems).toHaveLength(20);
  });

  test('given tasks of many operations, when they are more than one list may hold, then the call is malformed before it reaches the link of a gateway', () => {
    const tasks = Array.from({ length: 6_000 }, () => ({}));

    const fault = faultOf(() => received({ accept: { operations: [{ launch: { tasks } }, { launch: { tasks } }] } }));

    expect(fault).toMatchObject({ field: 'accept.operations[1].launch.tasks[4000].task_id' });
  });

  test('given as many faulty tasks as one accept may hold, when a gateway passes it on, then it fits into a message of 8 MiB and the master sees a problem of each', () => {
    const resources = Array.from({ length: 25 }, () => ({ name: '', milli: 0 }));
    const tasks = Array.from({ length: 5_000 }, () => ({ resources }));
    const call = received({ accept: { operations: [{ launch: { tasks } }, { launch: { tasks } }] } });
    const item: GatewayUp = { ...CALL, call: call as SessionCall };

    const bytes = LINK_BYTES.encode(GATEWAY_LINK_CLIENT.encode({ ...BATCH, items: [item] }));
    const [passedOn] = GATEWAY_LINK_SERVER.decode(LINK_BYTES.decode(bytes)).items;

    expect(bytes.length).toBeLessThan(8 * 1024 * 1024);
    expect(passedOn).toEqual(item);
    const counts = tasksOf(call).map(({ problems }) => problems.length);
    expect([counts.length, counts[0], counts[9_999], Math.min(...counts)]).toEqual([10_000, 20, 1, 1]);
  });

  test('given an accept with an unreadable task, when a gateway passes it on, then the master sees the same problems', () => {
    const call = received(launching(SOUND, { ...SOUND, resources: [{ name: 'cpus', milli: -1 }] }));
    const item: GatewayUp = { ...CALL, call: call as SessionCall };

    const bytes = LINK_BYTES.encode(GATEWAY_LINK_CLIENT.encode({ ...BATCH, items: [item] }));
    const passedOn = GATEWAY_LINK_SERVER.decode(LINK_BYTES.decode(bytes));

    expect(passedOn.items).toEqual([item]);
  });
});

test('given a result with more problems than a message should hold, when it is passed on twice, then a hundred are told and the last says how many more', () => {
  const problems = Array.from({ length: 250 }, (_, index) => ({ field: `f${String(index)}`, message: 'is wrong' }));
  const result = { outcome: 'problem', reason: 'tasks-invalid', message: 'm', remedy: 'r', problems } as const;
  const codec = codecOf<object, object>(loadPublic(), 'parley.scheduler.v1.ConnectResponse');
  const passOn = (event: SchedulerEvent): SchedulerEvent =>
    SCHEDULER_CLIENT.decode(codec.decode(codec.encode(SCHEDULER_SERVER.encode(event))));

  const twice = passOn(passOn({ event: 'call-result', callId: 'c' as CallId, result }));

  const told = [...problems.slice(0, 99), { field: '', message: 'and 151 more problems' }];
  expect(twice).toEqual({ event: 'call-result', callId: 'c', result: { ...result, problems: told } });
});

describe('calls that are malformed', () => {
  test.each<[string, ConnectRequest, string]>([
    ['no call at all', {}, 'call'],
    ['an offer id that is a path', { decline: { offerIds: ['O1', '../O2'] } }, 'decline.offer_ids[]'],
    ['a subscription without info', { subscribe: { subscribeId: 's' } }, 'subscribe.framework_info'],
    ['a subscription without id', { subscribe: { frameworkInfo: {} } }, 'subscribe.subscribe_id'],
    ['a negative refusal', { decline: { filters: { refuseMs: -1 } } }, 'decline.filters.refuse_ms'],
    ['an unsafe number', { kill: { taskId: 't', graceMs: '9007199254740993' } }, 'kill.grace_ms'],
    ['an operation that says nothing', { accept: { operations: [{}] } }, 'accept.operations[0].operation'],
    [
      'an acknowledgement of nothing',
      { acknowledge: { acknowledgements: [{ agentId: 'a', taskId: 't' }] } },
      'acknowledge.acknowledgements[0].uuid',
    ],
  ])('given %s, when it is received, then the field is named', (_what, call, field) => {
    const fault = faultOf(() => received(call));

    expect(fault).toBeInstanceOf(MalformedMessage);
    expect(fault).toMatchObject({ field });
  });

  test('given a list that is far too long, when it is received, then it is refused', () => {
    const offerIds = Array.from({ length: 10_001 }, (_, index) => `O${String(index)}`);

    expect(faultOf(() => received({ decline: { offerIds } }))).toMatchObject({ field: 'decline.offer_ids' });
  });

  test('given an absent filter, when the call is received, then the default is meant', () => {
    expect(received({ decline: { callId: 'c', offerIds: ['O1'] } })).toEqual({
      call: 'decline',
      callId: 'c' as CallId,
      offerIds: ['O1' as OfferId],
      filters: { refuseMs: undefined },
    });
  });
});

describe('batches that are malformed', () => {
  const epoch = { clusterId: 'c', incarnation: 1, revision: 2 };

  test.each<[string, object, string]>([
    ['no epoch', { linkNumber: 1, sequence: 1 }, 'epoch'],
    ['an item of a newer peer', { epoch, items: [{ pong: { ping: 1 }, item: 'pong' }, {}] }, 'items[1].item'],
    [
      'a state that does not exist',
      { epoch, items: [{ item: 'registerTasks', registerTasks: { tasks: [reported(77)] } }] },
      'items[0].register_tasks.tasks[0].state',
    ],
    [
      'a state that is not said',
      { epoch, items: [{ item: 'registerTasks', registerTasks: { tasks: [reported(0)] } }] },
      'items[0].register_tasks.tasks[0].state',
    ],
    [
      'resources that overlap',
      { epoch, items: [{ item: 'resources', resources: { total: [port(1), port(1)] } }] },
      'items[0].resources.total',
    ],
  ])('given %s, when it is received, then the field is named', (_what, wire, field) => {
    const fault = faultOf(() => AGENT_LINK_SERVER.decode(wire));

    expect(fault).toBeInstanceOf(MalformedMessage);
    expect(fault).toMatchObject({ field });
  });

  test('given scalars that repeat a name, when they are received, then they add up', () => {
    const total = [
      { value: 'milli', name: 'cpus', milli: 500 },
      { value: 'milli', name: 'cpus', milli: '1500' },
    ];

    const batch = AGENT_LINK_SERVER.decode({ epoch, items: [{ item: 'resources', resources: { total } }] });

    expect(batch.items).toEqual([{ item: 'resources', total: resources({ scalars: { cpus: 2000 } }) }]);
  });

  function reported(state: number): object {
    return { frameworkId: 'f', role: '*', taskId: 't', launchId: '1-1-1', state };
  }

  function port(number: number): object {
    return { value: 'ranges', name: 'ports', ranges: { ranges: [{ begin: number, end: number }] } };
  }
});

test('given a batch for an allocator with items of a kind that is newer than this, when it is decoded, then they are passed over', () => {
  const bytes = Buffer.from(
    codecOf<object, object>(loadInternal(), 'parley.allocator.v1.SessionRequest').encode(
      ALLOCATOR_SESSION_CLIENT.encode({ ...BATCH, items: [{ item: 'ping', ping: 7 }] }),
    ),
  );
  // One more item, whose only member is field 100, an empty message.
  const more = Buffer.concat([bytes, Buffer.from([0x22, 0x03, 0xa2, 0x06, 0x00])]);
  const wire = codecOf<object, object>(loadInternal(), 'parley.allocator.v1.SessionRequest').decode(more);

  expect(ALLOCATOR_SESSION_SERVER.decode(wire)).toEqual({ ...BATCH, items: [{ item: 'ping', ping: 7 }] });
});
