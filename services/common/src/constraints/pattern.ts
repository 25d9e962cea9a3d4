import { RE2JS, RE2JSException } from 're2js';

import { unreachable } from '../kernel';

/** At most this many bytes of a pattern or of a text to compare with. */
export const PATTERN_BYTES_MAX = 1_024;
/** At most this many steps in what a pattern is compiled to (mesos-semantics §3.11); the work to match a text is at most this × its length. */
export const PATTERN_STEPS_MAX = 100;

/** A pattern ready for use, or what is wrong with it. */
export type CompiledPattern =
  { readonly ok: true; readonly matches: (text: string) => boolean } | { readonly ok: false; readonly problem: string };

/**
 * Compiles a pattern in RE2 syntax, which must match a whole text. Such patterns have no backtracking: whatever pattern and text, the work
 * grows with the length of the text alone. What would be large is refused before it is compiled, so that compiling is bounded as well.
 */
export function compilePattern(pattern: string): CompiledPattern {
  if (Buffer.byteLength(pattern) > PATTERN_BYTES_MAX) {
    return refused(`must be at most ${String(PATTERN_BYTES_MAX)} bytes`);
  }
  if (expandedSize(pattern) > EXPANDED_MAX) return tooLarge();
  try {
    const compiled = RE2JS.compile(pattern);
    if (compiled.programSize() > PATTERN_STEPS_MAX) return tooLarge();
    return { ok: true, matches: matcherOf(pattern, compiled) };
  } catch (fault) {
    if (!(fault instanceof RE2JSException)) throw fault;
    return refused(`is no pattern in RE2 syntax, which has neither back references nor look-around: ${fault.message}`);
  }
}

/** After so many texts a pattern is compiled anew: what matching remembers to be quicker would otherwise grow with the texts it has seen. */
const TEXTS_REMEMBERED_MAX = 4_096;

function matcherOf(pattern: string, first: RE2JS): (text: string) => boolean {
  let compiled = first;
  let texts = 0;
  return (text) => {
    texts += 1;
    if (texts % TEXTS_REMEMBERED_MAX === 0) compiled = RE2JS.compile(pattern);
    return compiled.testExact(text);
  };
}

/** Pieces of a pattern with its repetitions written out, beyond which it is not even compiled. Far more than {@link PATTERN_STEPS_MAX} needs. */
const EXPANDED_MAX = 4_096;

const REPETITION = /\{(\d{1,9})(?:,(\d{0,9}))?\}/y;
const QUOTED = /\\Q[^]*?(?:\\E|$)/y;
const ESCAPED = /\\(?:[xpP]\{[^}]*\}|[^])/y;
const CLASS = /\[\^?\]?(?:\\[^]|\[:[^\]]*:\]|[^\]\\])*\]/y;
const GROUP = /\((?:\?[^:)]*[:)>]?)?/y;

/** One piece of a pattern as it is written. */
type Piece =
  | { readonly piece: 'repetition'; readonly length: number; readonly times: number }
  | { readonly piece: 'open' | 'close'; readonly length: number }
  /** Characters, classes and flags, of which only the last can be repeated; `size` is how many they are. */
  | { readonly piece: 'plain'; readonly length: number; readonly size: number };

/** How many pieces the pattern would have with every counted repetition written out: the first measure of what compiling it would cost. */
function expandedSize(pattern: string): number {
  const outer: number[] = [];
  let size = 0;
  let last = 0;
  for (let at = 0; at < pattern.length && size <= EXPANDED_MAX;) {
    const piece = pieceAt(pattern, at);
    at += piece.length;
    switch (piece.piece) {
      case 'repetition':
        size += last * (piece.times - 1);
        last *= piece.times;
        break;
      case 'open':
        outer.push(size);
        size = 0;
        break;
      case 'close':
        last = size + 2;
        size = (outer.pop() ?? 0) + last;
        break;
      case 'plain':
        last = piece.size;
        size += last;
        break;
      default:
        unreachable(piece, 'piece of a pattern');
    }
  }
  return size + outer.reduce((sum, each) => sum + each, 0);
}

function pieceAt(pattern: string, at: number): Piece {
  const taken = (expression: RegExp): string | undefined => {
    expression.lastIndex = at;
    return expression.exec(pattern)?.[0];
  };
  const repetition = taken(REPETITION);
  if (repetition !== undefined) {
    return { piece: 'repetition', length: repetition.length, times: largestCount(repetition) };
  }
  const quoted = taken(QUOTED);
  if (quoted !== undefined) return { piece: 'plain', length: quoted.length, size: quoted.length };
  const group = taken(GROUP);
  if (group !== undefined && !group.endsWith(')')) return { piece: 'open', length: group.length };
  if (pattern.charAt(at) === ')') return { piece: 'close', length: 1 };
  const { length } = group ?? taken(ESCAPED) ?? taken(CLASS) ?? '.';
  return { piece: 'plain', length, size: 1 };
}

function largestCount(repetition: string): number {
  const counts = repetition.slice(1, -1).split(',').map(Number);
  return Math.max(1, ...counts);
}

function tooLarge(): CompiledPattern {
  return refused(
    `compiles to more than ${String(PATTERN_STEPS_MAX)} steps; make it shorter, above all its repetitions, or use several groups`,
  );
}

function refused(problem: string): CompiledPattern {
  return { ok: false, problem };
}
