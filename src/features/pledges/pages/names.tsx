import { sayDay, sayPartialDay } from '../../../i18n/days.ts'
import type { PartyCode } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import { localWithOffset } from '../../../kernel/time.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Bdi } from '../../../ui/text.tsx'
import type { Outline } from '../../conferences/outline.ts'
import { Title } from '../../conferences/pages/facts.tsx'
import { type Labels, nameOn, type Party } from '../../parties/model.ts'
import { firstDayOf } from '../model.ts'

/** What every part of a page needs: the reader's language, and what parties, editions and capabilities are called. */
export interface Desk {
  language: Language
  parties: ReadonlyMap<PartyCode, Party>
  editions: ReadonlyMap<string, Outline>
  capabilities: ReadonlyMap<string, Labels>
  /** The day of the reader's visit. */
  today: string
}

interface Dated {
  conference: string | null
  announcedOn: string | null
}

/** The day whose names a pledge bears: that of its announcement, as far as it is known. */
export const dayOf = ({ editions, today }: Desk, { conference, announcedOn }: Dated): string =>
  announcedOn === null
    ? (editions.get(conference ?? '')?.dates?.first ?? today)
    : firstDayOf(announcedOn)

/** What a party is called on a day; its code where nothing is known of it. */
export const partyName = (desk: Desk, code: PartyCode, day: string): string => {
  const party = desk.parties.get(code)
  return party ? nameOn(party, day, desk.language).short : code
}

export const PartyLink = ({ desk, code, day }: { desk: Desk; code: PartyCode; day: string }) => (
  <a href={hrefOf(desk.language, `/parties/${code}`)}>{partyName(desk, code, day)}</a>
)

/** The short name of an edition, leading to its page. */
export function EditionLink({ desk, id }: { desk: Desk; id: string }) {
  const edition = desk.editions.get(id)
  return (
    <a href={hrefOf(desk.language, `/${id}`)}>
      {edition ? <Title text={edition.shortName} language={desk.language} /> : <Bdi>{id}</Bdi>}
    </a>
  )
}

/** A day as far as it is known, for people and for machines. */
export const Day = ({ language, day }: { language: Language; day: string }) => (
  <time datetime={day}>{sayPartialDay(language, day)}</time>
)

/** A moment on the clocks of a conference, to the minute. */
export function Moment({
  language,
  zone,
  at,
}: {
  language: Language
  zone: string
  at: Temporal.Instant
}) {
  const local = at.toZonedDateTimeISO(zone)
  return (
    <time datetime={localWithOffset(at, zone)}>
      {sayDay(language, local.toPlainDate().toString())}{' '}
      <bdi>{local.toPlainTime().toString({ smallestUnit: 'minute' })}</bdi>
    </time>
  )
}
