import type { Language } from '../../kernel/language.ts'
import { sayValue } from '../conferences/pages/figures.tsx'
import { count } from './count/count.ts'
import type { EditionFacts } from './editions.ts'
import { say } from './words.ts'

/** How many States our sample of an edition holds of those that were published; null where no number was. */
export function saySample(
  language: Language,
  { entries, figures }: Pick<EditionFacts, 'entries' | 'figures'>,
  states: ReadonlySet<string>,
): string | null {
  const published = figures
    .filter(({ counts }) => counts === 'states-pledging')
    .map(({ value }) => sayValue(language, value))
  if (published.length === 0) return null
  const { number } = count(entries, 'states', (code) => states.has(code))
  return say(language, 'map.sample', {
    ours: number ?? 0,
    theirs: [...new Set(published)].join(' / '),
  })
}
