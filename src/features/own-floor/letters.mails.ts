import { sayOffset } from '../../i18n/clock.ts'
import { sayDay } from '../../i18n/days.ts'
import { setBeside } from '../../i18n/numbers.ts'
import { wallAt } from '../../i18n/wall.ts'
import type { PartyCode } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { type Fact, facts, type Letter, link, paragraph } from '../../platform/mail/letter.ts'
import { floorOf, type ListOfSpeakers } from '../floor/facts.queries.ts'
import type { SpeechId } from '../floor/queue/deeds.ts'
import { partyOfSpeech } from '../floor/queue/queues.ts'
import { standingAt } from '../floor/standing.ts'
import { sayKind } from '../floor/terms.print.ts'
import { nameOn } from '../parties/model.ts'
import { holdersOf } from '../people/recipients.queries.ts'
import { addressOfFloor, Exchanged } from './model.ts'
import { type OwnSpeech, ownSpeeches } from './own.ts'
import { say } from './words.ts'

interface World {
  read: Reading
  origin: string
  now: Temporal.Instant
}

type Template = (data: Record<string, unknown>, world: World) => Promise<Letter[]>

/** Of what a letter to a delegation tells, and how it begins. */
interface Told {
  mail: 'exchange-offered' | 'exchange-accepted' | 'exchange-declined'
  list: ListOfSpeakers
  party: PartyCode
  speech: SpeechId
  /** The other delegation. */
  other: PartyCode
  about: string
  /** Who did it and needs no letter, `account/0190…`. */
  without: string | null
}

const exchanged =
  (mail: Told['mail']): Template =>
  async (data, world) => {
    const { from, to, by, ...of } = Exchanged.parse(data)
    const list = (await floorOf(world.read, of))?.list
    const [giver, taker] = [from, to].map((id) => partyOfSpeech(list?.floor ?? null, id))
    if (!list?.published || !giver || !taker) return []
    const common = { mail, list, about: `list-of-speakers/${of.session}` }
    const without = mail === 'exchange-accepted' ? null : by
    const toTaker = { ...common, without, party: taker, speech: to, other: giver }
    const toGiver = { ...common, without, party: giver, speech: from, other: taker }
    return [
      ...(await lettersTo(toTaker, world)),
      ...(mail === 'exchange-offered' ? [] : await lettersTo(toGiver, world)),
    ]
  }

/** Asks a delegation whether it consents. */
export const offeredLetters = exchanged('exchange-offered')
/** Tells both, whoever of them answered: they have exchanged their places. */
export const acceptedLetters = exchanged('exchange-accepted')
/** Tells both that nothing has changed, but not whoever said so. */
export const declinedLetters = exchanged('exchange-declined')

async function lettersTo(told: Told, { read, origin, now }: World): Promise<Letter[]> {
  const { mail, list, party, about, without } = told
  const { conference } = list
  const people = await holdersOf(read, {
    ...{ conference: conference.id, roles: ['focal-point'], party },
  })
  const { likely } = standingAt(list, now)
  const one = ownSpeeches(list.floor, party, likely).find(({ speech }) => speech.id === told.speech)
  return people
    .filter(({ account }) => without !== `account/${account}`)
    .map(({ address, name, language, zone }) => ({
      to: { address, name, language, ...(zone !== null && { zone }) },
      subject: say(language, `mail.${mail}`),
      kind: `own-floor.${mail}`,
      about,
      text: [
        paragraph(say(language, `mail.text.${mail}`)),
        facts(...factsOf(language, told, one ?? null, zone)),
        link(
          say(language, 'mail.open'),
          `${origin}/${language}${addressOfFloor(conference.id, party, list.session.slug)}`,
        ),
      ],
    }))
}

/** What a letter lists: the other delegation, and where one stands now; never who speaks. */
function factsOf(
  language: Language,
  { list: { conference, session, published, parties }, other }: Told,
  one: OwnSpeech | null,
  zone: string | null,
): Fact[] {
  const label = (key: Parameters<typeof say>[1]) => say(language, key)
  const held = parties.get(other)
  const stands = one?.stands.is === 'waiting' ? one.stands : null
  const zones = [...new Set([conference.zone, zone ?? conference.zone])]
  const { likely = null } = stands ?? {}
  return [
    ...(published
      ? [{ label: label('mail.session'), value: readingOf(published.title, language).value }]
      : []),
    {
      label: label('mail.party'),
      value: held ? nameOn(held, session.day, language).short : other,
    },
    ...(one ? [{ label: label('mail.kind'), value: sayKind(language, one.speech.kind) }] : []),
    ...(stands ? [{ label: label('place.label'), value: String(stands.number) }] : []),
    ...(likely === null
      ? []
      : [
          {
            label: label('likely.label'),
            value: setBeside(
              language,
              zones.map((one) => sayMinute(language, likely, one)),
            ),
          },
        ]),
  ]
}

const MINUTE = 60_000

/** A minute in a zone, with its distance from UTC. */
function sayMinute(language: Language, at: number, zone: string): string {
  const { day, clock, offset } = wallAt(Math.round(at / MINUTE) * MINUTE, zone)
  return `${sayDay(language, day)} ${clock} (${sayOffset(language, offset)})`
}
