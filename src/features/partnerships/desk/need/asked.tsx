import { compareIn } from '../../../../i18n/collation.ts'
import { sayDayRange } from '../../../../i18n/days.ts'
import { readingOf } from '../../../../kernel/text.ts'
import { hrefOf } from '../../../../ui/navigation.tsx'
import { Empty } from '../../../../ui/notices.tsx'
import { Table } from '../../../../ui/table.tsx'
import { BETWEEN, Identifier } from '../../../../ui/text.tsx'
import { addressOfOffers } from '../../../offers-board/choices.ts'
import type { Before, PastOffer } from '../../before/before.ts'
import { sayPartOf } from '../../pages/terms.print.ts'
import { say } from '../../words.ts'
import { type Desk, nameIn } from '../frame.tsx'
import type { NeedFacts } from './facts.ts'

/** More pledges of one party say no more. */
const SHOWN = 3
/** A longer list is opened by whoever wants it. */
const FOLDED = 8

interface Asking {
  desk: Desk
  facts: NeedFacts
}

/** Who has offered such things before, part by part: for the secretariat alone, which asks. */
export function AskedParts({ desk, facts }: Asking) {
  const { language } = desk.viewer
  if (facts.asked.length === 0) return null
  return (
    <>
      <h2 id="before">{say(language, 'before')}</h2>
      <p>{say(language, 'before.text')}</p>
      {facts.asked.map((one) => (
        <section aria-label={sayPartOf(language, one.part)}>
          <h3>{sayPartOf(language, one.part)}</h3>
          {one.by.length === 0 ? (
            <Empty>{say(language, 'before.none')}</Empty>
          ) : (
            <details open={one.by.length <= FOLDED}>
              <summary>{say(language, 'before.count', { count: one.by.length })}</summary>
              <Who desk={desk} facts={facts} by={one.by} />
            </details>
          )}
        </section>
      ))}
    </>
  )
}

function Who({ desk, facts, by }: Asking & { by: readonly Before[] }) {
  const { language } = desk.viewer
  const compare = compareIn(language)
  const named = by.map((before) => ({ ...before, name: nameIn(desk, before.party) }))
  return (
    <Table
      caption={say(language, 'before.caption')}
      columns={(['before.who', 'before.what'] as const).map((key) => say(language, key))}
      rows={named
        .toSorted((a, b) => compare(a.name, b.name))
        .map(({ name, offers, pledges }) => [
          name,
          <ul class="list-none ps-0">
            {offers.map((offer) => (
              <li>
                {say(language, 'before.offer')}
                {say(language, 'colon')}
                <OfferLink desk={desk} facts={facts} offer={offer} />
              </li>
            ))}
            {pledges.length > 0 && (
              <li>
                {pledges.slice(0, SHOWN).map(({ id }, place) => (
                  <>
                    {place > 0 && BETWEEN}
                    <a href={hrefOf(language, `/pledges/${id}`)}>
                      <Identifier>{id}</Identifier>
                    </a>
                  </>
                ))}
              </li>
            )}
          </ul>,
        ])}
    />
  )
}

/** When it was there, and where it was made if that was elsewhere. */
function OfferLink({ desk, facts, offer }: Asking & { offer: PastOffer }) {
  const { language } = desk.viewer
  const elsewhere =
    offer.conference !== facts.run.conference && facts.conferences.get(offer.conference)
  const address = `${addressOfOffers(offer.conference, offer.party)}/${offer.id}`
  return (
    <>
      <a href={hrefOf(language, address)}>{sayDayRange(language, offer.from, offer.until)}</a>
      {elsewhere && (
        <>
          {BETWEEN}
          {readingOf(elsewhere, language).value}
        </>
      )}
    </>
  )
}
