import { basename } from 'node:path';

import { filesMatching } from './tree';

/** The records of decisions, without their index. */
const records = filesMatching(/^docs\/decisions\/\d{4}-[a-z0-9-]+\.md$/);

describe('decisions', () => {
  test('given every record of a decision, when the index is read, then it links it', () => {
    const index = filesMatching(/^docs\/decisions\/README\.md$/)[0]?.text ?? '';

    expect(records.map((file) => basename(file.path)).filter((name) => !index.includes(`(${name})`))).toEqual([]);
  });

  test('given the records, when their numbers are read, then each is used once and none is left out', () => {
    const numbers = records.map((file) => Number(basename(file.path).slice(0, 4)));

    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  test('given every record, when its headings are read, then it has context, decision and consequences', () => {
    const incomplete = records.filter((file) =>
      ['Context', 'Decision', 'Consequences'].some((heading) => !file.text.includes(`## ${heading}`)),
    );

    expect(incomplete.map((file) => file.path)).toEqual([]);
  });

  test('given every link between documents, when it is followed, then there is a file', () => {
    const known = new Set(filesMatching(/./).map((file) => file.path));
    const folders = new Set(
      [...known].flatMap((path) => path.split('/').map((_, i, parts) => parts.slice(0, i).join('/'))),
    );

    const dead = filesMatching(/^(README|docs\/.*|services\/[^/]+\/README|test\/.*)\.?(md)?$/)
      .filter((file) => file.path.endsWith('.md'))
      .flatMap((file) =>
        [...file.text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(#[^)]*)?\)/g)].flatMap((match) => {
          const target = new URL(match[1] ?? '', `file:///${file.path}`).pathname.slice(1).replace(/\/$/, '');
          return known.has(target) || folders.has(target) || target === 'LICENSE' ? [] : [`${file.path}: ${match[1]}`];
        }),
      );

    expect(dead).toEqual([]);
  });
});
