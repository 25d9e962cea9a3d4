/** A 64-bit integer as it arrives: a number on internal links, decimal digits on the public contract. */
export type WireNumber = number | string | null | undefined;

/**
 * A decoded message of the contract whichever options it was decoded with: everything may be absent, 64-bit integers and enums are numbers or
 * texts. `Message` is the generated `…__Output` of the internal links; that of the public contract is assignable to the same form.
 */
export type Wire<Message> = Message extends Uint8Array
  ? Uint8Array
  : Message extends number
    ? number | string
    : Message extends readonly (infer Item)[]
      ? readonly Wire<Item>[]
      : Message extends object
        ? { readonly [Field in keyof Message]?: Wire<Message[Field]> | null | undefined }
        : Message;
