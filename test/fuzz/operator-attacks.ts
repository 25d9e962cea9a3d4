import { status } from '@grpc/grpc-js';
import { codecOf, loadPublic } from '@parley/protos';
import { until } from '../../deploy/local/processes.cjs';
import type { Chance } from '../worlds/simulated/chance';
import type { Attack, Target } from './attacks';
import { operatorOrder } from './operator-orders';
import { damaged, randomBytes } from './strange-bytes';

const SERVICE = '/parley.operator.v1.OperatorService';
const encoded = (name: string, message: object): Buffer =>
  codecOf(loadPublic(), `parley.operator.v1.${name}`).encode(message);

const IDS = ['', 'none', '..', '../..', 'a/b', 'F-1-1-9999', 'ü'.repeat(100), '\0'];
/** Ways that lead out of a sandbox. */
const OUTSIDE = [
  '../../../../../../etc/passwd',
  '/etc/passwd',
  '..',
  '../agent.journal',
  './../stdout',
  'stdout/../../../x',
  '%2e%2e/%2e%2e/etc/passwd',
];
/** Ways that lead anywhere, or nowhere. */
const PATHS = [...OUTSIDE, 'stdout', 'none', '\0', 'a'.repeat(5_000)];

/** Asks about and acts on what does not exist, and reads what is nobody's business; never acts on the victim. */
export const operatorCalls: Attack = async (door, chance, target) => {
  for (let left = chance.between(1, 6); left > 0; left -= 1) {
    const { method, bytes, path } = operatorCall(chance, target);
    const strange = chance.next();
    if (strange < 0.7) {
      const code = await door.unary(`${SERVICE}/${method}`, bytes);
      if (code === status.OK && path !== undefined && OUTSIDE.includes(path)) target.breaches.push(path);
    }
    // Damage could turn one id into another's, so what acts is not damaged.
    else if (strange < 0.9 && (method === 'ListFiles' || method === 'ReadFile'))
      await door.unary(`${SERVICE}/${method}`, damaged(chance, bytes));
    else await door.unary(`${SERVICE}/${method}`, randomBytes(chance, chance.between(1, 200)));
  }
};

/** Gives orders about roles, agents and maintenance that are wrong, or that concern nobody. */
export const strangeOrders: Attack = async (door, chance) => {
  for (let left = chance.between(1, 6); left > 0; left -= 1) {
    const { method, bytes } = operatorOrder(chance);
    await door.unary(`${SERVICE}/${method}`, bytes);
  }
};

/** Begins to read or watch the state of the cluster, and goes away. */
export const abandonedReads: Attack = async (door, chance) => {
  const calls = Array.from({ length: chance.between(1, 5) }, () => {
    if (chance.happens(0.3)) return door.serverStream(`${SERVICE}/GetState`, Buffer.alloc(0));
    if (chance.happens(0.3)) return door.serverStream(`${SERVICE}/GetShares`, Buffer.alloc(0));
    if (chance.happens(0.4)) {
      const scope = { frameworkId: chance.pick(IDS), role: chance.pick(['', '*', 'none']), agentId: chance.pick(IDS) };
      const bytes = chance.happens(0.5) ? Buffer.alloc(0) : encoded('ExplainOffersRequest', scope);
      return door.serverStream(`${SERVICE}/ExplainOffers`, bytes);
    }
    const resumeAfter = chance.pick(['0', '1', '9007199254740991', '9223372036854775807', '-1']) ?? '0';
    return door.serverStream(`${SERVICE}/Watch`, encoded('WatchRequest', { resumeAfter }));
  });
  let heard = 0;
  for (const call of calls) if (chance.happens(0.7)) call.on('data', () => (heard += 1));
  await until(() => heard >= calls.length, 100);
  for (const call of calls) if (chance.happens(0.8)) call.cancel();
};

interface OperatorCall {
  readonly method: string;
  readonly bytes: Buffer;
  /** Which file it is about; undefined where it is about none. */
  readonly path: string | undefined;
}

function operatorCall(chance: Chance, { victim }: Target): OperatorCall {
  const frameworkId = chance.pick(IDS) ?? '';
  const taskId = chance.pick(IDS) ?? '';
  const someTask = chance.happens(0.7) ? (victim() ?? { frameworkId, taskId }) : { frameworkId, taskId };
  const path = chance.pick(PATHS) ?? '';
  switch (chance.between(0, 3)) {
    case 0:
      return { method: 'Kill', bytes: encoded('KillRequest', { frameworkId, taskId, graceMs: '0' }), path: undefined };
    case 1:
      return { method: 'Teardown', bytes: encoded('TeardownRequest', { frameworkId }), path: undefined };
    case 2:
      return { method: 'ListFiles', bytes: encoded('ListFilesRequest', { ...someTask, path }), path };
    default: {
      const offset = chance.pick(['0', '-1', '9223372036854775807']) ?? '0';
      const lengthMax = chance.pick(['0', '100', '9007199254740991', '-5']) ?? '0';
      return { method: 'ReadFile', bytes: encoded('ReadFileRequest', { ...someTask, path, offset, lengthMax }), path };
    }
  }
}
