import { LANGUAGES } from '../../../kernel/language.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Place } from '../model.ts'

const LONGEST = 50

/** Latin letters and digits joined by hyphens, accents dropped, cut between words. */
function latin(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (plain.length <= LONGEST) return plain
  return plain.slice(0, LONGEST + 1).replace(/-[^-]*$/, '')
}

/** Whether most of a title's letters are Latin, so that what is left of it still says something. */
const isLatin = (title: string) =>
  (title.match(/\p{Script=Latin}/gu)?.length ?? 0) * 2 > (title.match(/\p{L}/gu)?.length ?? 0)

function fromTitle({ original, in: wordings }: Text): string {
  for (const language of ['en' as const, original, ...LANGUAGES]) {
    const title = wordings[language]?.value ?? ''
    if (isLatin(title) && latin(title) !== '') return latin(title)
  }
  return ''
}

const fromTime = ({ day, start }: Pick<Place, 'day' | 'start'>) =>
  [day, start?.replace(':', '')].filter(Boolean).join('-')

/**
 * What a session without one is called in its address: by its title where that has Latin letters, else by its day and
 * time; with a number where that is taken.
 */
export function freeSlug(
  session: Pick<Place, 'day' | 'start'> & { title: Text },
  taken: ReadonlySet<string>,
): string {
  const wanted = fromTitle(session.title) || fromTime(session)
  let slug = wanted
  for (let number = 2; taken.has(slug); number++) slug = `${wanted}-${number}`
  return slug
}
