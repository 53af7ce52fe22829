import type { Child } from 'hono/jsx'
import { sayNumber } from '../../../i18n/numbers.ts'
import { sayRange } from '../../../i18n/quantities.ts'
import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { addressOfCount } from '../count/address.ts'
import type { Rule, Sum } from '../count/count.ts'
import type { Filter } from '../count/filter.ts'
import { say } from '../words.ts'

/** A number that opens its rule and the list behind it. There is no bare number on a page of the record. */
export const CountLink = ({
  language,
  rule,
  filter,
  children,
}: {
  language: Language
  rule: Rule
  filter: Filter
  children?: Child
}) => <a href={hrefOf(language, addressOfCount(rule, filter))}>{children}</a>

/** How many pledges, as a link to them. */
export const PledgeCount = ({
  language,
  filter,
  number,
}: {
  language: Language
  filter: Filter
  number: number
}) => (
  <CountLink language={language} rule="pledges" filter={filter}>
    {say(language, 'count.pledges', { count: number })}
  </CountLink>
)

/** A sum in words, with its year where it is money. */
export const saySum = (language: Language, { unit, currency, year, bounds }: Sum): string =>
  `${sayRange(language, { unit, currency }, bounds)}${year === null ? '' : ` (${year})`}`

/** A number with what it counts, large, leading to what stands behind it. */
export const Counted = ({
  language,
  rule,
  filter,
  number,
}: {
  language: Language
  rule: Rule
  filter: Filter
  number: number
}) => (
  <figure class="figure min-w-36">
    <p class="figure-value">
      <CountLink language={language} rule={rule} filter={filter}>
        {sayNumber(language, number)}
      </CountLink>
    </p>
    <figcaption>
      <p class="figure-counts">{say(language, `rule.${rule}`)}</p>
    </figcaption>
  </figure>
)
