import { connect as connectSocket } from 'node:net';
import { TcpProxy } from '@parley/common/testing';
import { until } from '../../deploy/local/processes.cjs';
import type { Chance } from '../worlds/simulated/chance';
import { FrontDoor, REQUESTS } from './front-door';
import type { RawStream, StatusCounts } from './front-door';
import { abandonedReads, operatorCalls, strangeOrders } from './operator-attacks';
import { randomBytes } from './strange-bytes';
import { choosySubscription, namesHeard, plausibleCall, strangeCall, subscription } from './strange-calls';

/** What attacks are made against, and what they know of it. */
export interface Target {
  /** `host:port` of the gateway. */
  readonly address: string;
  /** A task that runs or ran for a framework that behaves well; undefined while it has none. */
  readonly victim: () => { readonly frameworkId: string; readonly taskId: string } | undefined;
  readonly statuses: StatusCounts;
  /** What could be read that must not be. */
  readonly breaches: string[];
  /** How many events of each kind conversations brought: shows how far they came. */
  readonly heard: Map<string, number>;
}

/** One way to be a bad client; done within a few seconds, its connections closed. */
export type Attack = (door: FrontDoor, chance: Chance, target: Target) => Promise<void>;

/** How long an attack waits for anything. */
const PATIENCE_MS = 1_000;
/** Each of these calls makes two events of more than 200 bytes; a gateway keeps 4 MiB for one client. */
const UNREAD_CALLS = 15_000;
/** More than a gRPC message may hold by default. */
const TOO_LARGE_BYTES = 5 * 1024 * 1024;

/** Every attack, with how often it is made in comparison. */
export const ATTACKS: Readonly<Record<string, { readonly weight: number; readonly attack: Attack }>> = {
  'random bytes in place of messages': { weight: 4, attack: randomMessages },
  'calls before SUBSCRIBE': { weight: 4, attack: callsBeforeSubscribe },
  'SUBSCRIBE again and again': { weight: 4, attack: repeatedSubscribe },
  'a conversation of strange calls': { weight: 16, attack: conversation },
  'huge lists': { weight: 2, attack: hugeLists },
  'a message that is too large': { weight: 2, attack: tooLargeMessage },
  'a stream that is half closed': { weight: 4, attack: halfClosed },
  'a stream that is never read': { weight: 1, attack: neverRead },
  'streams that take each other’s session': { weight: 2, attack: takenSessions },
  'operators’ calls with strange ids and paths': { weight: 8, attack: operatorCalls },
  'operators’ orders that are wrong or concern nobody': { weight: 4, attack: strangeOrders },
  'operators’ reads that are abandoned': { weight: 3, attack: abandonedReads },
  'noise in place of HTTP/2': { weight: 3, attack: socketNoise },
  'methods that do not exist': { weight: 2, attack: unknownMethods },
};

/** Each attack as often as its weight says, those of one kind apart from each other. */
const ROUND = Object.entries(ATTACKS)
  .flatMap(([name, { weight }]) =>
    Array.from({ length: weight }, (_, index) => ({ name, place: (index + 0.5) / weight })),
  )
  .sort((a, b) => a.place - b.place);

/** After this many attacks each has been made. */
export const ATTACKS_PER_ROUND = ROUND.length;

/** Makes the attack that has this number, over a connection of its own, which may break at the end; returns its name. */
export async function attackOnce(number: number, chance: Chance, target: Target): Promise<string> {
  const name = ROUND[number % ROUND.length]?.name ?? '';
  const [host = '', port = ''] = target.address.split(':');
  const breaks = chance.happens(0.3) ? await TcpProxy.open({ host, port: Number(port) }) : undefined;
  const door = new FrontDoor(breaks?.address ?? target.address, target.statuses);
  try {
    await ATTACKS[name]?.attack(door, chance, target);
  } finally {
    await breaks?.close();
    door.close();
  }
  return name;
}

/** Opens a stream and subscribes a new framework; resolves once it is subscribed, or is not. */
async function subscribed(door: FrontDoor, chance: Chance): Promise<RawStream> {
  const stream = door.connect();
  stream.send(REQUESTS.encode(subscription(chance)));
  await until(() => stream.frameworkId !== undefined || !stream.isOpen, PATIENCE_MS);
  return stream;
}

async function ended(stream: RawStream): Promise<void> {
  await until(() => !stream.isOpen, PATIENCE_MS);
}

/** Leaves in one of the ways in which clients leave. */
function leave(chance: Chance, stream: RawStream): void {
  if (chance.happens(0.4)) stream.halfClose();
  else if (chance.happens(0.5)) stream.cancel();
}

async function randomMessages(door: FrontDoor, chance: Chance): Promise<void> {
  const stream = chance.happens(0.5) ? door.connect() : await subscribed(door, chance);
  for (let left = chance.between(1, 10); left > 0; left -= 1) stream.send(randomBytes(chance, chance.between(0, 500)));
  await ended(stream);
}

async function callsBeforeSubscribe(door: FrontDoor, chance: Chance, { victim }: Target): Promise<void> {
  const stream = door.connect();
  const names = namesHeard(stream, [victim()?.taskId ?? '']);
  for (let left = chance.between(1, 5); left > 0; left -= 1) stream.send(REQUESTS.encode(plausibleCall(chance, names)));
  stream.send(REQUESTS.encode(subscription(chance)));
  await until(() => !stream.isOpen || stream.events.length > 0, PATIENCE_MS);
  leave(chance, stream);
}

async function repeatedSubscribe(door: FrontDoor, chance: Chance): Promise<void> {
  const stream = door.connect();
  const same = choosySubscription(chance);
  for (let left = chance.between(2, 6); left > 0; left -= 1) {
    stream.send(REQUESTS.encode(chance.happens(0.5) ? same : subscription(chance)));
    if (chance.happens(0.3)) await until(() => stream.frameworkId !== undefined || !stream.isOpen, PATIENCE_MS);
  }
  await ended(stream);
}

async function conversation(door: FrontDoor, chance: Chance, { victim, heard: counts }: Target): Promise<void> {
  const stream = await subscribed(door, chance);
  if (chance.happens(0.7)) await until(() => namesHeard(stream, []).offers.length > 0 || !stream.isOpen, 200);
  for (let left = chance.between(5, 30); left > 0 && stream.isOpen; left -= 1) {
    const names = namesHeard(stream, [victim()?.taskId ?? '']);
    stream.send(strangeCall(chance, plausibleCall(chance, names)));
    const heard = stream.events.length;
    if (chance.happens(0.5)) await until(() => stream.events.length > heard || !stream.isOpen, 30);
  }
  for (const { event } of stream.events) counts.set(event ?? 'none', (counts.get(event ?? 'none') ?? 0) + 1);
  if (chance.happens(0.3)) stream.send(REQUESTS.encode({ teardown: { callId: 'last' } }));
  leave(chance, stream);
}

async function hugeLists(door: FrontDoor, chance: Chance): Promise<void> {
  const stream = await subscribed(door, chance);
  const length = chance.pick([9_000, 20_000]) ?? 0;
  const numbered = <Entry>(make: (text: string) => Entry): Entry[] =>
    Array.from({ length }, (_, index) => make(`x${String(index)}`));
  const calls = [
    { accept: { callId: 'huge', offerIds: numbered((text) => text) } },
    { decline: { callId: 'huge', offerIds: numbered((text) => text) } },
    { reconcile: { callId: 'huge', tasks: numbered((taskId) => ({ taskId })) } },
    { acknowledge: { acknowledgements: numbered((text) => ({ agentId: text, taskId: text, uuid: text })) } },
    { suppress: { callId: 'huge', roles: numbered((text) => text) } },
  ];
  stream.send(REQUESTS.encode(chance.pick(calls) ?? {}));
  await until(() => !stream.isOpen || stream.events.some(({ event }) => event === 'callResult'), PATIENCE_MS);
  leave(chance, stream);
}

async function tooLargeMessage(door: FrontDoor, chance: Chance): Promise<void> {
  const stream = chance.happens(0.5) ? door.connect() : await subscribed(door, chance);
  const role = 'r'.repeat(TOO_LARGE_BYTES);
  stream.send(REQUESTS.encode({ suppress: { callId: 'large', roles: [role] } }));
  await ended(stream);
}

async function halfClosed(door: FrontDoor, chance: Chance): Promise<void> {
  const stream = chance.happens(0.3) ? await subscribed(door, chance) : door.connect();
  if (chance.happens(0.5))
    stream.send(REQUESTS.encode((chance.happens(0.8) ? subscription : choosySubscription)(chance)));
  stream.halfClose();
  await ended(stream);
}

/** Makes more events than anybody keeps for a client that does not read, then reads what it can still get. */
async function neverRead(door: FrontDoor, chance: Chance): Promise<void> {
  const stream = door.connect({ listens: false });
  stream.send(REQUESTS.encode(subscription(chance)));
  const taskId = 'n'.repeat(200);
  for (let number = UNREAD_CALLS; number > 0; number -= 1)
    stream.send(REQUESTS.encode({ kill: { callId: `${taskId}${String(number)}`, taskId } }));
  await until(() => !stream.isOpen, PATIENCE_MS);
  stream.listen();
  await until(() => !stream.isOpen, 3 * PATIENCE_MS);
  stream.cancel();
}

async function takenSessions(door: FrontDoor, chance: Chance): Promise<void> {
  const first = await subscribed(door, chance);
  const { frameworkId } = first;
  const streams = [first];
  for (let left = chance.between(1, 5); left > 0; left -= 1) {
    const stream = door.connect();
    const { subscribe } = subscription(chance);
    const frameworkInfo = { ...subscribe?.frameworkInfo, frameworkId: frameworkId ?? 'F-0-0-0' };
    stream.send(REQUESTS.encode({ subscribe: { ...subscribe, frameworkInfo } }));
    streams.push(stream);
  }
  await ended(first);
  for (const stream of streams) leave(chance, stream);
}

/** Talks to the port without HTTP/2, or begins it and goes on with anything. */
async function socketNoise(_door: FrontDoor, chance: Chance, { address }: Target): Promise<void> {
  const [host = '', port = ''] = address.split(':');
  const socket = connectSocket({ host, port: Number(port) });
  let closed = false;
  socket.on('error', () => undefined);
  socket.on('close', () => (closed = true));
  if (chance.happens(0.5)) socket.write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
  if (chance.happens(0.2)) socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  socket.write(randomBytes(chance, chance.between(1, 2_000)));
  await until(() => closed, 100);
  if (chance.happens(0.5)) socket.resetAndDestroy();
  else socket.destroy();
}

async function unknownMethods(door: FrontDoor, chance: Chance): Promise<void> {
  const paths = [
    '/',
    '/x',
    '/parley.scheduler.v1.SchedulerService/None',
    '/parley.master.v1.MasterService/LookupLeader',
  ];
  for (const path of paths) await door.unary(path, randomBytes(chance, chance.between(0, 100)), PATIENCE_MS);
}
