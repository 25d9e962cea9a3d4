import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../../deploy/local/processes.cjs';

import { ALL_RULES } from './all-rules';

test('given every rule, when the section it names is looked up, then the contract has it', () => {
  const contract = readFileSync(join(ROOT, 'docs', 'allocator-contract.md'), 'utf8');
  const sections = new Set([...contract.matchAll(/^#+ (.+)$/gm)].map((match) => match[1]));

  expect(ALL_RULES.filter((rule) => !sections.has(rule.contract)).map(({ id }) => id)).toEqual([]);
});

test('given every rule, when its id is read, then no other has it', () => {
  const ids = ALL_RULES.map(({ id }) => id);

  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
