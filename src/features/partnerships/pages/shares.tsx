import { setBeside } from '../../../i18n/numbers.ts'
import type { Language } from '../../../kernel/language.ts'
import { BETWEEN } from '../../../ui/text.tsx'
import type { Contribution } from '../../matching/explain/explanation.ts'
import { NOT_CONFIRMED } from '../../offers/calculated/instance.ts'
import { CONDITIONS } from '../../pledges/model.ts'
import { sayCondition } from '../../pledges/pages/says.tsx'
import { DATES_ASSUMED } from '../runs/assumed.model.ts'
import { say } from '../words.ts'
import type { Shown } from './shown.ts'
import { sayPartOf } from './terms.print.ts'

const OURS = [NOT_CONFIRMED, DATES_ASSUMED] as const

/** On what a share depends, and what is not certain of it: «Condition: approval by parliament · not confirmed by its party». */
export function sayConditions(language: Language, conditions: readonly string[]): string | null {
  const known = CONDITIONS.filter((code) => conditions.includes(code)).map((code) =>
    sayCondition(language, code),
  )
  const said = [
    ...(known.length > 0
      ? [say(language, 'condition') + say(language, 'colon') + setBeside(language, known)]
      : []),
    ...OURS.filter((code) => conditions.includes(code)).map((code) =>
      say(language, `condition.${code}`),
    ),
  ]
  return said.length === 0 ? null : said.join(BETWEEN)
}

/** What is given, with the way to the offer that it is a share of, and on what it depends. */
export function ShareOf({ shown, share }: { shown: Shown; share: Contribution }) {
  const { language } = shown
  const href = shown.shareHref?.(share)
  const said = sayPartOf(language, share)
  const conditions = sayConditions(language, share.conditions)
  return (
    <>
      {href ? <a href={href}>{said}</a> : said}
      {conditions && <small class="block">{conditions}</small>}
    </>
  )
}
