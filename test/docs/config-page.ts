import { FIELDS as AGENT } from '@parley/agent/config';
import { FIELDS as ALLOCATOR } from '@parley/allocator/config';
import type { Fields } from '@parley/common/config';
import { FIELDS as GATEWAY } from '@parley/framework-gateway/config';
import { FIELDS as MASTER } from '@parley/master/config';

const SERVICES: Readonly<Record<string, Fields>> = {
  master: MASTER,
  allocator: ALLOCATOR,
  agent: AGENT,
  'framework-gateway': GATEWAY,
};

const OPENING = `# Configuration

Every setting of every service, as a flag or as an environment variable; a flag wins. A service reads its settings once, at its start. When something is wrong it
says everything that is wrong in one message and exits with code 78; nothing is corrected silently. \`--help\` prints the same list. Durations are written
\`500ms\`, \`30s\`, \`5m\`, \`1h\`, \`1w\`; resources \`cpus:2;mem:1024;ports:[31000-32000]\`,
reserved for a role \`cpus(eng):4\`, for one role within another \`cpus(eng,eng/backend):1\`, revocable \`cpus<revocable>:2\`, shared \`disk(eng)<shared:data-1>:100\`.

This page is written from the services' own tables (\`npm run docs\`).
`;

/** docs/config.md as the tables of the services would have it. */
export function configPage(): string {
  const parts = Object.entries(SERVICES).map(([service, fields]) => `\n## ${service}\n\n${tableOf(fields)}`);
  return OPENING + parts.join('');
}

function tableOf(fields: Fields): string {
  const rows = Object.values(fields).map(
    ({ flag, env, fallback, doc }) =>
      `| \`--${flag}\` | \`${env}\` | ${fallbackText(fallback?.text)} | ${cell(doc)} |\n`,
  );
  return `| flag | environment | default | meaning |\n|---|---|---|---|\n${rows.join('')}`;
}

function fallbackText(text: string | undefined): string {
  if (text === undefined) return 'must be given';
  return text === '' ? 'not set' : `\`${cell(text)}\``;
}

/** Text that cannot end a table's cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
