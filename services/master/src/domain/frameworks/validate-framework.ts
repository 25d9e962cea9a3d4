import type { FrameworkInfo, RoleDemand } from '@parley/common/contract';
import { ID_BYTES_MAX, idProblem } from '@parley/common/kernel';
import type { Problem } from '@parley/common/kernel';
import { validateRoleName } from '@parley/common/roles';
import { jsonText } from '../json-text';
import { LIMITS } from '../limits';
import { validateDemands } from './validate-demands';
import { validateOfferSettings } from './validate-offer-settings';

/** What a framework says of itself, in SUBSCRIBE and UPDATE_FRAMEWORK. */
export interface Described {
  readonly info: FrameworkInfo;
  readonly suppressedRoles: readonly string[];
  /** SUBSCRIBE says it, UPDATE_FRAMEWORK does not. */
  readonly demands?: readonly RoleDemand[];
}

type Check = (described: Described) => readonly Problem[];

/** The rules of mesos-semantics §5.1 that apply; all run, all problems are reported. */
const CHECKS: readonly Check[] = [
  soundId,
  soundRoles,
  distinctRoles,
  soundFailover,
  suppressedAreRoles,
  distinctCapabilities,
  soundOfferSettings,
  soundDemands,
  boundedTexts,
  boundedLabels,
  boundedWhole,
];

/** All that is wrong with a framework's description of itself. */
export function validateFramework(described: Described): readonly Problem[] {
  return CHECKS.flatMap((check) => check(described));
}

/** Why a text cannot be a subscribe id, or undefined when it can. */
export function subscribeIdProblem(subscribeId: string): string | undefined {
  if (subscribeId.length === 0) return 'must not be empty; choose a fresh one for each new framework';
  return Buffer.byteLength(subscribeId) > ID_BYTES_MAX ? `must be at most ${String(ID_BYTES_MAX)} bytes` : undefined;
}

const NOTHING: readonly Problem[] = [];

function when(wrong: boolean, field: string, message: string): readonly Problem[] {
  return wrong ? [{ field, message }] : NOTHING;
}

function soundId({ info }: Described): readonly Problem[] {
  if (info.frameworkId === '') return NOTHING;
  const problem = idProblem(info.frameworkId);
  return problem === undefined ? NOTHING : [{ field: 'info.framework_id', message: problem }];
}

function soundRoles({ info }: Described): readonly Problem[] {
  if (info.roles.length === 0) return [{ field: 'info.roles', message: 'must name at least one role, such as "*"' }];
  if (info.roles.length > LIMITS.rolesPerFrameworkMax) {
    return [{ field: 'info.roles', message: `must be at most ${String(LIMITS.rolesPerFrameworkMax)}` }];
  }
  return info.roles.flatMap((role, index) => {
    const problem = validateRoleName(role);
    return problem === undefined ? [] : [{ field: `info.roles[${String(index)}]`, message: problem }];
  });
}

function distinctRoles({ info }: Described): readonly Problem[] {
  return when(new Set(info.roles).size < info.roles.length, 'info.roles', 'must not name a role twice');
}

function soundFailover({ info }: Described): readonly Problem[] {
  const timeoutMs = info.failoverTimeoutMs ?? 0;
  return when(
    !Number.isSafeInteger(timeoutMs) || timeoutMs < 0,
    'info.failover_timeout_ms',
    'must be a whole number of milliseconds from 0',
  );
}

function suppressedAreRoles({ info, suppressedRoles }: Described): readonly Problem[] {
  return suppressedRoles.flatMap((role, index) =>
    when(!info.roles.includes(role), `suppressed_roles[${String(index)}]`, 'must be one of the roles of the framework'),
  );
}

function distinctCapabilities({ info }: Described): readonly Problem[] {
  const { capabilities } = info;
  const repeated = capabilities.find((capability, index) => capabilities.indexOf(capability) < index);
  return when(repeated !== undefined, 'info.capabilities', `must not name ${String(repeated)} twice`);
}

function soundOfferSettings({ info }: Described): readonly Problem[] {
  return validateOfferSettings(info.offerSettings, info.roles);
}

function soundDemands({ info, demands }: Described): readonly Problem[] {
  return demands === undefined ? NOTHING : validateDemands(demands, info.roles);
}

function boundedTexts({ info }: Described): readonly Problem[] {
  const texts = [
    ['info.name', info.name],
    ['info.hostname', info.hostname],
    ['info.webui_url', info.webuiUrl],
  ] as const;
  return texts.flatMap(([field, text]) =>
    when(Buffer.byteLength(text) > LIMITS.textBytesMax, field, `must be at most ${String(LIMITS.textBytesMax)} bytes`),
  );
}

/** Each part may be within its bounds and the whole still be more than the registry takes. */
function boundedWhole({ info }: Described): readonly Problem[] {
  return when(
    jsonText(info).length > LIMITS.infoTextMax,
    'info',
    `must be at most ${String(LIMITS.infoTextMax)} characters as JSON; shorten its labels and offer settings`,
  );
}

function boundedLabels({ info }: Described): readonly Problem[] {
  const tooLong = info.labels.some(
    ({ key, value }) => Buffer.byteLength(key) + Buffer.byteLength(value) > LIMITS.textBytesMax,
  );
  return [
    ...when(info.labels.length > LIMITS.labelsMax, 'info.labels', `must be at most ${String(LIMITS.labelsMax)}`),
    ...when(tooLong, 'info.labels', `must be of at most ${String(LIMITS.textBytesMax)} bytes each`),
  ];
}
