import { breachesIn } from './banned-text';
import { sourceFiles } from './tree';

describe('words', () => {
  test('given every text file, when it is searched for banned text, then there is none', () => {
    const breaches = sourceFiles().flatMap((file) => breachesIn(file));

    expect(breaches).toEqual([]);
  });

  test('given a file with banned text, when it is searched, then the place and the replacement are named', () => {
    const file = {
      path: 'services/master/src/domain/offers.ts',
      text: 'const a = 1;\nawait persist(a); // the slave\n',
    };

    expect(breachesIn(file)).toEqual([
      'services/master/src/domain/offers.ts:2: slave; write instead: agent',
      'services/master/src/domain/offers.ts:2: await; write instead: an effect whose outcome is a later input',
    ]);
  });

  test('given a suppression, when it has a reason on its line, then it is allowed, and otherwise not', () => {
    const bare = { path: 'services/master/src/edge/a.ts', text: '// eslint-disable-next-line no-console' };
    const reasoned = {
      path: 'services/master/src/edge/a.ts',
      text: '// eslint-disable-next-line no-console -- the last resort',
    };

    expect(breachesIn(bare)).toHaveLength(1);
    expect(breachesIn(reasoned)).toEqual([]);
  });
});
