/**
 * A program and its arguments as people write them on one line: parted by spaces, together inside quotation marks.
 * Null where a mark is not closed, or nothing is said.
 */
export function wordsOfCommand(line: string): readonly string[] | null {
  const words = [...line.matchAll(/\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))(?=\s|$)/gy)]
  const read = words.reduce((length, [whole]) => length + whole.length, 0)
  return words.length === 0 || line.slice(read).trim() !== ''
    ? null
    : words.map(([, double, single, bare]) => double ?? single ?? bare ?? '')
}
