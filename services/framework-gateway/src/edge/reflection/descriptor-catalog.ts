import { bytesOf, textsOf } from './protobuf';

/** Numbers of the fields of descriptor.proto that matter here. */
const SET_FILE = 1;
const FILE = { name: 1, package: 2, dependency: 3, message: 4, enum: 5, service: 6 } as const;
const MESSAGE = { nested: 3, enum: 4 } as const;
const SERVICE = { method: 2 } as const;
const NAME = 1;

interface DescriptorFile {
  readonly bytes: Buffer;
  readonly dependencies: readonly string[];
}

/** The files of a serialized FileDescriptorSet, byte for byte as the compiler wrote them: strict clients refuse descriptors whose imports were lost. */
export class DescriptorCatalog {
  readonly #files = new Map<string, DescriptorFile>();
  /** File names by the full names of what they declare: messages, enums, services and methods. */
  readonly #fileOf = new Map<string, string>();
  readonly #served: readonly string[];

  /** `served`: full names of the services that the server has; the set may declare more. */
  constructor(descriptorSet: Buffer, served: readonly string[]) {
    this.#served = served;
    for (const bytes of bytesOf(descriptorSet, SET_FILE)) this.#add(bytes);
  }

  /** Full names of the services that are served and declared. */
  get services(): readonly string[] {
    return this.#served.filter((name) => this.#fileOf.has(name));
  }

  /** That file first, then everything it imports; undefined when there is no such file. */
  withImports(fileName: string): readonly Buffer[] | undefined {
    if (!this.#files.has(fileName)) return undefined;
    const names = new Set([fileName]);
    // A set grows while it is walked, so that imports of imports are reached, each once.
    for (const name of names) for (const imported of this.#files.get(name)?.dependencies ?? []) names.add(imported);
    return [...names].flatMap((name) => this.#files.get(name)?.bytes ?? []);
  }

  /** The file that declares a full name, such as `parley.types.v1.Offer`. */
  fileOf(symbol: string): string | undefined {
    return this.#fileOf.get(symbol);
  }

  #add(bytes: Buffer): void {
    const fileName = textOf(bytes, FILE.name);
    const scope = textOf(bytes, FILE.package);
    this.#files.set(fileName, { bytes, dependencies: textsOf(bytes, FILE.dependency) });
    this.#addMessages(bytesOf(bytes, FILE.message), { scope, fileName });
    this.#addAll(bytesOf(bytes, FILE.enum), { scope, fileName });
    for (const service of bytesOf(bytes, FILE.service)) {
      const name = fullName(scope, textOf(service, NAME));
      this.#fileOf.set(name, fileName);
      this.#addAll(bytesOf(service, SERVICE.method), { scope: name, fileName });
    }
  }

  #addMessages(messages: readonly Buffer[], place: { readonly scope: string; readonly fileName: string }): void {
    this.#addAll(messages, place);
    for (const message of messages) {
      const inner = { ...place, scope: fullName(place.scope, textOf(message, NAME)) };
      this.#addMessages(bytesOf(message, MESSAGE.nested), inner);
      this.#addAll(bytesOf(message, MESSAGE.enum), inner);
    }
  }

  #addAll(
    descriptors: readonly Buffer[],
    { scope, fileName }: { readonly scope: string; readonly fileName: string },
  ): void {
    for (const descriptor of descriptors) this.#fileOf.set(fullName(scope, textOf(descriptor, NAME)), fileName);
  }
}

function textOf(message: Buffer, number: number): string {
  return textsOf(message, number).at(-1) ?? '';
}

function fullName(scope: string, name: string): string {
  return scope === '' ? name : `${scope}.${name}`;
}
