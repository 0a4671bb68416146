/** The number of words in a text: each Han character is one, and so is each run of other letters and digits. */
export function countWords(text: string): number {
  return text.match(/\p{Script=Han}|[\p{L}\p{N}'’_-]+?(?=\p{Script=Han}|[^\p{L}\p{N}'’_-]|$)/gu)?.length ?? 0
}
