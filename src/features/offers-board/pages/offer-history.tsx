import { sayDay } from '../../../i18n/days.ts'
import { Table } from '../../../ui/table.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { type TermsField, withChanges } from '../../offers/differences.ts'
import type { Deed, Side, Terms } from '../../offers/model.ts'
import { sayDeed, saySide } from '../../offers/terms.print.ts'
import { say } from '../words.ts'
import type { Desk } from './names.tsx'
import { labelOf, saidIn } from './offer-facts.tsx'

/** What was done to an offer, and what it said from then on. */
export interface Done {
  version: number
  at: Temporal.Instant
  side: Side
  deed: Deed
  terms: Terms
}

/** Everything that was done to an offer, the last first; of what was changed, each field as it was and as it became. */
export function OfferHistory({ desk, deeds }: { desk: Desk; deeds: readonly Done[] }) {
  const { language } = desk.viewer
  return (
    <section aria-labelledby="history">
      <h2 id="history">{say(language, 'history')}</h2>
      <ol reversed>
        {withChanges(deeds).map(({ at, deed, side, terms, before, changed }) => (
          <li>
            <p class="mb-1">
              <time datetime={`${at}`}>{sayDay(language, `${at}`.slice(0, 10))}</time>
              {BETWEEN}
              {sayDeed(language, deed)}
              {BETWEEN}
              {saySide(language, side)}
            </p>
            {before && <Changes desk={desk} fields={changed} before={before} after={terms} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Changes({
  desk,
  fields,
  before,
  after,
}: {
  desk: Desk
  fields: readonly TermsField[]
  before: Terms
  after: Terms
}) {
  const { language } = desk.viewer
  const value = (field: TermsField, terms: Terms) =>
    saidIn(desk, field, terms) ?? say(language, 'not-said')
  if (fields.length === 0) return null
  return (
    <Table
      caption={<span class="sr-only">{say(language, 'changed')}</span>}
      columns={[say(language, 'changed'), say(language, 'before'), say(language, 'after')]}
      rows={fields.map((field) => [
        labelOf(language, field),
        value(field, before),
        value(field, after),
      ])}
    />
  )
}
