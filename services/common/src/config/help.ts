import type { Field, Fields } from './fields';

/** All settings for people: flag, environment variable, fallback and what it is for. */
export function helpText(fields: Fields, about = ''): string {
  const blocks = Object.values(fields).map(
    (field) =>
      `  --${field.flag}${field.parse.bare === undefined ? ' VALUE' : ''}  (${field.env}; ${fallbackText(field)})\n      ${field.doc}`,
  );
  const opening = about === '' ? [] : [about, ''];
  return `${[...opening, 'Settings, each as a flag or as an environment variable (flags win):', ...blocks].join('\n')}\n`;
}

function fallbackText({ fallback, secret }: Field<unknown>): string {
  if (fallback === undefined) return 'must be given';
  if (fallback.text === '') return 'not set by default';
  return secret ? 'default (secret)' : `default ${fallback.text}`;
}
