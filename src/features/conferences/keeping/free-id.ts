import type { Text } from '../../../kernel/text.ts'

const LONGEST = 40

const plain = (words: string) =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '')

/** The identifier of something new: from its English or first words, else of its kind; with a number where it is taken. */
export function freeId(
  { original, in: wordings }: Text,
  kind: string,
  taken: ReadonlySet<string>,
): string {
  const wanted = plain(wordings.en?.value ?? wordings[original]?.value ?? '') || kind
  let id = wanted
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`
  return id
}
