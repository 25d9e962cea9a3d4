import { parseResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';

/** Something stored that cannot be understood: which entry, and why. */
export class RegistryDamaged extends Error {
  override readonly name = 'RegistryDamaged';

  constructor(
    readonly key: string,
    readonly problem: string,
  ) {
    super(
      `the registry's entry ${key} cannot be read: ${problem}. ` +
        'Restore the registry from a backup, or remove that entry if what it describes no longer exists.',
    );
  }
}

/** The fields of one stored JSON object, read one by one; anything of an unexpected shape is {@link RegistryDamaged}. Unknown fields are left alone. */
export class JsonFields {
  private constructor(
    private readonly key: string,
    private readonly path: string,
    private readonly fields: Readonly<Record<string, unknown>>,
  ) {}

  /** The object that a stored text holds. */
  static parse(key: string, text: string): JsonFields {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw new RegistryDamaged(key, 'it is no JSON');
    }
    return JsonFields.of(key, 'it', value);
  }

  private static of(key: string, path: string, value: unknown): JsonFields {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new RegistryDamaged(key, `${path} must be an object`);
    }
    return new JsonFields(key, path, value as Readonly<Record<string, unknown>>);
  }

  has(name: string): boolean {
    return this.fields[name] !== undefined;
  }

  text(name: string): string {
    const value = this.fields[name];
    return typeof value === 'string' ? value : this.fail(name, 'must be text');
  }

  /** A finite number. */
  number(name: string): number {
    const value = this.fields[name];
    return typeof value === 'number' && Number.isFinite(value) ? value : this.fail(name, 'must be a number');
  }

  optionalNumber(name: string): number | undefined {
    return this.has(name) ? this.number(name) : undefined;
  }

  /** False when it is absent, as in what an earlier version stored. */
  flag(name: string): boolean {
    const value = this.fields[name] ?? false;
    return typeof value === 'boolean' ? value : this.fail(name, 'must be true or false');
  }

  texts(name: string): readonly string[] {
    return this.list(name).map((item) => (typeof item === 'string' ? item : this.fail(name, 'must hold texts')));
  }

  object(name: string): JsonFields {
    return JsonFields.of(this.key, `${this.path}.${name}`, this.fields[name]);
  }

  /** Whole numbers from 0 by name; none when it is absent. */
  numbers(name: string): ReadonlyMap<string, number> {
    const numbers = new Map<string, number>();
    if (!this.has(name)) return numbers;
    const held = this.object(name);
    for (const key of Object.keys(held.fields)) {
      const value = held.number(key);
      numbers.set(
        key,
        Number.isSafeInteger(value) && value >= 0 ? value : held.fail(key, 'must be a whole number from 0'),
      );
    }
    return numbers;
  }

  objects(name: string): readonly JsonFields[] {
    return this.list(name).map((item, index) =>
      JsonFields.of(this.key, `${this.path}.${name}[${String(index)}]`, item),
    );
  }

  /** Says what is wrong with a field. */
  fail(name: string, problem: string): never {
    throw new RegistryDamaged(this.key, `${this.path}.${name} ${problem}`);
  }

  private list(name: string): readonly unknown[] {
    const value: unknown = this.fields[name];
    return Array.isArray(value) ? value : this.fail(name, 'must be a list');
  }
}

/** Resources in their text form. */
export function resourcesOf(fields: JsonFields, name: string): Resources {
  const parsed = parseResources(fields.text(name));
  return parsed.ok ? parsed.resources : fields.fail(name, parsed.problems.join('; '));
}
