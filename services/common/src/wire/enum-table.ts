import { MalformedMessage } from '../kernel';
import type { WireNumber } from './wire-form';

/** An enum of the contract as the generator gives it: names to numbers. */
type WireEnum = Readonly<Record<string, number>>;

/** Turns the values of one enum into words of the domain and back. */
export interface EnumTable<Word extends string, Value extends number> {
  /** The number that stands for a word on the wire. */
  toWire(word: Word): Value;
  /** The word for a number or a name; throws for those that mean nothing here, so also for the unspecified value and for absence. */
  fromWire(value: WireNumber, field: string): Word;
  /** The same, but absence and the unspecified value are undefined. */
  optionalFromWire(value: WireNumber, field: string): Word | undefined;
  /** The word for a number or a name; undefined for whatever means nothing here. */
  knownFromWire(value: WireNumber): Word | undefined;
}

/** Makes the table of an enum. A word that is missing does not compile; a value that is missing is found by test. */
export function enumTable<Word extends string, const E extends WireEnum>(
  wire: E,
  names: Readonly<Record<Word, keyof E & string>>,
): EnumTable<Word, E[keyof E]> {
  const toWire = new Map<Word, E[keyof E]>();
  const fromWire = new Map<number | string, Word>();
  for (const word in names) {
    const name = names[word];
    const value = wire[name] as E[keyof E];
    toWire.set(word, value);
    fromWire.set(value, word);
    fromWire.set(name, word);
  }
  const unspecified = Object.keys(wire).find((name) => wire[name] === 0);

  function known(value: WireNumber): Word | undefined {
    return value === undefined || value === null ? undefined : fromWire.get(value);
  }
  function read(value: WireNumber, field: string): Word {
    const word = known(value);
    if (word === undefined) throw new MalformedMessage(field, `must be one of ${Object.values(names).join(', ')}`);
    return word;
  }
  return {
    toWire: (word) => {
      const value = toWire.get(word);
      if (value === undefined) throw new RangeError(`${word} has no value on the wire`);
      return value;
    },
    fromWire: read,
    knownFromWire: known,
    optionalFromWire: (value, field) =>
      value === undefined || value === null || value === 0 || value === unspecified ? undefined : read(value, field),
  };
}
