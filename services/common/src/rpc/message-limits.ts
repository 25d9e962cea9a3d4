/** The largest message, in bytes, that a public server takes. A link carries it on in {@link LINK_MESSAGE_BYTES_MAX}, which leaves room for what it grows by on the way. */
export const PUBLIC_MESSAGE_BYTES_MAX = 1024 * 1024;

/** The largest message, in bytes, that the services take from each other and clients from servers. */
export const LINK_MESSAGE_BYTES_MAX = 8 * 1024 * 1024;
