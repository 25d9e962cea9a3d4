import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CALL_REFUSALS } from '@parley/framework-gateway/refusals';
import { REJECTIONS } from '@parley/master/rejections';
import { ROOT } from '../../deploy/local/processes.cjs';

/** Rejections of the master that only operators hear. */
const OF_OPERATORS = [
  'framework-unknown',
  'task-unknown',
  'agent-unknown',
  'agent-gone',
  'agent-not-deactivated',
  'roles-invalid',
  'quota-infeasible',
  'role-orders-full',
  'whitelist-invalid',
  'maintenance-invalid',
  'queries-full',
  'watch-too-slow',
];
/** Rejections that end a subscription: their text is the message of the stream's error. */
const OF_SUBSCRIPTIONS = ['frameworks-full'];

const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const GUIDE = 'docs/framework-guide.md';

/** The lines between `# region name` and `# endregion` of a file, moved to the left margin; the whole file without a name. */
function regionOf(path: string, name: string | undefined): string {
  const lines = textOf(path).split('\n');
  if (name === undefined) return lines.join('\n').trim();
  const start = lines.findIndex((line) => line.trim().endsWith(` region ${name}`));
  const length = lines.slice(start + 1).findIndex((line) => line.trim().endsWith(' endregion'));
  const region = start < 0 ? [] : lines.slice(start + 1, start + 1 + length);
  const margin = Math.min(...region.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return region
    .map((line) => line.slice(margin))
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

/** The values of an enum of the contract, without their prefix. */
function valuesOf(proto: string, prefix: string): readonly string[] {
  const values = [...textOf(proto).matchAll(new RegExp(`^ {2}${prefix}(\\w+) = \\d+;`, 'gm'))].map(
    ([, value]) => value,
  );
  return values.flatMap((value) => (value === undefined || value === 'UNSPECIFIED' ? [] : [value]));
}

/** Addresses below the repository that a page links to, without their anchors. */
function linksOf(path: string): readonly string[] {
  const links = [...textOf(path).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link]) => link ?? '');
  return links.filter((link) => !link.startsWith('http')).map((link) => join(dirname(path), link));
}

describe('the framework guide', () => {
  const guide = textOf(GUIDE);
  const blocks = [...guide.matchAll(/<!-- from ([^\s#]+)(?:#(\w+))? -->\n```\w+\n([\s\S]*?)\n```/g)];

  test('given its code, when each block is compared with the program that it was taken from, then they are equal', () => {
    expect(blocks.length).toBeGreaterThan(0);
    for (const [, path = '', region, code] of blocks) expect(code).toBe(regionOf(path, region));
  });

  test('given its code, when blocks of programs are counted, then each was taken from a program that is tested', () => {
    expect([...guide.matchAll(/^```(python|ts)$/gm)].length).toBe(blocks.length);
  });

  test('given every reason with which a call of a framework is refused, when it is looked up, then the guide says what to do', () => {
    const elsewhere = [...OF_OPERATORS, ...OF_SUBSCRIPTIONS];
    const reasons = [...Object.keys(CALL_REFUSALS), ...Object.keys(REJECTIONS)];

    expect(reasons.filter((reason) => !elsewhere.includes(reason) && !guide.includes(`\`${reason}\``))).toEqual([]);
  });

  test.each([
    ['task state', 'protos/parley/types/v1/task.proto', 'TASK_STATE_'],
    ['end of a stream', 'protos/parley/scheduler/v1/scheduler_events.proto', 'STREAM_ERROR_REASON_'],
  ])('given every %s, when it is looked up, then the guide says what it means', (_what, proto, prefix) => {
    const rows = guide.split('\n').filter((line) => line.startsWith('| '));
    const values = valuesOf(proto, prefix);

    expect(values.length).toBeGreaterThan(0);
    expect(values.filter((value) => !rows.some((row) => new RegExp(`\\b${value}\\b`).test(row)))).toEqual([]);
  });
});

describe('the vocabulary', () => {
  const entries = [...textOf('docs/vocabulary.md').matchAll(/^- \*\*(.+)\*\*: (.+)$/gm)].map(
    ([, word = '', meaning = '']) => ({
      word,
      meaning,
    }),
  );

  test('given its words, when they are read from top to bottom, then they are in alphabetical order and none comes twice', () => {
    const words = entries.map(({ word }) => word);

    expect(words.length).toBeGreaterThan(50);
    expect(words).toEqual([...new Set(words)].sort((a, b) => (a < b ? -1 : 1)));
  });

  test('given its meanings, when they are read, then each is one sentence', () => {
    const sentence = /^[A-Z][^.]*(\.(?=\S)[^.]*)*\.$/;

    expect(entries.filter(({ meaning }) => !sentence.test(meaning))).toEqual([]);
  });
});

test.each([GUIDE, 'docs/vocabulary.md'])(
  'given the links of %s, when they are followed, then something is there',
  (page) => {
    expect(linksOf(page).filter((link) => !existsSync(join(ROOT, link)))).toEqual([]);
  },
);
