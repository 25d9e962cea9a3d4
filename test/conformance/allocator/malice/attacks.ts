import type { Behaviour } from './malicious-allocator';
import { READY, polite, proposalOf } from './malicious-allocator';

/** One way of attacking a master, for which it must end the session. */
export interface Attack {
  /** Completes the sentence "an allocator that …". */
  readonly name: string;
  readonly behave: Behaviour;
  /** What the master's log says of the reason. */
  readonly because: RegExp;
  /** Flags of the master. */
  readonly flags?: Readonly<Record<string, string>>;
}

const MIB = 1024 * 1024;

/** Attacks that need no cluster but a master. */
export const ATTACKS: readonly Attack[] = [
  {
    name: 'proposes before the end of the snapshot',
    behave: (item, session) => {
      if (item.item === 'begin') session.say(READY, proposalOf('nobody r nowhere', 'cpus:1', 1));
    },
    because: /before the snapshot ended/,
  },
  {
    name: 'numbers its proposals as it likes',
    behave: (item, session) => {
      polite(item, session);
      if (item.item === 'credits' && session.proposed === 0) session.propose('nobody r nowhere', 'cpus:1', 7);
    },
    because: /out of order/,
  },
  {
    name: 'floods the master with proposals for what there is not',
    behave: (item, session) => {
      polite(item, session);
      if (item.item !== 'credits') return;
      for (let credit = 0; credit < item.credits; credit += 1) session.propose('nobody r nowhere', 'cpus:1');
    },
    because: /most of what it proposed had to be refused/,
  },
  {
    name: 'says that it serves a later leader',
    behave: (item, session) => {
      if (session.epoch !== undefined) session.epoch = { ...session.epoch, revision: session.epoch.revision + 1_000 };
      polite(item, session);
    },
    because: /an epoch that is not that of the session/,
  },
  {
    name: 'answers what it was not asked',
    behave: (item, session) => {
      polite(item, session);
      if (item.item === 'credits') session.say({ item: 'explained', requestId: 99, explanations: [], last: true });
    },
    because: /answered what it was not asked/,
  },
  {
    name: 'sends bytes that are no message',
    behave: (item, session) => {
      polite(item, session);
      if (item.item === 'credits') session.sayBytes(Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff]));
    },
    because: /bytes that are no message/,
  },
  {
    name: 'sends messages that are not sound',
    behave: (item, session) => {
      polite(item, session);
      if (item.item === 'credits') session.propose('nobody .. nowhere', 'cpus:1');
      if (item.item === 'credits') session.propose('no/body r nowhere', 'cpus:1');
    },
    because: /framework_id/,
  },
  {
    name: 'never answers pings',
    behave: (item, session) => {
      if (item.item !== 'ping') polite(item, session);
    },
    because: /silent for too long/,
    flags: { ping: '200ms', 'pings-missed-max': '3' },
  },
  {
    name: 'sends more than anybody can need',
    behave: (item, session) => {
      polite(item, session);
      if (item.item === 'credits')
        session.pour({ item: 'ready', name: 'x'.repeat(MIB), policy: 'malice', capabilities: [] });
    },
    because: /more in a short time than it may/,
  },
];
