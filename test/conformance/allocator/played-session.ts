import type { Client, ClientDuplexStream, MethodDefinition } from '@grpc/grpc-js';
import type { StreamEnd } from '@parley/common/actor';
import type { AllocatorDown, AllocatorUp, Batch, Proposal, RefusalReason } from '@parley/common/contract';
import { MalformedMessage, after, compareEpochs, required } from '@parley/common/kernel';
import type { Clock, Epoch, LinkNumber, MonotonicMs, OfferId } from '@parley/common/kernel';
import { addResources, containsResources, NO_RESOURCES, subtractResources } from '@parley/common/resources';
import { endOf, linkFraming } from '@parley/common/rpc';
import { ALLOCATOR_SESSION_CLIENT } from '@parley/common/wire';
import { loadInternal, serviceOf } from '@parley/protos';

import type { Findings } from './findings';
import { Hearing } from './hearing';
import { RuleBroken } from './rule';
import { isEntity, placeText } from './told';
import { Truth, described } from './truth';

const METHODS: Readonly<Record<string, MethodDefinition<object, object>>> = serviceOf(
  loadInternal(),
  'parley.allocator.v1.AllocatorService',
);
/** The one method of the contract. */
export const SESSION = required(METHODS['Session'], 'method Session');

const FRAMING = linkFraming(ALLOCATOR_SESSION_CLIENT);

/** Items after which a proposal that was right before may be wrong. */
const CHANGES: ReadonlySet<AllocatorDown['item']> = new Set([
  'agent',
  'agent-removed',
  'framework',
  'framework-removed',
  'allocation',
]);

/** Which session a stream is. */
export interface Stamp {
  readonly epoch: Epoch;
  readonly link: LinkNumber;
}

/** What all sessions of one run have in common. */
export interface Surroundings {
  readonly clock: Clock;
  readonly client: Client;
  readonly findings: Findings;
  /** How long an allocator may take to do what it has to. */
  readonly boundMs: number;
  /** How long nothing must be heard for it to count as not done. */
  readonly quietMs: number;
  /** Set once a ping was not answered: nobody waits for a pong again. */
  mute: boolean;
  /** Set once nothing was said to a begin: nobody waits for `ready` again. */
  unready: boolean;
}

type Ready = Extract<AllocatorUp, { item: 'ready' }>;

/** The master's side of one session: says what a story has it say, keeps everything it hears, and watches over the rules that hold all the time. */
export class PlayedSession {
  readonly proposals: Proposal[] = [];
  /** Everything heard but proposals and pongs. */
  readonly answers: AllocatorUp[] = [];
  readonly truth = new Truth();
  ready: Ready | undefined;
  /** Why the allocator ended the stream, once it did. */
  ended: StreamEnd | undefined;
  readonly #around: Surroundings;
  readonly #stamp: Stamp;
  readonly #call: ClientDuplexStream<object, object>;
  readonly #hearing: Hearing;
  #sequence = 0;
  #heardSequence = 0;
  #credits = 0;
  #told = 0;
  #snapshotEnded = false;
  #pings = 0;
  #pongs = 0;
  /** Number of the first ping whose pong proves that the last change is known. */
  #provenBy = 0;
  #proposedAt: MonotonicMs;
  #closed = false;

  constructor(around: Surroundings, stamp: Stamp) {
    this.#around = around;
    this.#stamp = stamp;
    this.#hearing = new Hearing(around.clock);
    this.#proposedAt = around.clock.now();
    // What is bytes already goes out as it is.
    const encode = (message: object): Buffer =>
      Buffer.isBuffer(message) ? message : SESSION.requestSerialize(message);
    const decode = (bytes: Buffer): object => SESSION.responseDeserialize(bytes);
    this.#call = around.client.makeBidiStreamRequest(SESSION.path, encode, decode, {});
    this.#call.on('data', (message: object) => this.#hear(message));
    this.#call.on('end', () => this.#end({ kind: 'ended', message: 'the allocator finished' }));
    this.#call.on('error', (error) => this.#end(endOf(error)));
  }

  get now(): MonotonicMs {
    return this.#around.clock.now();
  }

  /** Says items, in as few batches as the contract allows. */
  say(...items: readonly AllocatorDown[]): void {
    for (const item of items) {
      this.truth.take(item);
      if (item.item === 'credits') this.#credits += item.credits;
      if (isEntity(item)) this.#told += 1;
      if (item.item === 'end') this.#snapshotEnded = true;
      if (CHANGES.has(item.item)) this.#provenBy = this.#pings + 1;
    }
    for (let rest = items; rest.length > 0;) {
      const { message, taken } = FRAMING.frame(rest, { ...this.#stamp, sequence: this.#nextSequence() });
      this.#write(message);
      rest = rest.slice(taken);
    }
  }

  /** Says bytes as they are: what a message of the contract becomes with `more` appended, or nothing but `more`. */
  sayBytes(more: Buffer, items: readonly AllocatorDown[] | undefined): void {
    if (items === undefined) {
      this.#write(more);
      return;
    }
    const { message } = FRAMING.frame(items, { ...this.#stamp, sequence: this.#nextSequence() });
    this.#write(Buffer.concat([SESSION.requestSerialize(message), more]));
  }

  /** Leaves out the next sequence number. */
  skipSequence(): void {
    this.#nextSequence();
  }

  /** Ends the snapshot with what was told so far, or with a count that is wrong by `by`. */
  endSnapshot(by = 0): void {
    this.say({ item: 'end', count: this.#told + by });
  }

  grant(credits: number): void {
    this.say({ item: 'credits', credits });
  }

  /** Sends a ping and says its number. */
  ping(): number {
    this.#pings += 1;
    this.say({ item: 'ping', ping: this.#pings });
    return this.#pings;
  }

  /** Whether a ping has been answered. */
  hasPong(ping: number): boolean {
    return this.#pongs >= ping;
  }

  /** Done when everything said so far is known to the allocator, as its pong proves. */
  async barrier(): Promise<void> {
    const ping = this.ping();
    if (this.#around.mute) {
      await this.#pause();
      this.#pongs = ping;
      return;
    }
    await this.#hearing.until(() => this.hasPong(ping) || this.ended !== undefined, this.#around.boundMs);
    if (this.hasPong(ping) || this.ended !== undefined) return;
    const { boundMs, findings } = this.#around;
    findings.note('pings', `expected a pong with ping ${String(ping)} within ${String(boundMs)} ms, but heard none`);
    this.#around.mute = true;
    this.#pongs = ping;
  }

  /** Tells of changes and waits until they are known. */
  async change(...items: readonly AllocatorDown[]): Promise<void> {
    this.say(...items);
    await this.barrier();
  }

  /** Done when `condition` is true; breaks the rule of the story when that takes longer than the bound, or the session ends first. */
  async eventually(what: string, condition: () => boolean, boundMs = this.#around.boundMs): Promise<void> {
    const isOver = (): boolean => condition() || this.ended !== undefined;
    await this.#hearing.until(isOver, boundMs);
    if (condition()) return;
    if (this.ended !== undefined)
      throw new RuleBroken(`expected ${what}, but the allocator ended the session: ${this.ended.message}`);
    throw new RuleBroken(`expected ${what} within ${String(boundMs)} ms, but heard ${this.summary()}`);
  }

  /** Whether the allocator ended the stream in time. */
  async ends(): Promise<boolean> {
    return await this.#hearing.until(() => this.ended !== undefined, this.#around.boundMs);
  }

  /** Done when everything said is known and no proposal has come for the quiet time. */
  async quiet(): Promise<void> {
    await this.barrier();
    await this.#pause();
    await this.barrier();
  }

  /** Done when nothing that was told is older than `durationMs`, whatever is heard meanwhile. */
  async passes(durationMs: number): Promise<void> {
    const until = after(this.now, durationMs);
    await this.#hearing.until(
      () => this.now >= until,
      durationMs + this.#around.boundMs,
      () => until,
    );
  }

  /** Proposals for a place, of which any part may be left out with `-`. */
  proposalsFor(text: string, from = 0): readonly Proposal[] {
    const wanted = text.split(' ');
    const fits = (proposal: Proposal): boolean =>
      placeText(proposal)
        .split(' ')
        .every((part, index) => wanted[index] === undefined || wanted[index] === '-' || wanted[index] === part);
    return this.proposals.slice(from).filter(fits);
  }

  /** Waits for a proposal for a place, from number `from` on. */
  async proposed(text: string, from = 0): Promise<Proposal> {
    await this.eventually(`a proposal for ${text}`, () => this.proposalsFor(text, from).length > 0);
    return required(this.proposalsFor(text, from)[0], 'proposal');
  }

  /** Turns proposals into offers: what they hold is the framework's, as the items before the answers say. */
  offer(...proposals: readonly Proposal[]): void {
    for (const proposal of proposals) {
      const { allocated, offered } = this.truth.heldAt(placeText(proposal));
      const { frameworkId, role, agentId, proposalId, resources } = proposal;
      const now = addResources(offered, resources);
      this.say(
        { item: 'allocation', allocation: { frameworkId, role, agentId, allocated, offered: now } },
        { item: 'offered', proposalId, offerId: `O-${String(proposalId)}` as OfferId },
        { item: 'credits', credits: 1 },
      );
    }
  }

  /** Tells that the offers of proposals are over and their resources free. */
  decline(...proposals: readonly Proposal[]): void {
    for (const proposal of proposals) {
      const { allocated, offered } = this.truth.heldAt(placeText(proposal));
      const { frameworkId, role, agentId, resources } = proposal;
      // What was promised twice comes back once.
      const left = containsResources(offered, resources) ? subtractResources(offered, resources) : NO_RESOURCES;
      this.say({ item: 'allocation', allocation: { frameworkId, role, agentId, allocated, offered: left } });
    }
  }

  refuse(proposal: Proposal, reason: RefusalReason, retryAfterMs: number): void {
    const { proposalId } = proposal;
    this.say({ item: 'refused', proposalId, reason, retryAfterMs }, { item: 'credits', credits: 1 });
  }

  /** What was heard, for reports. */
  summary(): string {
    const last = this.proposals.slice(-3).map(described);
    const before = this.proposals.length - last.length;
    if (last.length === 0) return 'no proposal';
    return before === 0 ? last.join(', ') : `${last.join(', ')} and ${String(before)} earlier`;
  }

  /** Leaves without a word, as a lost connection does. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#call.cancel();
  }

  async #pause(): Promise<void> {
    const startedAt = this.now;
    const { quietMs, boundMs } = this.#around;
    const quietAt = (): MonotonicMs => after(Math.max(this.#proposedAt, startedAt) as MonotonicMs, quietMs);
    await this.#hearing.until(() => this.now >= quietAt(), boundMs, quietAt);
  }

  #nextSequence(): number {
    return (this.#sequence += 1);
  }

  #write(message: object): void {
    if (this.ended === undefined && !this.#closed) this.#call.write(message);
  }

  #hear(message: object): void {
    if (this.#closed) return;
    let batch: Batch<AllocatorUp>;
    try {
      batch = ALLOCATOR_SESSION_CLIENT.decode(message);
    } catch (fault) {
      if (!(fault instanceof MalformedMessage)) throw fault;
      this.#around.findings.note('well-formed', fault.message);
      this.#heardSequence += 1;
      return;
    }
    this.#checkEnvelope(batch);
    for (const item of batch.items) this.#take(item);
    this.#hearing.wake();
  }

  #checkEnvelope({ epoch, link, sequence }: Batch<AllocatorUp>): void {
    const { findings } = this.#around;
    const { epoch: ours, link: ourLink } = this.#stamp;
    this.#heardSequence += 1;
    if (compareEpochs(epoch, ours) !== 0 || epoch.clusterId !== ours.clusterId)
      findings.note('echo', `expected the epoch ${epochText(ours)} of the session, but heard ${epochText(epoch)}`);
    if (link !== ourLink)
      findings.note('echo', `expected the link_number ${String(ourLink)} of the session, but heard ${String(link)}`);
    if (sequence !== this.#heardSequence)
      findings.note('echo', `expected the sequence ${String(this.#heardSequence)}, but heard ${String(sequence)}`);
  }

  #take(item: AllocatorUp): void {
    const { findings } = this.#around;
    if (item.item === 'ready' && this.ready !== undefined)
      findings.note('ready-first', 'expected one `ready`, but heard another');
    if (item.item !== 'ready' && this.ready === undefined && !this.#around.unready)
      findings.note('ready-first', `expected \`ready\` first, but heard \`${item.item}\``);
    if (item.item === 'ready') this.ready = item;
    else if (item.item === 'proposal') this.#takeProposal(item.proposal);
    else if (item.item === 'pong') this.#takePong(item.ping);
    else this.answers.push(item);
  }

  #takePong(ping: number): void {
    const due = this.#pongs + 1;
    if (ping !== due && !this.#around.mute)
      this.#around.findings.note(
        'pings',
        `expected a pong with ping ${String(due)}, but heard one with ${String(ping)}`,
      );
    if (ping <= this.#pings) this.#pongs = Math.max(this.#pongs, ping);
  }

  #takeProposal(proposal: Proposal): void {
    const { findings } = this.#around;
    const what = described(proposal);
    const due = this.proposals.length + 1;
    this.#proposedAt = this.now;
    if (!this.#snapshotEnded)
      findings.note('nothing-before-end', `expected no proposal before \`end\`, but heard ${what}`);
    if (Number(proposal.proposalId) !== due)
      findings.note('proposal-ids', `expected the proposal_id ${String(due)}, but heard ${what}`);
    this.#credits -= 1;
    if (this.#credits === -1) findings.note('credits', `expected no proposal without credit, but heard ${what}`);
    const objection = this.truth.objectionTo(proposal);
    this.proposals.push(proposal);
    this.truth.propose(proposal);
    if (objection === undefined) return;
    // It may have been made before the last change was known: then it is refused, as a master does, and nobody is to blame.
    if (this.#pongs < this.#provenBy) this.refuse(proposal, 'not-available', 0);
    else findings.note(objection.rule, objection.text);
  }

  #end(end: StreamEnd): void {
    if (this.#closed || this.ended !== undefined) return;
    this.ended = end;
    this.#hearing.wake();
  }
}

/** An epoch by the names of its fields. */
function epochText({ clusterId, incarnation, revision }: Epoch): string {
  return `(cluster_id "${clusterId}", incarnation ${String(incarnation)}, revision ${String(revision)})`;
}
