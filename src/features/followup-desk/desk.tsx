import { sayDay } from '../../i18n/days.ts'
import type { PartyCode } from '../../kernel/ids.ts'
import { readingOf } from '../../kernel/text.ts'
import type { FormReader } from '../../ui/form/attempt.ts'
import { hrefOf } from '../../ui/navigation.tsx'
import { BETWEEN, Identifier } from '../../ui/text.tsx'
import type { Outline } from '../conferences/outline.ts'
import { Title } from '../conferences/pages/facts.tsx'
import { nameOn, type Party } from '../parties/model.ts'
import type { PledgeId } from '../pledges/model.ts'
import type { Namesake } from '../pledges/terms/public.ts'

/** For whom a page is, and what it calls by name. */
export interface Desk {
  viewer: FormReader
  conference: string
  conferenceName: string
  zone: string
  now: Temporal.Instant
  today: string
  parties: ReadonlyMap<PartyCode, Party>
  pledges: ReadonlyMap<PledgeId, Namesake>
}

type Named = Pick<Desk, 'parties' | 'pledges'>

export const deskOf = (
  viewer: FormReader & { now: Temporal.Instant },
  outline: Outline,
  named: Named,
): Desk => ({
  ...{ viewer, conference: outline.id, zone: outline.zone, now: viewer.now, ...named },
  conferenceName: readingOf(outline.shortName, viewer.language).value,
  today: dayOf(viewer.now),
})

/** The day of a visit, by the clock of the record (UTC). */
export const dayOf = (now: Temporal.Instant): string =>
  now.toZonedDateTimeISO('UTC').toPlainDate().toString()

export const framed = ({ conference, conferenceName }: Desk, title: string) => ({
  title: `${title} · ${conferenceName}`,
  conference: { id: conference, name: conferenceName },
})

/** What a party is called today. */
export const nameIn = (
  { parties, today, viewer }: Pick<Desk, 'parties' | 'today' | 'viewer'>,
  code: PartyCode,
): string => {
  const party = parties.get(code)
  return party ? nameOn(party, today, viewer.language).short : code
}

/** A pledge by its name and identifier, leading to where everybody reads it. */
export function PledgeLink({ desk, id }: { desk: Desk; id: PledgeId }) {
  const { language } = desk.viewer
  const pledge = desk.pledges.get(id)
  return (
    <a href={hrefOf(language, `/pledges/${id}`)}>
      {pledge && (
        <>
          <Title text={pledge.title} language={language} />
          {BETWEEN}
        </>
      )}
      <Identifier>{id}</Identifier>
    </a>
  )
}

/** A moment by its day on the clocks of the conference. */
export function DayOf({ desk, at }: { desk: Desk; at: Temporal.Instant }) {
  const day = at.toZonedDateTimeISO(desk.zone).toPlainDate().toString()
  return <time datetime={day}>{sayDay(desk.viewer.language, day)}</time>
}
