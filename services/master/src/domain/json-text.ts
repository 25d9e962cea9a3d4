/** A value as JSON, with maps as lists of their entries: two that say the same in the same order have the same text. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (part instanceof Map ? [...part] : part));
}
