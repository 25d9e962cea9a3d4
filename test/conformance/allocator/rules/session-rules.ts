import type { Kit } from '../kit';
import { must, rulesOf } from '../rule';
import type { Rule } from '../rule';
import { agent, agents, framework } from '../told';

/** A cluster of one agent and one framework. */
export const SMALL = [agent('a1', 'cpus:4;mem:4096'), framework('f1', ['r'])];

/** How a session begins, and what keeps it going. */
export const SESSION_RULES: readonly Rule[] = rulesOf('core', [
  {
    id: 'ready-first',
    title: 'begin is answered by ready, once and before anything else',
    contract: 'The session',
    play: async (kit) => {
      const session = await kit.begin();
      const { name = '', policy = '' } = session.ready ?? {};
      must(session.ready !== undefined, 'expected `ready` in answer to `begin` alone, but heard nothing');
      return `ready: name ${name}, policy ${policy}, capabilities ${session.ready?.capabilities.join(', ') ?? ''}`;
    },
  },
  {
    id: 'nothing-before-end',
    title: 'nothing is proposed before the end of the snapshot, and then it is',
    contract: 'The session',
    play: async (kit) => {
      const session = await kit.begin();
      session.say(...SMALL);
      session.grant(10);
      await session.quiet();
      must(session.proposals.length === 0, `expected nothing before \`end\`, but heard ${session.summary()}`);
      session.endSnapshot();
      await session.proposed('f1 r a1');
      return 'nothing before end, a proposal after it';
    },
  },
  {
    id: 'snapshot-count',
    title: 'a snapshot whose count is wrong is not worked with: the session ends',
    contract: 'The session',
    play: async (kit) => {
      const session = await kit.begin();
      session.say(...SMALL);
      session.endSnapshot(1);
      session.grant(10);
      must(
        await session.ends(),
        'expected the session to end after an `end` whose count is one too many, but it went on',
      );
      await servesAgain(kit);
      return `ended: ${session.ended?.message ?? ''}`;
    },
  },
  {
    id: 'echo',
    title: 'whatever is said carries the epoch and the link number of its session, and is numbered 1, 2, 3 …',
    contract: 'The session',
    play: async (kit) => {
      const session = await kit.session(SMALL);
      await session.proposed('f1 r a1');
      await session.barrier();
      return 'watched over in every session';
    },
  },
  {
    id: 'pings',
    title: 'each ping is answered by one pong with its number, in order',
    contract: 'Signs of life',
    play: async (kit) => {
      const session = await kit.begin();
      const pings = Array.from({ length: 10 }, () => session.ping());
      const last = pings.at(-1) ?? 0;
      await session.eventually('ten pongs while the snapshot has not been told', () => session.hasPong(last));
      session.say(...SMALL);
      session.endSnapshot();
      const ping = session.ping();
      await session.eventually('a pong after the snapshot', () => session.hasPong(ping));
      return '11 pings, 11 pongs';
    },
  },
  {
    id: 'pings-under-load',
    title: 'pings are answered in time while there is much to decide',
    contract: 'Signs of life',
    play: async (kit) => {
      const session = await kit.begin();
      const frameworks = Array.from({ length: 50 }, (_, index) => framework(`f${String(index)}`, ['r']));
      session.say(...frameworks, ...agents(500, 'cpus:4;mem:4096'));
      session.endSnapshot();
      session.grant(500);
      const startedAt = session.now;
      for (let round = 0; round < 5; round += 1) {
        const ping = session.ping();
        await session.eventually(`a pong while 500 agents are shared out`, () => session.hasPong(ping));
        const answered = session.truth.open.slice(0, 50);
        session.offer(...answered);
        session.decline(...answered);
      }
      return `5 pongs within ${String(Math.round(session.now - startedAt))} ms while 500 agents were shared out`;
    },
  },
  {
    id: 'big-snapshot',
    title: 'a snapshot of 1,000 agents and 20 frameworks is taken, and every agent is proposed',
    contract: 'The session',
    play: async (kit) => {
      const frameworks = Array.from({ length: 20 }, (_, index) => framework(`f${String(index)}`, ['r']));
      const session = await kit.begin();
      const startedAt = session.now;
      session.say(...agents(1_000, 'cpus:4;mem:4096;ports:[31000-32000]'), ...frameworks);
      session.endSnapshot();
      session.grant(1_000);
      const proposed = (): number => new Set(session.proposals.map(({ agentId }) => agentId)).size;
      await session.eventually('proposals for 1,000 agents', () => proposed() === 1_000, kit.options.boundMs * 4);
      return `1,000 agents in ${String(Math.round(session.now - startedAt))} ms`;
    },
  },
  {
    id: 'unknown',
    title: 'items and fields that are not known are passed over, and not counted',
    contract: 'Versioning',
    play: async (kit) => {
      const session = await kit.begin();
      // Field 1000 of the message, of type varint; then an item whose only member is field 100, an empty message.
      const unknownField = Buffer.from([0xc0, 0x3e, 0x01]);
      const unknownItem = Buffer.from([0x22, 0x03, 0xa2, 0x06, 0x00]);
      session.sayBytes(Buffer.concat([unknownField, unknownItem]), []);
      session.say(...SMALL);
      session.endSnapshot();
      session.grant(10);
      await session.proposed('f1 r a1');
      return 'a proposal as if nothing unknown had been said';
    },
  },
  {
    id: 'malformed',
    title: 'what cannot be understood ends its session, and the next one is served',
    contract: 'The session',
    play: async (kit) => {
      const bytes = await kit.session(SMALL);
      bytes.sayBytes(Buffer.from([0xff, 0xff, 0xff, 0xff]), undefined);
      must(await bytes.ends(), 'expected the session to end after bytes that are no message, but it went on');
      await servesAgain(kit);
      const gap = await kit.session(SMALL);
      gap.skipSequence();
      gap.ping();
      must(await gap.ends(), 'expected the session to end after a gap in the sequence, but it went on');
      await servesAgain(kit);
      const early = kit.dial();
      early.say(agent('a1', 'cpus:1'));
      must(await early.ends(), 'expected the session to end after an `agent` before `begin`, but it went on');
      await servesAgain(kit);
      return 'ended by no message, by a gap in the sequence and by an entity before begin; served again each time';
    },
  },
]);

/** A session as any other gets its proposal. */
export async function servesAgain(kit: Kit): Promise<void> {
  const session = await kit.session(SMALL);
  await session.proposed('f1 r a1');
}
