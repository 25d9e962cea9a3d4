import type { MethodDefinition } from '@grpc/grpc-js';
import { codecOf, loadPublic } from '@parley/protos';

/** How many tasks one message of the batched ceiling carries. */
export const TASKS_PER_BATCH = 100;

const PATHS = { bidi: '/parley.bench.v1.CeilingService/Bidi', batch: '/parley.bench.v1.CeilingService/Batch' } as const;

/** The kinds of ceiling: one task per message, or {@link TASKS_PER_BATCH}. */
export type CeilingKind = keyof typeof PATHS;

/** What the ceilings stream: a described task of 187 bytes with the public options, answered by an empty message. */
const TASK = codecOf<object, object>(loadPublic(), 'parley.types.v1.TaskInfo');
const LAUNCH = codecOf<object, object>(loadPublic(), 'parley.scheduler.v1.Launch');
const ANSWER = codecOf<object, object>(loadPublic(), 'parley.scheduler.v1.Heartbeat');

/** The method that measures a kind of ceiling: client and server stream both ways, through the same loader as every service. */
export function ceilingMethod(kind: CeilingKind): MethodDefinition<object, object> {
  const request = kind === 'bidi' ? TASK : LAUNCH;
  return {
    path: PATHS[kind],
    requestStream: true,
    responseStream: true,
    requestSerialize: (message) => request.encode(message),
    requestDeserialize: (bytes) => request.decode(bytes),
    responseSerialize: (message) => ANSWER.encode(message),
    responseDeserialize: (bytes) => ANSWER.decode(bytes),
  };
}

/** A message of a kind of ceiling. */
export function ceilingMessage(kind: CeilingKind): object {
  return kind === 'bidi' ? task(0) : { tasks: Array.from({ length: TASKS_PER_BATCH }, (_, index) => task(index)) };
}

/** How many bytes one task takes on the wire. */
export function taskBytes(): number {
  return TASK.encode(task(0)).length;
}

function task(index: number): object {
  const scalar = (name: string, milli: number): object => ({ name, milli });
  return {
    taskId: `ceiling-task-${String(index).padStart(6, '0')}`,
    name: 'ceiling-task-that-is-as-large-as-usual',
    agentId: 'agent-000000000000000000000000',
    resources: [scalar('cpus', 1_000), scalar('mem', 64_000), scalar('disk', 128_000)],
    command: { shell: true, value: 'true' },
    labels: [
      { key: 'owner', value: 'bench' },
      { key: 'stage', value: 'ceiling' },
      { key: 'zone', value: 'local' },
    ],
  };
}
