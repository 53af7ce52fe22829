import type { Language } from '../../kernel/language.ts'
import { say } from '../../ui/words.ts'
import type { Dataset } from './dataset.ts'
import type { About } from './forms/form.ts'
import { LICENCE } from './licence.ts'

export type { About }

/** What is said beside the rows of a dataset, in the language in which they are said. */
export const aboutOf = (
  dataset: Dataset,
  { day, language }: { day: string; language: Language },
  about: Pick<About, 'address' | 'total' | 'now'>,
): About => ({
  title: dataset.title(language),
  description: dataset.description(language),
  notice: say(language, 'notice.sample'),
  licence: LICENCE,
  asOf: day,
  language,
  ...about,
})
