/** W3C trace context as it travels inside messages: `00-<32 hex>-<16 hex>-<flags>`; empty means not traced. */
export type Traceparent = string;

/** 64-bit FNV-1a over text, as 16 hex digits; `salt` gives independent values for one text. Never all zero. */
function digest64(text: string, salt: number): string {
  let high = (0xcbf29ce4 ^ salt) >>> 0;
  let low = (0x84222325 ^ Math.imul(salt, 0x9e3779b1)) >>> 0;
  for (let index = 0; index < text.length; index += 1) {
    low = (low ^ text.charCodeAt(index)) >>> 0;
    // Multiplication by the FNV prime 2^40 + 0x1b3, in two 32-bit halves.
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x100000000) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  const hex = high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
  return hex === '0000000000000000' ? '0000000000000001' : hex;
}

/** Begins a trace for something named uniquely in the cluster and for ever. The ids are derived, so cores can make them without chance. */
export function rootTraceparent(name: string): Traceparent {
  return `00-${digest64(name, 1)}${digest64(name, 2)}-${digest64(name, 3)}-01`;
}

/** The context of a step inside the trace of `parent`; `step` must be unique within the trace. Stays empty when the parent is not traced. */
export function childTraceparent(parent: Traceparent, step: string): Traceparent {
  const parts = parent.split('-');
  const [version, traceId, spanId, flags] = parts;
  if (
    parts.length !== 4 ||
    version === undefined ||
    traceId === undefined ||
    spanId === undefined ||
    flags === undefined
  )
    return '';
  return `${version}-${traceId}-${digest64(spanId + step, 4)}-${flags}`;
}
