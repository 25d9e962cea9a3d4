import { randomUUID } from 'node:crypto';
import { credentials, makeGenericClientConstructor } from '@grpc/grpc-js';
import { loadPublic, serviceOf } from '@parley/protos';
import type { ConnectRequest } from '@parley/protos/public/parley/scheduler/v1/ConnectRequest';
import type { ConnectResponse__Output } from '@parley/protos/public/parley/scheduler/v1/ConnectResponse';
import type { SchedulerServiceClient } from '@parley/protos/public/parley/scheduler/v1/SchedulerService';
import type { Offer__Output } from '@parley/protos/public/parley/types/v1/Offer';

const ENDED = /_(FINISHED|FAILED|KILLED|ERROR|LOST|DROPPED|GONE|GONE_BY_OPERATOR|UNKNOWN)$/;
const Stub = makeGenericClientConstructor(serviceOf(loadPublic(), 'parley.scheduler.v1.SchedulerService'), 'Scheduler');

/** Runs one command as a task, from the generated types alone. Resolves with the state in which it ended. */
export function runCommand(gateway: string, command: string): Promise<string> {
  const client = new Stub(gateway, credentials.createInsecure()) as unknown as SchedulerServiceClient;
  const stream = client.connect();
  const send = (call: ConnectRequest): boolean => stream.write(call);
  const taskId = randomUUID();
  let launched = false;

  // region typescript
  send({
    subscribe: { frameworkInfo: { name: 'typescript', roles: ['*'], failoverTimeoutMs: 0 }, subscribeId: randomUUID() },
  });

  const answer = ({ offerId, agentId }: Offer__Output): void => {
    if (launched) {
      send({ decline: { offerIds: [offerId] } });
      return;
    }
    launched = true;
    const resources = [
      { name: 'cpus', milli: 100 },
      { name: 'mem', milli: 16_000 },
    ];
    const task = { taskId, agentId, resources, command: { shell: true, value: command } };
    send({ accept: { callId: taskId, offerIds: [offerId], operations: [{ launch: { tasks: [task] } }] } });
  };

  return new Promise((resolve, reject) => {
    stream.on('error', reject);
    stream.on('data', ({ offers, statusUpdates, heartbeat }: ConnectResponse__Output) => {
      offers?.offers.forEach(answer);
      for (const { taskId, agentId, uuid, state } of statusUpdates?.statuses ?? []) {
        if (uuid !== '') send({ acknowledge: { acknowledgements: [{ agentId, taskId, uuid }] } });
        if (ENDED.test(state)) resolve(state);
      }
      if (heartbeat) send({ heartbeat: {} });
    });
  }).then((state) => {
    stream.end();
    client.close();
    return String(state);
  });
  // endregion
}
