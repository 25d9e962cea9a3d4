import type { SourceFile } from './tree';

/** Text that must not stand in some files, and what to write instead. */
export interface BannedText {
  readonly pattern: RegExp;
  /** The files it is banned from. */
  readonly where: RegExp;
  /** Files among them that are exempt. */
  readonly except?: RegExp;
  readonly instead: string;
}

const CODE = /\.(ts|js|mjs|cjs)$/;
const TESTS = /\.test\.ts$/;
const SERVICES = /^services\/[^/]+\/src\/.*\.ts$/;
const CORES = /^services\/(?!common\/)[^/]+\/src\/(domain|actor)\/.*(?<!\.test)\.ts$/;
const ANY_TEXT = /./;
const THIS_FOLDER = /^test\/tidy\//;

/** The rules about words. A rule that a linter can hold is held by the linter; these are the rest. */
export const BANNED: readonly BannedText[] = [
  { pattern: /\b(TODO|FIXME|XXX|HACK)\b/, where: ANY_TEXT, instead: 'finish it now, or file it where work is planned' },
  { pattern: /\bjest\.(mock|doMock|spyOn)\(/, where: CODE, instead: 'pass the port in; fakes live in src/testing' },
  { pattern: /useFakeTimers|advanceTimersBy/, where: CODE, instead: 'take time as a value and advance the one queue' },
  {
    pattern: /\bsleep\(/,
    where: CODE,
    except: /^(test\/(worlds\/real|bench)|deploy|\.ci)\//,
    instead: 'in the real world `eventually(condition, deadline)`; elsewhere advance the queue',
  },
  {
    pattern: /^(?!.*PARLEY_).*\b(test|it|describe)\.(skip|only|todo|failing)\b|\b(xit|xtest|xdescribe|fit|fdescribe)\(/,
    where: TESTS,
    instead:
      'a test that always runs; only where a tool may be missing, skip by the PARLEY_ variable that names it, on the same line',
  },
  { pattern: /@ts-(ignore|nocheck)/, where: CODE, instead: '`@ts-expect-error -- because …`, or better types' },
  {
    pattern: /(eslint-disable|@ts-expect-error|prettier-ignore|buf:lint:ignore)(?!.* -- \w)/,
    where: /\.(ts|js|mjs|cjs|proto)$/,
    instead: 'a reason on the same line: ` -- because …`',
  },
  { pattern: /\bslaves?\b/i, where: /\.(ts|proto|mjs|py)$/, instead: 'agent' },
  { pattern: /\bblacklist/i, where: ANY_TEXT, instead: 'deny list' },
  { pattern: /\b(async|await|Promise)\b/, where: CORES, instead: 'an effect whose outcome is a later input' },
  {
    pattern: /EventEmitter/,
    where: SERVICES,
    except: /\/edge\/|^services\/common\/src\/rpc\//,
    instead: 'a callback port or an async iterable',
  },
  {
    pattern: /from 'etcd3'|require\('etcd3'\)/,
    where: SERVICES,
    except: /\/edge\/etcd\/|^services\/common\/src\/etcd\//,
    instead: 'a port; etcd3 is known to edge/etcd alone',
  },
  {
    pattern: /\bfrom '(pino|pino\/[^']*)'/,
    where: SERVICES,
    except: /^services\/common\/src\/logging\//,
    instead: 'the Log of @parley/common/logging',
  },
  { pattern: /\bexport \*/, where: SERVICES, instead: 'an enumerated export list' },
  { pattern: /\bexport default\b/, where: /^(services|test|protos)\/.*\.ts$/, instead: 'a named export' },
  {
    pattern: /(^|[\s"'`(=:])\/(work|root|home)\/[\w.]/m,
    where: ANY_TEXT,
    instead: 'a path relative to the repository or one taken from a flag',
  },
  {
    pattern:
      /registry\.npmjs\.org|\bpypi\.org|files\.pythonhosted\.org|deb\.debian\.org|proxy\.golang\.org|repo1?\.maven/,
    where: ANY_TEXT,
    instead: 'the name of the package; where it comes from is configuration of the machine',
  },
];

/** Each breach of a rule in a file, as `path:line: the text; write … instead`. */
export function breachesIn(file: SourceFile, rules: readonly BannedText[] = BANNED): readonly string[] {
  if (THIS_FOLDER.test(file.path)) return [];
  const applying = rules.filter((rule) => rule.where.test(file.path) && rule.except?.test(file.path) !== true);
  return applying.flatMap((rule) =>
    file.text.split('\n').flatMap((line, index) => {
      const found = rule.pattern.exec(line);
      return found === null ? [] : [`${file.path}:${index + 1}: ${found[0].trim()}; write instead: ${rule.instead}`];
    }),
  );
}
