import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allocatorText } from './allocator-report';
import type { AllocatorReport } from './run-allocator';

/** From dist/bench/allocator to the page. */
const PAGE = join(__dirname, '..', '..', '..', '..', 'docs', 'performance.md');
const BEGIN = '<!-- allocator: printed by npm run bench -- allocator --write-docs -->';
const END = '<!-- /allocator -->';

/** The page with the tables of a report in their place. */
export function withReport(page: string, report: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`the page has no ${BEGIN} and ${END}`);
  return `${before}${BEGIN}\n\n${report}\n\n${END}${after}`;
}

/** Puts the tables of a report into docs/performance.md. */
export function writeAllocatorDocs(report: AllocatorReport): void {
  writeFileSync(PAGE, withReport(readFileSync(PAGE, 'utf8'), allocatorText(report)));
}
