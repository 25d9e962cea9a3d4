import { must, rulesOf } from '../rule';
import type { Rule } from '../rule';
import { agent, allocation, BEGIN, filter, framework } from '../told';
import { SMALL, servesAgain } from './session-rules';

/** Which of several sessions counts, and what one knows of those before it. */
export const SUCCESSION_RULES: readonly Rule[] = rulesOf('core', [
  {
    id: 'higher-epoch',
    title: 'a session of a later epoch ends the one of an earlier',
    contract: 'Which session counts',
    play: async (kit) => {
      const first = await kit.session(SMALL);
      await first.proposed('f1 r a1');
      const second = await kit.session(SMALL, {}, kit.nextStamp(1));
      must(await first.ends(), 'expected the session of the earlier epoch to end, but it was left open');
      await second.proposed('f1 r a1');
      return `the earlier was ended: ${first.ended?.message ?? ''}`;
    },
  },
  {
    id: 'higher-link',
    title: 'a session with a higher link number replaces the one of the same epoch',
    contract: 'Which session counts',
    play: async (kit) => {
      const first = await kit.session(SMALL);
      await first.proposed('f1 r a1');
      const second = await kit.session(SMALL);
      must(await first.ends(), 'expected the session with the lower link_number to end, but it was left open');
      await second.proposed('f1 r a1');
      return `the lower was ended: ${first.ended?.message ?? ''}`;
    },
  },
  {
    id: 'lower-epoch',
    title: 'a session of an earlier epoch is turned away, and the later one goes on',
    contract: 'Which session counts',
    play: async (kit) => {
      const current = await kit.session(SMALL, {}, kit.nextStamp(1));
      await current.proposed('f1 r a1');
      const late = kit.dial(kit.nextStamp(-1));
      late.say(BEGIN);
      must(await late.ends(), 'expected the session of an earlier epoch to be ended, but it was served');
      await current.change(agent('a2', 'cpus:1;mem:128'));
      await current.proposed('f1 r a2');
      return `turned away: ${late.ended?.message ?? ''}`;
    },
  },
  {
    id: 'lower-link',
    title: 'a session with a link number that is not higher is turned away, and the first goes on',
    contract: 'Which session counts',
    play: async (kit) => {
      const lower = kit.nextStamp();
      const equal = kit.nextStamp();
      const current = await kit.session(SMALL, {}, equal);
      await current.proposed('f1 r a1');
      const turnedAway: string[] = [];
      for (const [which, stamp] of Object.entries({ lower, equal })) {
        const late = kit.dial(stamp);
        late.say(BEGIN);
        must(
          await late.ends(),
          `expected the session with ${which === 'lower' ? 'a lower' : 'the same'} link_number to be ended, but it was served`,
        );
        await current.change(agent(which, 'cpus:1;mem:128'));
        await current.proposed(`f1 r ${which}`);
        turnedAway.push(`${which}: ${late.ended?.message ?? ''}`);
      }
      return `turned away, ${turnedAway.join('; ')}`;
    },
  },
  {
    id: 'reconnect',
    title: 'a new session begins afresh: nothing told or proposed before it is remembered',
    contract: 'The session',
    play: async (kit) => {
      const before = await kit.session([
        ...SMALL,
        agent('gone', 'cpus:1;mem:128'),
        framework('left', ['r']),
        filter('f1 r a2', 'cpus:4;mem:4096', 3_600_000),
        allocation('f1 r a2', { allocated: 'cpus:4;mem:4096' }),
        agent('a2', 'cpus:4;mem:4096'),
      ]);
      const open = await before.proposed('- r a1');
      before.refuse(await before.proposed('- r gone'), 'not-available', 3_600_000);
      await before.barrier();
      before.close();
      const after = await kit.session([...SMALL, agent('a2', 'cpus:4;mem:4096')]);
      await after.proposed('f1 r a1');
      await after.proposed('f1 r a2');
      await after.quiet();
      return `what was proposed as number ${String(open.proposalId)}, held and refused before is proposed anew`;
    },
  },
  {
    id: 'abandoned',
    title: 'streams that say nothing, or leave in the middle of a snapshot, do no harm',
    contract: 'The session',
    play: async (kit) => {
      const silent = kit.dial();
      const half = await kit.begin();
      half.say(...SMALL);
      half.close();
      await servesAgain(kit);
      silent.close();
      await servesAgain(kit);
      return 'served beside a silent stream and after one that broke off';
    },
  },
]);
