import { credentials, makeClientConstructor, status } from '@grpc/grpc-js';
import type { Client, ServiceDefinition, ServiceError } from '@grpc/grpc-js';
import { SystemClock } from '@parley/common/actor';
import { readConfig } from '@parley/common/config';
import type { GatewayUp, OperatorAnswer, OperatorQuery } from '@parley/common/contract';
import type { AgentId, FrameworkId, GatewayId, WallMs } from '@parley/common/kernel';
import { SILENT_LOG } from '@parley/common/logging';
import { REASON_KEY } from '@parley/common/rpc';
import { NO_TELEMETRY } from '@parley/common/telemetry';
import { loadPublic, serviceOf } from '@parley/protos';
import { FIELDS } from '../../config';
import { serveGateway } from '../../serve';
import { EPOCH_1, FakeMaster } from '../../testing';

const METHODS = serviceOf<ServiceDefinition>(loadPublic(), 'parley.operator.v1.OperatorService');
const Operator = makeClientConstructor(METHODS, 'parley.operator.v1.OperatorService');
const DONE = { answer: 'done', deferred: false } as const satisfies OperatorAnswer;
const NOTHING = { weight: undefined, quota: undefined, packing: undefined };

/** All that a call brought: the messages in order, and the status that ended it. */
interface Reply {
  readonly messages: readonly unknown[];
  readonly code: status;
  readonly details: string;
  /** What the metadata names as the reason. */
  readonly reason: string | undefined;
}

/** Calls a method with a request as a client of the public contract writes it. */
async function replyOf(client: Client, name: string, request: object): Promise<Reply> {
  const method = METHODS[name];
  if (method === undefined) throw new RangeError(`there is no method ${name}`);
  const { path, requestSerialize, responseDeserialize } = method;
  const messages: unknown[] = [];
  return await new Promise((resolve) => {
    const end = (error: ServiceError | null): void => {
      const reason = error?.metadata.get(REASON_KEY)[0]?.toString();
      resolve({ messages, code: error?.code ?? status.OK, details: error?.details ?? '', reason });
    };
    if (method.responseStream) {
      const stream = client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, request);
      stream.on('data', (message: unknown) => messages.push(message));
      stream.on('error', (error: ServiceError) => {
        end(error);
      });
      stream.on('end', () => {
        end(null);
      });
      return;
    }
    client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, (error, message) => {
      if (message !== undefined) messages.push(message);
      end(error);
    });
  });
}

/** A gateway before a leader that gives these answers to every question, and remembers the questions. */
async function givenLeader(answers: readonly OperatorAnswer[]) {
  const master = new FakeMaster(EPOCH_1);
  const asked: OperatorQuery[] = [];
  master.react = (item: GatewayUp) => {
    if (item.item !== 'operator-query') return [];
    asked.push(item.query);
    return answers.map((answer) => ({ item: 'operator-answer', requestId: item.requestId, answer }) as const);
  };
  const argv = ['--listen=127.0.0.1:0', `--masters=${await master.listen()}`, '--shutdown-grace=200ms'];
  const read = readConfig(FIELDS, { env: {}, argv });
  if (!read.ok) throw new Error(read.report);
  const gateway = await serveGateway(read.config, {
    clock: new SystemClock(),
    random: () => 0.5,
    log: SILENT_LOG,
    telemetry: NO_TELEMETRY,
    gatewayId: 'g1' as GatewayId,
  });
  await master.until(({ heard }) => heard.some((item) => item.item === 'hello'));
  const client: Client = new Operator(gateway.address, credentials.createInsecure());
  return {
    asked,
    call: async (method: string, request: object) => await replyOf(client, method, request),
    [Symbol.asyncDispose]: async () => {
      client.close();
      await gateway.close();
      await master.kill();
    },
  };
}

test('given orders about roles, when an operator sends them, then each becomes the one question about roles', async () => {
  await using given = await givenLeader([DONE]);

  const replies = [
    await given.call('UpdateWeights', { weights: [{ role: 'eng', weight: 2.5 }] }),
    await given.call('UpdateQuota', {
      quotas: [
        {
          role: 'eng',
          quota: { guarantees: [{ name: 'cpus', milli: 2000 }], limits: [{ name: 'mem', milli: 0 }] },
        },
        { role: 'ops' },
      ],
      force: true,
    }),
    await given.call('UpdatePacking', { packings: [{ role: 'eng/backend', packing: 'PACKING_BEST_FIT' }] }),
  ];

  expect(replies.map(({ code, messages }) => [code, messages])).toEqual(replies.map(() => [status.OK, [{}]]));
  expect(given.asked).toEqual([
    { query: 'update-roles', updates: [{ ...NOTHING, role: 'eng', weight: 2.5 }], force: false },
    {
      query: 'update-roles',
      updates: [
        {
          ...NOTHING,
          role: 'eng',
          quota: { guarantee: new Map([['cpus', 2000]]), limit: new Map([['mem', 0]]) },
        },
        { ...NOTHING, role: 'ops', quota: { guarantee: new Map(), limit: new Map() } },
      ],
      force: true,
    },
    { query: 'update-roles', updates: [{ ...NOTHING, role: 'eng/backend', packing: 'best-fit' }], force: false },
  ]);
});

test('given orders about agents, when an operator sends them, then absence and emptiness are told apart', async () => {
  await using given = await givenLeader([DONE]);
  const windows = [{ hostnames: ['h1'], unavailability: { startsAtMs: '5000' } }];

  await given.call('UpdateWhitelist', { whitelist: { hostnames: ['h1', 'h2'] } });
  await given.call('UpdateWhitelist', { whitelist: {} });
  await given.call('UpdateWhitelist', {});
  await given.call('DeactivateAgent', { agentId: 'a1' });
  await given.call('ReactivateAgent', { agentId: 'a1' });
  await given.call('UpdateMaintenance', { windows });
  await given.call('UpdateMaintenance', {});

  expect(given.asked).toEqual([
    { query: 'update-whitelist', hostnames: ['h1', 'h2'] },
    { query: 'update-whitelist', hostnames: [] },
    { query: 'update-whitelist', hostnames: undefined },
    { query: 'deactivate-agent', agentId: 'a1' },
    { query: 'reactivate-agent', agentId: 'a1' },
    {
      query: 'update-maintenance',
      windows: [{ hostnames: ['h1'], unavailability: { startsAt: 5000, durationMs: undefined } }],
    },
    { query: 'update-maintenance', windows: [] },
  ]);
});

test('given orders that name what is not known, when they are obeyed, then the answer carries the notes of the leader', async () => {
  const notes = ['no agent is known on h9; the order counts for agents that register from there'];
  await using given = await givenLeader([{ ...DONE, notes }]);
  const windows = [{ hostnames: ['h9'], unavailability: { startsAtMs: '5000' } }];

  const listed = await given.call('UpdateWhitelist', { whitelist: { hostnames: ['h9'] } });
  const planned = await given.call('UpdateMaintenance', { windows });

  expect([listed.messages, planned.messages]).toEqual([[{ notes }], [{ notes }]]);
});

test('given orders with a fault of form, when an operator sends them, then the status names the field and the remedy, and the leader is not asked', async () => {
  await using given = await givenLeader([DONE]);
  const faulty: readonly (readonly [string, object, string])[] = [
    ['UpdateWeights', {}, 'weights must name at least one role'],
    ['UpdateWeights', { weights: [{ role: 'a', weight: 0 }] }, 'weights[0].weight must be a finite number greater'],
    [
      'UpdateWeights',
      { weights: [{ role: 'a', weight: Number.NaN }] },
      'weights[0].weight must be a finite number greater',
    ],
    [
      'UpdateWeights',
      {
        weights: [
          { role: 'a', weight: 1 },
          { role: 'a', weight: 2 },
        ],
      },
      'weights[1].role must not repeat a',
    ],
    [
      'UpdateQuota',
      { quotas: [{ role: 'a', quota: { limits: [{ name: 'cpus', milli: -1 }] } }] },
      'quotas[0].quota.limits[0].milli must be a whole number',
    ],
    ['UpdatePacking', { packings: [{ role: 'a' }] }, 'packings[0].packing must be one of PACKING_WHOLE_AGENT'],
    ['UpdateWhitelist', { whitelist: { hostnames: [''] } }, 'whitelist.hostnames[0] must not be empty'],
    ['DeactivateAgent', {}, 'agent_id'],
    ['UpdateMaintenance', { windows: [{ hostnames: ['h'] }] }, 'windows[0].unavailability must be set'],
    ['UpdateMaintenance', { windows: [{ unavailability: {} }] }, 'windows[0].hostnames must name at least one machine'],
    ['ExplainOffers', { agentId: 'a/b' }, 'agent_id'],
  ];

  for (const [method, request, message] of faulty) {
    const { code, details } = await given.call(method, request);

    expect(code).toBe(status.INVALID_ARGUMENT);
    expect(details).toContain(message);
    expect(details).toContain('Correct the field and send the request again.');
  }
  expect(given.asked).toEqual([]);
});

test('given what the leader refuses, when an operator asks, then the status follows from the reason', async () => {
  const refusals: readonly (readonly [string, status])[] = [
    ['agent-unknown', status.NOT_FOUND],
    ['roles-invalid', status.INVALID_ARGUMENT],
    ['queries-full', status.RESOURCE_EXHAUSTED],
    ['agent-gone', status.FAILED_PRECONDITION],
    ['outcome-unknown', status.ABORTED],
  ];
  for (const [reason, code] of refusals) {
    const problems = [{ field: 'agent_id', message: 'is wrong' }];
    await using given = await givenLeader([{ answer: 'refused', reason, message: 'no', remedy: 'Look.', problems }]);

    const reply = await given.call('DeactivateAgent', { agentId: 'a9' });

    expect(reply).toMatchObject({ code, reason, details: 'no: agent_id: is wrong. Look.' });
  }
});

test('given what the leader refuses, when an operator asks for a stream of answers, then it ends with the reason that the leader gave', async () => {
  const refused = { answer: 'refused', message: 'no', remedy: 'Look.', problems: [] } as const;
  for (const [reason, code] of [
    ['queries-full', status.RESOURCE_EXHAUSTED],
    ['watch-too-slow', status.RESOURCE_EXHAUSTED],
    ['agent-gone', status.FAILED_PRECONDITION],
  ] as const) {
    await using given = await givenLeader([{ ...refused, reason }]);

    const reply = await given.call('ExplainOffers', {});

    expect(reply).toMatchObject({ code, reason, details: 'no. Look.' });
  }
});

test('given a whitelist and a schedule, when an operator reads them, then they are told as they are', async () => {
  await using none = await givenLeader([{ answer: 'whitelist', hostnames: undefined }]);
  await using empty = await givenLeader([{ answer: 'whitelist', hostnames: [] }]);
  await using planned = await givenLeader([
    {
      answer: 'maintenance',
      windows: [{ hostnames: ['h1'], unavailability: { startsAt: 7 as WallMs, durationMs: 60_000 } }],
      answers: [{ agentId: 'a1' as AgentId, frameworkId: 'F' as FrameworkId, answer: 'declined' }],
    },
  ]);

  expect((await none.call('GetWhitelist', {})).messages).toEqual([{ whitelist: null }]);
  expect((await empty.call('GetWhitelist', {})).messages).toEqual([{ whitelist: { hostnames: [] } }]);
  expect((await planned.call('GetMaintenance', {})).messages).toMatchObject([
    {
      windows: [{ hostnames: ['h1'], unavailability: { startsAtMs: '7', durationMs: '60000' } }],
      answers: [{ agentId: 'a1', frameworkId: 'F', state: 'MAINTENANCE_ANSWER_STATE_DECLINED' }],
    },
  ]);
});

test('given an answer in parts, when an operator asks why there are no offers, then the stream carries them all and ends well', async () => {
  const part = (role: string, last: boolean): OperatorAnswer => ({
    answer: 'explained',
    explanations: [
      {
        frameworkId: 'F' as FrameworkId,
        role,
        share: 0.25,
        roleShare: 0.5,
        offerable: 0,
        lastProposedMs: undefined,
        reasons: [
          { reason: 'refused', agents: 3, examples: ['a1' as AgentId], untilMs: 4000, detail: '' },
          { reason: 'lower-share-first', agents: 1, examples: [], untilMs: undefined, detail: 'ops has 0.1' },
        ],
      },
    ],
    notes: last ? ['the allocator has just begun'] : [],
    last,
  });
  await using given = await givenLeader([part('eng', false), part('ops', true)]);

  const { messages, code } = await given.call('ExplainOffers', { frameworkId: 'F' });

  expect(code).toBe(status.OK);
  expect(messages).toMatchObject([
    {
      explanations: [
        {
          role: 'eng',
          share: 0.25,
          roleShare: 0.5,
          reasons: [
            { reason: 'NO_OFFER_REASON_REFUSED', agents: '3', exampleAgentIds: ['a1'], untilMs: '4000' },
            { reason: 'NO_OFFER_REASON_LOWER_SHARE_FIRST', agents: '1', detail: 'ops has 0.1' },
          ],
        },
      ],
      notes: [],
      last: false,
    },
    { explanations: [{ role: 'ops' }], notes: ['the allocator has just begun'], last: true },
  ]);
  expect(given.asked).toEqual([{ query: 'explain-offers', frameworkId: 'F', role: undefined, agentId: undefined }]);
});

test('given the shares in one part, when an operator asks for them, then the stream carries it and ends well', async () => {
  await using given = await givenLeader([
    {
      answer: 'shares',
      roles: [{ role: 'eng', weight: 2, share: 0.5, dominant: 'cpus', frameworks: 1, starvingMs: 0 }],
      frameworks: [{ frameworkId: 'F' as FrameworkId, role: 'eng', share: 1, dominant: 'cpus', competes: true }],
      notes: [],
      last: true,
    },
  ]);

  const { messages, code } = await given.call('GetShares', {});

  expect(code).toBe(status.OK);
  expect(messages).toEqual([
    {
      roles: [{ role: 'eng', weight: 2, share: 0.5, dominant: 'cpus', frameworks: '1', starvingMs: '0' }],
      frameworks: [{ frameworkId: 'F', role: 'eng', share: 1, dominant: 'cpus', competes: true }],
      notes: [],
      incomplete: false,
      last: true,
    },
  ]);
});
