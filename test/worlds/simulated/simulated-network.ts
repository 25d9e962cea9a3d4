import type { DialedStreamsFactory, StreamEnd, StreamsFactory } from '@parley/common/actor';
import type { LeaderAnswer } from '@parley/common/contract';
import { LINK_OUTBOX } from '@parley/common/rpc';
import type { Chance } from './chance';
import { Connection, opposite } from './connection';
import type { ConnectionEnd, Parcel, Side } from './connection';
import type { EventLog } from './event-log';
import type { SimulatedProcess } from './simulated-process';
import { SimulatedStreams } from './simulated-streams';
import { sentLeaderAnswer } from './stream-kinds';
import type { StreamKind } from './stream-kinds';
import type { Timeline } from './timeline';

/** How long a partition may last before each end of a connection notices, by gRPC's keepalive: interval and timeout together. */
const KEEPALIVE_MS: Readonly<Record<Side, number>> = { client: 30_000, server: 80_000 };
/** How long a dial waits for an answer from a machine that cannot be reached. */
const DIAL_TIMEOUT_MS = 20_000;
const DIAL_RETRY_MS = 1_000;
/** How long a leader lookup waits. */
const LOOKUP_DEADLINE_MS = 1_500;

const BROKEN: StreamEnd = { kind: 'lost', message: 'the connection broke' };
const REFUSED: StreamEnd = { kind: 'lost', message: 'connection refused' };
const SILENT: StreamEnd = { kind: 'lost', message: 'the peer does not answer' };

interface Listener {
  readonly process: SimulatedProcess;
  readonly accept: (connection: Connection) => ConnectionEnd;
}

/** How the network behaves; changed by faults while the world runs. In milliseconds. */
export interface NetworkWeather {
  delayLeastMs: number;
  delayMostMs: number;
  /** Share of leader lookups that are never answered. */
  lookupsLost: number;
}

/** The network between simulated processes: carries the bytes of real codecs, in order per stream and direction, after a delay, unless a fault prevents it. */
export class SimulatedNetwork {
  readonly weather: NetworkWeather = { delayLeastMs: 1, delayMostMs: 3, lookupsLost: 0 };
  readonly #listeners = new Map<string, Listener>();
  readonly #lookups = new Map<
    string,
    { readonly process: SimulatedProcess; readonly answer: () => LeaderAnswer | undefined }
  >();
  /** Open connections, in order of opening. */
  readonly #connections = new Set<Connection>();
  /** Directions in which nothing passes, as `from>to` between machines. */
  readonly #blocked = new Set<string>();
  /** The server process of connections that have arrived, possibly one that is paused. */
  readonly #accepted = new WeakMap<Connection, SimulatedProcess>();
  readonly #watched = new WeakSet<SimulatedProcess>();
  readonly #lingerNext = new Map<string, { readonly lateMs: number; readonly happened: () => void }>();
  #lastId = 0;

  constructor(
    private readonly timeline: Timeline,
    private readonly chance: Chance,
    private readonly log: EventLog,
  ) {}

  get connections(): readonly Connection[] {
    return [...this.#connections];
  }

  /** The streams that `process` serves at `address`. */
  served<Up, Down, UpMessage, DownMessage>(
    kind: StreamKind<Up, Down, UpMessage, DownMessage>,
    process: SimulatedProcess,
    address: string,
  ): StreamsFactory<Down, UpMessage> {
    return (sink, context) => {
      const { method, server: framing, name } = kind;
      const serialize = (message: object): Uint8Array => method.responseSerialize(message);
      const form = {
        side: 'server',
        framing,
        serialize,
        deserialize: method.requestDeserialize,
        limits: LINK_OUTBOX,
      } as const;
      const streams = new SimulatedStreams<Down, UpMessage>(this, process, { kind: name, form, sink, context });
      const key = `${address} ${name}`;
      const listener = { process, accept: (connection: Connection) => streams.accept(connection) };
      this.#listeners.set(key, listener);
      process.whenDead(() => {
        if (this.#listeners.get(key) === listener) this.#listeners.delete(key);
      });
      this.#watch(process);
      return streams;
    };
  }

  /** The streams that `process` opens. */
  dialled<Up, Down, UpMessage, DownMessage>(
    kind: StreamKind<Up, Down, UpMessage, DownMessage>,
    process: SimulatedProcess,
  ): DialedStreamsFactory<Up, DownMessage> {
    return (sink, context) => {
      const { method, client: framing, name } = kind;
      const serialize = (message: object): Uint8Array => method.requestSerialize(message);
      const form = {
        side: 'client',
        framing,
        serialize,
        deserialize: method.responseDeserialize,
        limits: LINK_OUTBOX,
      } as const;
      this.#watch(process);
      return new SimulatedStreams<Up, DownMessage>(this, process, { kind: name, form, sink, context });
    };
  }

  /** Lets `process` answer at `address` who leads; undefined stands for a refusal. */
  answersLookups(process: SimulatedProcess, address: string, answer: () => LeaderAnswer | undefined): void {
    const entry = { process, answer };
    this.#lookups.set(address, entry);
    process.whenDead(() => {
      if (this.#lookups.get(address) === entry) this.#lookups.delete(address);
    });
  }

  /** Asks the master at `target` who leads; the reply comes exactly once, inside `process`. */
  ask(process: SimulatedProcess, target: string, reply: (answer: LeaderAnswer | undefined) => void): void {
    let open = true;
    const close = (answer: LeaderAnswer | undefined): void => {
      if (!open) return;
      open = false;
      process.run('message', () => {
        reply(answer);
      });
    };
    this.timeline.in(LOOKUP_DEADLINE_MS, () => {
      close(undefined);
    });
    if (this.chance.happens(this.weather.lookupsLost)) return;
    this.timeline.in(this.#delay(), () => {
      const asked = this.#lookups.get(target);
      if (this.#isBlocked(process.host.name, hostOf(target))) return;
      if (asked === undefined) {
        close(undefined);
        return;
      }
      asked.process.run('message', () => {
        const answer = asked.answer();
        this.timeline.in(this.#delay(), () => {
          if (this.#isBlocked(hostOf(target), process.host.name)) return;
          close(answer === undefined ? undefined : sentLeaderAnswer(answer));
        });
      });
    });
  }

  /** Opens a connection to whoever listens at `target`; called by streams. */
  connect(kind: string, target: string, client: ConnectionEnd): Connection {
    const connection = new Connection((this.#lastId += 1), kind, { client, target, serverHost: hostOf(target) });
    this.#connections.add(connection);
    this.#attempt(connection, this.timeline.now + DIAL_TIMEOUT_MS);
    return connection;
  }

  /** Sends one message from the end `from`; called by streams. */
  send(connection: Connection, from: Side, bytes: Uint8Array): void {
    if (connection.gone.has(from)) return;
    if (from === 'client') connection.lingering?.();
    this.#dispatch(connection, opposite(from), { parcel: 'message', bytes });
  }

  /** Ends a connection from one side, which hears nothing of it any more; called by streams. A client that ends it otherwise than in good order cancels. */
  end(connection: Connection, from: Side, because: StreamEnd): void {
    if (connection.gone.has(from)) return;
    connection.gone.add(from);
    const end: StreamEnd = from === 'client' && because.kind !== 'ended' ? BROKEN : because;
    this.#dispatch(connection, opposite(from), { parcel: 'end', end });
    this.#tidy(connection);
  }

  /** Fault: the connection breaks. What is under way is lost, and both ends are told. */
  reset(connection: Connection): void {
    for (const side of ['client', 'server'] as const) this.#breakOff(connection, side, this.#delay());
  }

  /**
   * Fault: with the next message that the client sends, the client hears that the connection broke; that message still arrives, `lateMs` later, and only
   * then the server hears of the end. `happened` is called when it came to that.
   */
  linger(connection: Connection, lateMs: number, happened: () => void): void {
    connection.lingering = () => {
      connection.lingering = undefined;
      connection.notBefore.server = Math.max(connection.notBefore.server, this.timeline.now + lateMs);
      this.timeline.in(0, () => {
        if (connection.isOver || connection.gone.has('client')) return;
        happened();
        this.#breakOff(connection, 'client', 0);
        this.#dispatch(connection, 'server', { parcel: 'end', end: BROKEN });
      });
    };
  }

  /**
   * Fault: the next connection of that kind from a machine breaks for its client as soon as it stands; what the client sent first, its registration, still arrives,
   * `lateMs` later, when the client may long have registered again. `happened` is called when it came to that.
   */
  lingerNext(host: string, kind: string, late: { readonly lateMs: number; readonly happened: () => void }): void {
    this.#lingerNext.set(`${host} ${kind}`, late);
  }

  /** Fault: nothing passes from one machine to another until {@link unblock}; connections are noticed to be dead by keepalive only. */
  block(from: string, to: string): void {
    const path = `${from}>${to}`;
    if (this.#blocked.has(path)) return;
    this.#blocked.add(path);
    for (const connection of this.#connections) {
      for (const side of ['client', 'server'] as const) this.#watchKeepalive(connection, side);
    }
  }

  /** Messages pass from one machine to another again; what was held up arrives. */
  unblock(from: string, to: string): void {
    if (this.#blocked.delete(`${from}>${to}`)) this.#release();
  }

  /** Everything passes again. */
  heal(): void {
    this.#blocked.clear();
    this.#lingerNext.clear();
    this.#release();
  }

  #release(): void {
    for (const connection of [...this.#connections]) {
      for (const side of ['client', 'server'] as const) {
        const parcels = connection.stalled[side].splice(0);
        for (const parcel of parcels) this.#dispatch(connection, side, parcel);
      }
    }
  }

  /** Fault: a machine vanishes: peers are not told, they notice by silence. */
  vanish(process: SimulatedProcess): void {
    for (const connection of this.#connections) {
      const side = this.#sideOf(connection, process);
      if (side === undefined) continue;
      connection.gone.add(side);
      connection.cut.add('client').add('server');
      const other = opposite(side);
      this.timeline.in(KEEPALIVE_MS[other], () => {
        this.#tell(connection, other, SILENT);
      });
    }
  }

  #delay(): number {
    return this.chance.between(this.weather.delayLeastMs, this.weather.delayMostMs);
  }

  #isBlocked(from: string, to: string): boolean {
    return this.#blocked.has(`${from}>${to}`);
  }

  #isBlockedTowards(connection: Connection, side: Side): boolean {
    return this.#isBlocked(connection.hostOn(opposite(side)), connection.hostOn(side));
  }

  #attempt(connection: Connection, until: number): void {
    this.timeline.in(this.#delay(), () => {
      if (connection.isOver || connection.gone.has('client')) return;
      const blocked = this.#isBlockedTowards(connection, 'client') || this.#isBlockedTowards(connection, 'server');
      if (blocked && this.timeline.now < until) {
        this.timeline.in(DIAL_RETRY_MS, () => {
          this.#attempt(connection, until);
        });
        return;
      }
      const listener = this.#listeners.get(`${connection.ends.target} ${connection.kind}`);
      if (blocked || listener === undefined) {
        connection.gone.add('server');
        this.#tell(connection, 'client', blocked ? SILENT : REFUSED);
        return;
      }
      this.log.note(`${this.timeline.now} ${listener.process.name} accepts ${connection.kind} ${connection.id}`);
      listener.process.run('message', () => {
        if (connection.gone.has('server')) return;
        connection.server = listener.accept(connection);
      });
      this.#open(connection, listener.process);
    });
  }

  /** The call has arrived at the server's machine: what was sent before goes on its way. */
  #open(connection: Connection, server: SimulatedProcess): void {
    this.#accepted.set(connection, server);
    const key = `${connection.hostOn('client')} ${connection.kind}`;
    const late = this.#lingerNext.get(key);
    this.#lingerNext.delete(key);
    if (late !== undefined) connection.notBefore.server = this.timeline.now + late.lateMs;
    for (const parcel of connection.stalled.server.splice(0)) this.#dispatch(connection, 'server', parcel);
    if (late === undefined) return;
    late.happened();
    this.#breakOff(connection, 'client', 0);
    this.#dispatch(connection, 'server', { parcel: 'end', end: BROKEN });
  }

  #dispatch(connection: Connection, to: Side, parcel: Parcel): void {
    if (connection.gone.has(to) || connection.cut.has(to)) return;
    const waits = !this.#accepted.has(connection) || connection.stalled[to].length > 0;
    if (waits || this.#isBlockedTowards(connection, to)) {
      connection.stalled[to].push(parcel);
      return;
    }
    const at = Math.max(this.timeline.now + this.#delay(), connection.notBefore[to]);
    connection.notBefore[to] = at;
    this.timeline.at(at, () => {
      this.#arrive(connection, to, parcel);
    });
  }

  #arrive(connection: Connection, to: Side, parcel: Parcel): void {
    if (connection.gone.has(to) || connection.cut.has(to)) return;
    if (connection.stalled[to].length > 0 || this.#isBlockedTowards(connection, to)) {
      connection.stalled[to].push(parcel);
      return;
    }
    if (parcel.parcel === 'end') this.#tell(connection, to, parcel.end);
    else this.#bring(connection, to, parcel.bytes);
  }

  #bring(connection: Connection, to: Side, bytes: Uint8Array): void {
    const process = to === 'client' ? connection.ends.client.process : this.#accepted.get(connection);
    const line = `${this.timeline.now} ${process?.name ?? '?'} hears ${connection.kind} ${connection.id} ${bytes.length}`;
    this.log.note(line, bytes);
    process?.run('message', () => {
      connection.endOn(to)?.receive(bytes);
    });
  }

  /** Cuts one side off and tells it after `delayMs`. */
  #breakOff(connection: Connection, side: Side, delayMs: number): void {
    if (connection.gone.has(side) || connection.cut.has(side)) return;
    connection.cut.add(side);
    this.timeline.in(delayMs, () => {
      this.#tell(connection, side, BROKEN);
    });
  }

  #tell(connection: Connection, side: Side, end: StreamEnd): void {
    if (connection.gone.has(side)) return;
    connection.gone.add(side);
    const process = side === 'client' ? connection.ends.client.process : this.#accepted.get(connection);
    this.log.note(`${this.timeline.now} ${process?.name ?? '?'} loses ${connection.kind} ${connection.id} ${end.kind}`);
    process?.run('message', () => {
      connection.endOn(side)?.closed(end);
    });
    this.#tidy(connection);
  }

  #tidy(connection: Connection): void {
    if (connection.isOver) this.#connections.delete(connection);
  }

  #watchKeepalive(connection: Connection, side: Side): void {
    const isSilent = (): boolean =>
      this.#isBlockedTowards(connection, side) || this.#isBlockedTowards(connection, opposite(side));
    if (!isSilent()) return;
    this.timeline.in(KEEPALIVE_MS[side], () => {
      if (connection.gone.has(side) || !isSilent()) return;
      connection.cut.add(side);
      this.#tell(connection, side, SILENT);
    });
  }

  /** When a process dies, its machine says so to its peers. What it had sent arrives or not, as chance has it. */
  #watch(process: SimulatedProcess): void {
    if (this.#watched.has(process)) return;
    this.#watched.add(process);
    process.whenDead(() => {
      for (const connection of [...this.#connections]) {
        const side = this.#sideOf(connection, process);
        if (side === undefined || connection.gone.has(side)) continue;
        connection.gone.add(side);
        if (this.chance.happens(0.5)) this.#breakOff(connection, opposite(side), this.#delay());
        else this.#dispatch(connection, opposite(side), { parcel: 'end', end: BROKEN });
        this.#tidy(connection);
      }
    });
  }

  #sideOf(connection: Connection, process: SimulatedProcess): Side | undefined {
    if (connection.ends.client.process === process) return 'client';
    return this.#accepted.get(connection) === process ? 'server' : undefined;
  }
}

function hostOf(address: string): string {
  return address.slice(0, address.lastIndexOf(':'));
}
