/** W3C trace context as it travels inside messages: `00-<32 hex>-<16 hex>-<flags>`; empty means not traced. */
export type Traceparent = string;

/** Two independent 32-bit hashes of a text, as 16 hex digits; `salt` gives independent values for one text. Never all zero.
 *  Integer arithmetic of 32 bits throughout: this runs for every offer and every launch. */
function digest64(text: string, salt: number): string {
  let high = 0x811c9dc5 ^ Math.imul(salt, 0x9e3779b1);
  let low = 0x5bd1e995 ^ Math.imul(salt, 0x85ebca6b);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x01000193);
    low = (Math.imul((low << 13) | (low >>> 19), 5) + 0xe6546b64 + Math.imul(code, 0xcc9e2d51)) | 0;
  }
  const hex = hex32(mixed(high ^ Math.imul(low, 0x1b873593))) + hex32(mixed(low ^ text.length));
  return hex === '0000000000000000' ? '0000000000000001' : hex;
}

/** Spreads every bit over the whole word. */
function mixed(word: number): number {
  let spread = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  spread = Math.imul(spread ^ (spread >>> 13), 0xc2b2ae35);
  return (spread ^ (spread >>> 16)) >>> 0;
}

/** Two hex digits for every byte: looking them up is several times quicker than making them. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex32(word: number): string {
  const low = `${HEX[(word >>> 8) & 0xff] ?? ''}${HEX[word & 0xff] ?? ''}`;
  return `${HEX[word >>> 24] ?? ''}${HEX[(word >>> 16) & 0xff] ?? ''}${low}`;
}

/** Where the span id begins and ends in a context of the one length there is. */
const SPAN_BEGIN = 36;
const SPAN_END = 52;
const CONTEXT_LENGTH = 55;

/** Begins a trace for something named uniquely in the cluster and for ever. The ids are derived, so cores can make them without chance. */
export function rootTraceparent(name: string): Traceparent {
  return `00-${digest64(name, 1)}${digest64(name, 2)}-${digest64(name, 3)}-01`;
}

/** The context of a step inside the trace of `parent`; `step` must be unique within the trace. Stays empty when the parent is not traced. */
export function childTraceparent(parent: Traceparent, step: string): Traceparent {
  if (parent.length !== CONTEXT_LENGTH || parent[SPAN_BEGIN - 1] !== '-' || parent[SPAN_END] !== '-') return '';
  const spanId = digest64(parent.slice(SPAN_BEGIN, SPAN_END) + step, 4);
  return `${parent.slice(0, SPAN_BEGIN)}${spanId}${parent.slice(SPAN_END)}`;
}
