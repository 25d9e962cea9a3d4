import type { MethodDefinition, ServerDuplexStream, ServiceDefinition } from '@grpc/grpc-js';
import { SystemClock } from '@parley/common/actor';
import type { AllocatorDown, AllocatorUp, Batch, Proposal } from '@parley/common/contract';
import { proposalIdOf, required } from '@parley/common/kernel';
import type { AgentId, Epoch, FrameworkId } from '@parley/common/kernel';
import { GrpcServer, LINK_MESSAGE_BYTES_MAX } from '@parley/common/rpc';
import { ALLOCATOR_SESSION_SERVER } from '@parley/common/wire';
import { loadInternal, serviceOf } from '@parley/protos';

import { held } from '../told';

const METHODS = serviceOf<ServiceDefinition>(loadInternal(), 'parley.allocator.v1.AllocatorService');
const SESSION = required(METHODS['Session'], 'method Session') as MethodDefinition<object, object>;
/** The same, but what is bytes already goes out as it is. */
const RAW_SESSION: MethodDefinition<object, object> = {
  ...SESSION,
  responseSerialize: (message) => (Buffer.isBuffer(message) ? message : SESSION.responseSerialize(message)),
};

/** One session of a malicious allocator, which a master dialled. */
export class MaliciousSession {
  /** Whether the master ended it. */
  isOver = false;
  readonly heard: AllocatorDown[] = [];
  /** Stamped on what is said; by default as the master has it. */
  epoch: Epoch | undefined;
  /** Number of the last proposal. */
  proposed = 0;
  #link: Batch<AllocatorDown>['link'] | undefined;
  #sequence = 0;
  readonly #call: ServerDuplexStream<object, object>;

  constructor(call: ServerDuplexStream<object, object>, behave: Behaviour) {
    this.#call = call;
    call.on('data', (message: object) => this.#hear(message, behave));
    for (const event of ['end', 'cancelled', 'error']) call.on(event, () => this.#end());
  }

  say(...items: readonly AllocatorUp[]): void {
    if (this.#link === undefined || this.epoch === undefined) return;
    this.#sequence += 1;
    const batch = { epoch: this.epoch, link: this.#link, sequence: this.#sequence, items };
    this.sayBytes(SESSION.responseSerialize(ALLOCATOR_SESSION_SERVER.encode(batch)));
  }

  /** Says bytes as they are, whether they are a message or not. */
  sayBytes(bytes: Buffer): void {
    if (!this.isOver) this.#call.write(bytes);
  }

  /** Says the same again and again, as fast as it is read, for as long as the session lasts. */
  pour(...items: readonly AllocatorUp[]): void {
    if (this.#link === undefined || this.epoch === undefined) return;
    const batch = { epoch: this.epoch, link: this.#link, sequence: this.#sequence + 1, items };
    const bytes = SESSION.responseSerialize(ALLOCATOR_SESSION_SERVER.encode(batch));
    const more = (): void => {
      let writable = true;
      while (writable && !this.isOver) writable = this.#call.write(bytes);
    };
    this.#call.on('drain', more);
    more();
  }

  /** Proposes something to somebody, both in text form: `framework role agent` and resources. */
  propose(place: string, resources: string, proposalId = this.proposed + 1): void {
    this.proposed = proposalId;
    this.say(proposalOf(place, resources, proposalId));
  }

  /** What the master made of proposals, by number: `offered`, or the reason of the refusal. */
  get answers(): ReadonlyMap<number, string> {
    return new Map(
      this.heard.flatMap((item): [number, string][] => {
        if (item.item === 'offered') return [[Number(item.proposalId), 'offered']];
        return item.item === 'refused' ? [[Number(item.proposalId), item.reason]] : [];
      }),
    );
  }

  /** Whether the snapshot has come, and credits with it. */
  get isTold(): boolean {
    return this.heard.some(({ item }) => item === 'credits');
  }

  #hear(message: object, behave: Behaviour): void {
    const batch = ALLOCATOR_SESSION_SERVER.decode(message);
    this.epoch ??= batch.epoch;
    this.#link ??= batch.link;
    for (const item of batch.items) {
      this.heard.push(item);
      behave(item, this);
    }
  }

  #end(): void {
    this.isOver = true;
    this.#call.end();
  }
}

/** A proposal in text form: `framework role agent` and resources. */
export function proposalOf(place: string, resources: string, proposalId: number): AllocatorUp {
  const [frameworkId = '', role = '', agentId = ''] = place.split(' ');
  const proposal: Proposal = {
    proposalId: proposalIdOf(proposalId),
    basedOn: 1,
    frameworkId: frameworkId as FrameworkId,
    role,
    agentId: agentId as AgentId,
    resources: held(resources),
    traceparent: '',
  };
  return { item: 'proposal', proposal };
}

/** The item with which it introduces itself. */
export const READY: AllocatorUp = { item: 'ready', name: 'malicious', policy: 'malice', capabilities: ['explain'] };

/** What is done about each item that is heard. */
export type Behaviour = (item: AllocatorDown, session: MaliciousSession) => void;

/** Answers as it should, with what it claims to be able to do; and proposes nothing. */
export const polite: Behaviour = (item, session) => {
  if (item.item === 'begin') session.say(READY);
  if (item.item === 'ping') session.say({ item: 'pong', ping: item.ping });
};

/** An allocator in this process, over real gRPC, that does whatever its behaviour says. */
export class MaliciousAllocator implements AsyncDisposable {
  readonly sessions: MaliciousSession[] = [];
  readonly clock = new SystemClock();
  behave: Behaviour;
  readonly #server = new GrpcServer({ messageBytesMax: LINK_MESSAGE_BYTES_MAX });

  constructor(behave: Behaviour) {
    this.behave = behave;
    const handler = (call: ServerDuplexStream<object, object>): void => {
      const behaviour: Behaviour = (item, session) => {
        this.behave(item, session);
      };
      this.sessions.push(new MaliciousSession(call, behaviour));
    };
    this.#server.add({ Session: RAW_SESSION }, { Session: handler });
  }

  /** The session that was dialled last. */
  get session(): MaliciousSession {
    return required(this.sessions.at(-1), 'session');
  }

  /** Starts to listen and says where. */
  async listen(): Promise<string> {
    return `127.0.0.1:${String(await this.#server.listen('127.0.0.1:0'))}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server.close(this.clock, 0);
  }
}
