declare const BRAND: unique symbol;

/** A primitive that cannot be mistaken for another of the same shape: the compiler sees the name, the run-time only the value. */
export type Brand<Value, Name extends string> = Value & { readonly [BRAND]: Name };
