import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const PROTOS = join(ROOT, 'protos', 'parley', 'operator', 'v1');

function read(...path: readonly string[]): string {
  return readFileSync(join(...path), 'utf8');
}

/** The examples of the page: a call and, if it has any, its fields. */
function examples(): readonly { readonly rpc: string; readonly fields: readonly string[] }[] {
  const page = read(ROOT, 'docs', 'operators.md');
  return [...page.matchAll(/^op (\w+)(?: '([^']*)')?$/gm)].map(([, rpc = '', body = '{}']) => {
    const parsed: unknown = JSON.parse(body);
    return { rpc, fields: Object.keys(parsed ?? {}) };
  });
}

/** The names of a request's fields as JSON has them. */
function fieldsOf(rpc: string): readonly string[] {
  const protos = ['agents', 'files', 'offers', 'roles', 'service'].map((part) =>
    read(PROTOS, `operator_${part}.proto`),
  );
  const block = new RegExp(`message ${rpc}Request \\{([^}]*)\\}`).exec(protos.join('\n'))?.[1] ?? '';
  return [...block.matchAll(/^ *(?:optional |repeated )?[\w.]+ (\w+) = \d+;/gm)].map(([, name = '']) =>
    name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
  );
}

test('the page for operators has an example of every call, with fields that the call has', () => {
  const rpcs = [...read(PROTOS, 'operator_service.proto').matchAll(/^ *rpc (\w+)\(/gm)].map(([, rpc = '']) => rpc);
  const shown = examples();

  expect(new Set(shown.map(({ rpc }) => rpc))).toEqual(new Set(rpcs));
  expect(shown.flatMap(({ rpc, fields }) => fields.filter((field) => !fieldsOf(rpc).includes(field)))).toEqual([]);
});

test('every reason why there is no offer is on the page', () => {
  const page = read(ROOT, 'docs', 'operators.md');
  const proto = read(ROOT, 'protos', 'parley', 'types', 'v1', 'explanation.proto');
  const reasons = [...proto.matchAll(/NO_OFFER_REASON_(\w+) = [1-9]/g)].map(([, reason = '']) => reason);

  expect(reasons.filter((reason) => !page.includes(`\`${reason}\``))).toEqual([]);
});
