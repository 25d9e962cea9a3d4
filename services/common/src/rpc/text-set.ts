/** Makes a test for membership in a fixed list of words, which narrows a text to their union. */
export function isAnyOf<Word extends string>(words: readonly Word[]): (text: string) => text is Word {
  const known = new Set<string>(words);
  return (text): text is Word => known.has(text);
}
