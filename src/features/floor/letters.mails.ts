import { sayZoneOffset } from '../../i18n/clock.ts'
import { sayDay } from '../../i18n/days.ts'
import { isolateIn } from '../../i18n/isolate.ts'
import type { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { facts, type Letter, link, paragraph } from '../../platform/mail/letter.ts'
import { nameOn } from '../parties/model.ts'
import { AccountId } from '../people/model.ts'
import { holdersOf, reachableOf } from '../people/recipients.queries.ts'
import { chairsOf } from './chairs/queries.ts'
import { floorOf } from './facts.queries.ts'
import { OfList, OfSpeech } from './model.ts'
import { everySpeech } from './queue/queues.ts'
import { positionsOf, standingAt } from './standing.ts'
import { say } from './words.ts'

const OfChair = OfList.strip().extend({ account: AccountId })

interface World {
  read: Reading
  origin: string
  now: Temporal.Instant
}

/** A moment on a clock, with its distance from UTC. */
function momentIn(language: Language, at: Temporal.Instant, zone: string): string {
  const there = at.toZonedDateTimeISO(zone)
  const day = sayDay(language, there.toPlainDate().toString())
  const time = there.toPlainTime().toString({ smallestUnit: 'minute' })
  return `${day} · ${time} (${sayZoneOffset(language, at, zone)})`
}

const MINUTE = 60_000
const minuteOf = (at: number) =>
  Temporal.Instant.fromEpochMilliseconds(Math.round(at / MINUTE) * MINUTE)

/** Tells the focal points of a delegation, at once, that its request was received, and where it stands. */
export async function acknowledged(
  data: Record<string, unknown>,
  { read, origin, now }: World,
): Promise<Letter[]> {
  const { conference, session, speech } = OfSpeech.strip().parse(data)
  const found = await floorOf(read, { conference, session })
  const list = found?.list
  const asked = list && everySpeech(list.floor).find(({ id }) => id === speech)
  const party = asked && list.parties.get(asked.party)
  if (!asked || !party) return []
  const day = list.session.day
  const position = positionsOf(list.floor, asked.party).find((one) => one.speech.id === speech)
  const likely = standingAt(list, now).likely.begins.get(speech)
  const wanted = { conference, roles: ['focal-point'] as const, party: asked.party }
  return (await holdersOf(read, wanted)).map(({ address, name, language, zone }) => {
    const clock = zone ?? list.conference.zone
    // A session that is not announced is named to nobody.
    const title = list.published
      ? [isolateIn(language, readingOf(list.published.title, language).value)]
      : []
    const page = list.published ? `/${list.published.slug}` : ''
    const at = Temporal.Instant.fromEpochMilliseconds(asked.askedAt)
    return {
      to: { address, name, language, ...(zone !== null && { zone }) },
      subject: [
        isolateIn(language, readingOf(list.conference.shortName, language).value),
        say(language, 'list'),
        ...title,
      ].join(' · '),
      text: [
        paragraph(say(language, 'mail.received')),
        facts(
          { label: say(language, 'mail.party'), value: nameOn(party, day, language).short },
          ...title.map((value) => ({ label: say(language, 'mail.session'), value })),
          { label: say(language, 'mail.at'), value: momentIn(language, at, clock) },
          ...(position
            ? [{ label: say(language, 'mail.position'), value: `${position.number}` }]
            : []),
          ...(likely === undefined
            ? []
            : [
                {
                  label: say(language, 'mail.likely'),
                  value: momentIn(language, minuteOf(likely), clock),
                },
              ]),
        ),
        paragraph(say(language, 'mail.provisional')),
        link(
          say(language, 'mail.open'),
          `${origin}/${language}/${conference}/delegation/${asked.party}/floor${page}`,
        ),
      ],
      kind: 'floor.acknowledged',
      about: `speech/${speech}`,
    }
  })
}

/** Tells somebody that they preside over a session, and where the chair's view is; nobody who was taken off it since. */
export async function namedToPreside(
  data: Record<string, unknown>,
  { read, origin }: World,
): Promise<Letter[]> {
  const { conference, session, account } = OfChair.parse(data)
  const found = await floorOf(read, { conference, session })
  if (!found || !(await chairsOf(read, { conference, session })).includes(account)) return []
  // A session that is not announced has no page for whoever presides over it.
  const { published, list } = found
  return (await reachableOf(read, [account])).map(({ address, name, language, zone }) => {
    const called = isolateIn(language, readingOf(found.conference.shortName, language).value)
    const title = published && isolateIn(language, readingOf(published.title, language).value)
    const begins = published?.expected.start ?? null
    const clock = zone ?? found.conference.zone
    return {
      to: { address, name, language, ...(zone !== null && { zone }) },
      subject: [called, say(language, 'mail.chair.subject'), title].filter(Boolean).join(' · '),
      text: [
        paragraph(say(language, 'mail.chair')),
        facts(
          ...(title ? [{ label: say(language, 'mail.session'), value: title }] : []),
          ...(begins
            ? [
                {
                  label: say(language, 'mail.chair.begins'),
                  value: momentIn(language, begins, clock),
                },
              ]
            : []),
        ),
        link(
          say(language, published && list ? 'mail.chair.open' : 'mail.chair.conference'),
          published && list
            ? `${origin}/${language}/${conference}/floor/${published.slug}/chair`
            : `${origin}/${language}/${conference}`,
        ),
      ],
      kind: 'floor.chair',
      about: `list-of-speakers/${session}`,
    }
  })
}
