import type { MaintenanceWindow } from '@parley/common/contract';
import type { WallMs } from '@parley/common/kernel';
import { JsonFields } from './json-fields';

/** The stored form of the whitelist. */
export function encodeWhitelist(hostnames: readonly string[]): string {
  return JSON.stringify({ hostnames });
}

/** The hosts that a stored text lists; throws RegistryDamaged. */
export function decodeWhitelist(key: string, text: string): readonly string[] {
  return JsonFields.parse(key, text).texts('hostnames');
}

/** The stored form of the maintenance schedule. */
export function encodeMaintenance(windows: readonly MaintenanceWindow[]): string {
  return JSON.stringify({
    windows: windows.map(({ hostnames, unavailability }) => ({ hostnames, ...unavailability })),
  });
}

/** The schedule that a stored text describes; throws RegistryDamaged. */
export function decodeMaintenance(key: string, text: string): readonly MaintenanceWindow[] {
  return JsonFields.parse(key, text)
    .objects('windows')
    .map((window) => ({
      hostnames: window.texts('hostnames'),
      unavailability: {
        startsAt: window.number('startsAt') as WallMs,
        durationMs: window.optionalNumber('durationMs'),
      },
    }));
}
