import type { FrameworkInfo } from '@parley/common/contract';

/** Everything that a framework says of itself as one text, resources included: two that say the same in the same order have the same text. */
export function infoText(info: FrameworkInfo): string {
  return JSON.stringify(info, (_key, value: unknown) => (value instanceof Map ? [...value] : value));
}
