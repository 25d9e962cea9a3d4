import type { RecordCodec } from '@parley/common/journal';
import { parseResources, formatResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { AgentRecord } from '../../domain/agent-records';
import type { LaunchSummary, StatusRecord } from '../../domain/launches';

/** Records as they are stored: JSON, with resources in their text form and data in base64. */
type StoredRecord =
  | Exclude<AgentRecord, { record: 'launch' | 'update' }>
  | { readonly record: 'launch'; readonly launch: Omit<LaunchSummary, 'resources'> & { readonly resources: string } }
  | (Omit<Extract<AgentRecord, { record: 'update' }>, 'update'> & {
      readonly update: Omit<StatusRecord, 'data'> & { readonly data: string };
    });

const KINDS: { readonly [Kind in AgentRecord['record']]: true } = {
  identity: true,
  epoch: true,
  launch: true,
  process: true,
  kill: true,
  update: true,
  acknowledged: true,
  forgotten: true,
  ended: true,
  cleaned: true,
};

/** How the agent's journal writes its records. What it reads was checked by the journal's checksums; a kind it does not know is refused. */
export const agentRecordCodec: RecordCodec<AgentRecord> = {
  encode: (record) => JSON.stringify(toStored(record)),
  decode: (bytes) => fromStored(JSON.parse(Buffer.from(bytes).toString('utf8')) as StoredRecord),
};

function toStored(record: AgentRecord): StoredRecord {
  switch (record.record) {
    case 'launch':
      return { record: 'launch', launch: { ...record.launch, resources: formatResources(record.launch.resources) } };
    case 'update':
      return { ...record, update: { ...record.update, data: Buffer.from(record.update.data).toString('base64') } };
    default:
      return record;
  }
}

function fromStored(stored: StoredRecord): AgentRecord {
  if (!(stored.record in KINDS)) {
    throw new Error(`unknown record "${stored.record}"; it was written by another version of the agent`);
  }
  switch (stored.record) {
    case 'launch':
      return { record: 'launch', launch: fromStoredLaunch(stored.launch) };
    case 'update':
      return { ...stored, update: fromStoredUpdate(stored.update) };
    default:
      return stored;
  }
}

/** JSON leaves out what is undefined; the domain wants it said. */
function fromStoredLaunch(launch: Extract<StoredRecord, { record: 'launch' }>['launch']): LaunchSummary {
  return { ...launch, graceMs: launch.graceMs, resources: resourcesOf(launch.resources) };
}

function fromStoredUpdate(update: Extract<StoredRecord, { record: 'update' }>['update']): StatusRecord {
  return { ...update, reason: update.reason, data: new Uint8Array(Buffer.from(update.data, 'base64')) };
}

function resourcesOf(text: string): Resources {
  const parsed = parseResources(text);
  if (!parsed.ok) throw new Error(`resources "${text}": ${parsed.problems.join('; ')}`);
  return parsed.resources;
}
