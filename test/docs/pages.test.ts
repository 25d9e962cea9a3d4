import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allocatorContractPage } from './allocator-contract-page';
import { configPage } from './config-page';
import { errorsPage } from './errors-page';
import { telemetryPage } from './telemetry-page';

const DOCS = join(__dirname, '..', '..', 'docs');

test.each([
  ['allocator-contract.md', allocatorContractPage],
  ['config.md', configPage],
  ['errors.md', errorsPage],
  ['telemetry.md', telemetryPage],
])('docs/%s says what the code says; `npm run docs` writes it anew', (name, page) => {
  const path = join(DOCS, name);
  if (process.env['PARLEY_WRITE_DOCS'] === '1') writeFileSync(path, page());

  expect(readFileSync(path, 'utf8')).toBe(page());
});
