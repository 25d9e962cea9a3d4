import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalText, digestOfAgent } from '@parley/common/audit';
import type { AuditedAgent } from '@parley/common/audit';
import { NO_OFFER_REASONS } from '@parley/common/contract';
import type { AllocatorCapability, NoOfferReason, RefusalReason } from '@parley/common/contract';
import type { AgentId, FrameworkId } from '@parley/common/kernel';
import { parseResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import { ALL_RULES } from '../conformance/allocator/rules/all-rules';
import { contractLimits } from './allocator-limits';
import { membersOf } from './proto-comments';
import type { ProtoMember } from './proto-comments';

const PAGE = join(__dirname, '..', '..', 'docs', 'allocator-contract.md');
const SESSION = 'allocator/v1/allocator_session.proto';
const EXPLANATION = 'types/v1/explanation.proto';

/** What an allocator does about each refusal. */
const REMEDIES: Readonly<Record<RefusalReason, string>> = {
  'agent-unknown': 'Drop the proposal. The removal of the agent is on its way, or the agent was never told.',
  'agent-inactive': 'Propose nothing of the agent until it is told as offerable.',
  'framework-unknown': 'Drop the proposal. The removal of the framework is on its way, or it was never told.',
  'framework-inactive': 'Propose nothing to the framework until it is told as active.',
  'role-not-subscribed': 'Propose only for roles that the framework lists.',
  'role-suppressed': 'Propose nothing for the role until the framework is told without the suppression.',
  filtered: 'Wait; propose more than was refused, or something else. The filter was, or is being, told.',
  'not-available':
    'Subtract everything told as held and all open proposals from what the agent has. The allocation that took it is on its way; one agent also takes a bounded number of offers.',
  'below-minimum': 'Propose at least one group of the minimum: the role’s own, or that of the session.',
  empty: 'Propose something.',
  'quota-limit': 'Propose less to the role, or wait until something of it, or of the roles beside it, ends.',
  reserved:
    'Leave out what is reserved for others: only the last role of the stack and the roles below it may have it.',
  capability:
    'Leave out what is revocable or shared; propose agents with GPUs only to frameworks with that capability.',
  region: 'Propose agents of the master’s region only, unless the framework is region-aware.',
  constraint: 'Propose only agents for which every constraint of at least one group holds.',
};

/** What each capability brings. */
const CAPABILITIES: Readonly<Record<AllocatorCapability, string>> = {
  explain: 'People can ask why nobody gets what they see free.',
  shares: 'People can see who has how much, and which roles starve.',
  audit: 'A mirror that went wrong is found and healed without a new session.',
};

/** The worked example of the digest. */
const EXAMPLE: AuditedAgent = {
  agentId: 'agent-7' as AgentId,
  standing: 'offerable',
  total: amount('cpus:4;mem:8192;ports:[31000-31009]'),
  holdings: [
    { frameworkId: 'F-1-1-2' as FrameworkId, role: 'web', resources: amount('cpus:0.5;mem:512;ports:[31000-31000]') },
    { frameworkId: 'F-1-1-1' as FrameworkId, role: 'web', resources: amount('cpus:1;mem:1024') },
    { frameworkId: 'F-1-1-1' as FrameworkId, role: 'batch', resources: amount('cpus:2') },
  ],
};

/** Items that `end` counts. */
const COUNTED: ReadonlySet<string> = new Set(['role', 'agent', 'framework', 'allocation', 'filter']);

const TABLES: Readonly<Record<string, () => string>> = {
  'request-items': () =>
    table(
      ['item', 'what it says', 'counted by `end`'],
      membersOf(SESSION, 'oneof item').map(({ name, comment }) => [
        `\`${name}\``,
        comment,
        COUNTED.has(name) ? 'yes' : '',
      ]),
    ),
  refusals: () =>
    table(
      ['reason', 'number', 'what it means', 'what to do'],
      byKind('REFUSAL_REASON_', membersOf(SESSION, 'enum RefusalReason'), REMEDIES).map(([kind, member, remedy]) => [
        `\`${kind}\``,
        member.number,
        member.comment,
        remedy,
      ]),
    ),
  capabilities: () =>
    table(
      ['capability', 'what it does', 'what for'],
      byKind('ALLOCATOR_CAPABILITY_', membersOf(SESSION, 'enum AllocatorCapability'), CAPABILITIES).map(
        ([kind, member, use]) => [`\`${kind}\``, member.comment, use],
      ),
    ),
  'no-offer-reasons': () => {
    const kinds = Object.fromEntries(NO_OFFER_REASONS.map((reason) => [reason, ''])) as Record<NoOfferReason, string>;
    const rows = byKind('NO_OFFER_REASON_', membersOf(EXPLANATION, 'enum NoOfferReason'), kinds);
    return table(
      ['number', 'reason', 'what it means'],
      rows.map(([kind, member]) => [member.number, `\`${kind}\``, member.comment]),
    );
  },
  'digest-example': () =>
    `\`\`\`\n${canonicalText(EXAMPLE)}\`\`\`\n\nThe digest of this text, with a line feed after each of its lines, is \`${digestOfAgent(EXAMPLE)}\`.\n`,
  rules: () => {
    const text = readFileSync(PAGE, 'utf8');
    for (const { id, contract } of ALL_RULES) {
      expect({ id, hasSection: new RegExp(`^#+ ${contract}$`, 'm').test(text) }).toEqual({ id, hasSection: true });
    }
    return table(
      ['rule', 'level', 'what is tried', 'section'],
      ALL_RULES.map(({ id, level, title, contract }) => [`\`${id}\``, level, title, contract]),
    );
  },
  limits: () => table(['what', 'most'], contractLimits()),
};

/** docs/allocator-contract.md as it is, with its tables as the code and the protos would have them. */
export function allocatorContractPage(): string {
  const seen = new Set<string>();
  const blocks = /<!-- table: [a-z-]+ -->\n[^]*?<!-- end -->/g;
  const page = readFileSync(PAGE, 'utf8').replace(blocks, (block) => {
    const name = /table: ([a-z-]+)/.exec(block)?.[1] ?? '';
    seen.add(name);
    return `<!-- table: ${name} -->\n\n${(TABLES[name] ?? unknownTable(name))()}\n<!-- end -->`;
  });
  expect([...seen].sort()).toEqual(Object.keys(TABLES).sort());
  return page;
}

function unknownTable(name: string): never {
  throw new Error(`docs/allocator-contract.md asks for a table "${name}" that nobody makes`);
}

/** Each kind of the code with its member of the proto, in the order of the proto; both must have the same. */
function byKind<Kind extends string>(
  prefix: string,
  members: readonly ProtoMember[],
  rows: Readonly<Record<Kind, string>>,
): readonly (readonly [string, ProtoMember, string])[] {
  const kindOf = ({ name }: ProtoMember): string => name.slice(prefix.length).toLowerCase().replaceAll('_', '-');
  const told = members.filter(({ number }) => number !== '0');
  expect(told.map(kindOf).sort()).toEqual(Object.keys(rows).sort());
  return told.map((member) => [
    kindOf(member),
    member,
    (rows as Readonly<Record<string, string>>)[kindOf(member)] ?? '',
  ]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return line(head) + `|${'---|'.repeat(head.length)}\n` + rows.map(line).join('');
}

function amount(text: string): Resources {
  const parsed = parseResources(text);
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  return parsed.resources;
}
