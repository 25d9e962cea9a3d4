import { showValue } from './parsers';
import type { Parser } from './parsers';

/** One setting of a service: everything there is to know of it, for reading, `--help`, the documents and the chart. */
export interface Field<Value> {
  /** Name of the environment variable, such as `PARLEY_MASTER_PORT`. */
  readonly env: string;
  /** Name of the flag without its dashes, such as `port` for `--port`. A flag wins over the environment. */
  readonly flag: string;
  readonly parse: Parser<Value>;
  /** One sentence. */
  readonly doc: string;
  /** What counts when nothing is given, and how a user would write it; undefined when the setting must be given. */
  readonly fallback: { readonly value: Value; readonly text: string } | undefined;
  /** Never printed. */
  readonly secret: boolean;
}

/** The settings of a service by the name the code uses. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** The values of a table of settings. */
export type ConfigOf<Table extends Fields> = {
  readonly [Name in keyof Table]: Table[Name] extends Field<infer Value> ? Value : never;
};

/** What is said about a setting when it is declared. */
export interface FieldDeclaration<Value> {
  readonly env: string;
  readonly flag: string;
  readonly parse: Parser<Value>;
  readonly doc: string;
  /** What counts when nothing is given. Left out: the setting must be given. */
  readonly fallback?: NoInfer<Value>;
  readonly secret?: boolean;
}

/** As {@link FieldDeclaration}, for a setting that may be left out and is undefined then. */
export type OptionalFieldDeclaration<Value> = Omit<FieldDeclaration<Value>, 'fallback'> & {
  readonly fallback: undefined;
};

/** Declares a setting. */
export function field<Value>(declaration: FieldDeclaration<Value>): Field<Value>;
export function field<Value>(declaration: OptionalFieldDeclaration<Value>): Field<Value | undefined>;
export function field<Value>(
  declaration: FieldDeclaration<Value> | OptionalFieldDeclaration<Value>,
): Field<Value | undefined> {
  const { env, flag, parse, doc, secret } = declaration;
  return { env, flag, parse, doc, fallback: fallbackOf(declaration), secret: secret ?? false };
}

function fallbackOf<Value>(
  declaration: FieldDeclaration<Value> | OptionalFieldDeclaration<Value>,
): Field<Value | undefined>['fallback'] {
  if (!('fallback' in declaration)) return undefined;
  const value = declaration.fallback;
  return { value, text: value === undefined ? '' : showValue(declaration.parse, value) };
}
