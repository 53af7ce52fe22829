import type { Language } from '../../kernel/language.ts'
import type { Known } from './count/ages.ts'
import type { Rule } from './count/count.ts'
import { say } from './words.ts'

type Term =
  | `known.${Known}`
  | `rule.${Rule | 'standing'}`
  | `rule.${Rule | 'standing'}.text`
  | `ages.${'after' | 'delivered' | 'judged' | 'judged.column' | 'percent' | 'rule'}`
  | `gaps.${'anew' | 'earlier' | 'editions.text' | 'family' | 'untold'}`
  | `published.${'counted' | 'of' | 'ours' | 'text' | 'theirs'}`
  | 'ages'
  | 'count.pledges'
  | 'ours'
  | 'rules'
  | 'rules.text'

/** What papers call things: the words of the pages, so that a report and a page never differ. */
export const sayTerm = (
  language: Language,
  term: Term,
  values?: Readonly<Record<string, string | number>>,
): string => say(language, term, values)
