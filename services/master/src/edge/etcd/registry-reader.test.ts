import { ManualClock } from '@parley/common/testing';
import { putAgent } from '../../testing/coordination-contract';
import { entryOf } from '../registry/registry-entries';
import type { Answer, Page, PageRequest } from './etcd-calls';
import { readRegistry } from './registry-reader';
import type { SnapshotResult } from './registry-reader';

const PREFIX = '/p/registry/';

function pageOf(id: string, more: boolean): Answer<Page> {
  const { key, value = '' } = entryOf(putAgent(id));
  return { ok: true, value: { entries: [[PREFIX + key, value]], more, revision: 42 } };
}

/** Reads a registry of which each page is answered as given, in order; returns what was asked and what came of it. */
function read(answers: readonly Answer<Page>[]) {
  const clock = new ManualClock();
  const asked: PageRequest[] = [];
  let result: SnapshotResult | undefined;
  const calls = {
    page: (request: PageRequest, done: (answer: Answer<Page>) => void) => {
      const answer = answers[asked.length];
      asked.push(request);
      clock.soon(() => {
        if (answer !== undefined) done(answer);
      });
    },
  };
  readRegistry({ calls, clock, prefix: PREFIX, wanted: () => true }, 40, (read) => (result = read));
  clock.advance(10_000);
  const ids = result?.ok === true ? [...result.snapshot.agents.keys()] : result?.because;
  return { asked: asked.map(({ after, revision }) => ({ after, revision })), ids };
}

const UNKNOWN: Answer<Page> = { ok: false, failure: { kind: 'unknown', message: 'the connection broke' } };
const COMPACTED: Answer<Page> = { ok: false, failure: { kind: 'refused', message: 'revision has been compacted' } };

test('given a listing of several pages, when one is not answered, then it is asked for again and all are of one revision', () => {
  const { asked, ids } = read([pageOf('a1', true), UNKNOWN, pageOf('a2', false)]);

  expect(ids).toEqual(['a1', 'a2']);
  expect(asked).toEqual([
    { after: undefined, revision: 40 },
    { after: `${PREFIX}agents/a1`, revision: 40 },
    { after: `${PREFIX}agents/a1`, revision: 40 },
  ]);
});

test('given a revision that was compacted away meanwhile, when that shows, then the listing begins anew at one newer revision', () => {
  const { asked, ids } = read([pageOf('old', true), COMPACTED, pageOf('a1', true), pageOf('a2', false)]);

  expect(ids).toEqual(['a1', 'a2']);
  expect(asked.slice(2)).toEqual([
    { after: undefined, revision: 0 },
    { after: `${PREFIX}agents/a1`, revision: 42 },
  ]);
});

test('given a listing that is refused again and again, when it has begun anew five times, then the reason is told', () => {
  const { asked, ids } = read(Array.from({ length: 10 }, () => COMPACTED));

  expect(asked).toHaveLength(6);
  expect(ids).toBe('etcd refuses to list the registry: revision has been compacted');
});

test('given an entry that cannot be read, when it is met, then it is named with the remedy', () => {
  const damaged: Answer<Page> = {
    ok: true,
    value: { entries: [[`${PREFIX}roles/a`, '{"weight":"2"}']], more: false, revision: 1 },
  };

  expect(read([damaged]).ids).toMatch(
    /^the registry's entry roles\/a cannot be read: it.weight must be a number\. Restore/,
  );
});
