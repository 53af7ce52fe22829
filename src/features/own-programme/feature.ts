import { z } from 'zod'
import { ConferenceId, type PartyCode } from '../../kernel/ids.ts'
import type { PersonalItem } from '../../kernel/people/personal-item.ts'
import { readingOf } from '../../kernel/text.ts'
import { epochOf } from '../../kernel/time.ts'
import { newSecret } from '../../platform/accounts/links.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { printCalendar } from '../../platform/export/calendar.ts'
import { type Feature, feature, type PersonalItems } from '../../platform/feature.ts'
import { page, resource, section, type Viewer } from '../../platform/http/page.ts'
import { outlineById } from '../conferences/queries.ts'
import { partiesOf } from '../parties/queries.ts'
import { publishedProgramme } from '../programme/queries.ts'
import type { ProgrammeSession } from '../programme/timeline.ts'
import { ownCalendar } from './calendar.print.ts'
import { chooseSession, closeFeed, dropSession, openFeed } from './commands.ts'
import { itemOf } from './items.print.ts'
import { FeedSecret, hasOwnProgramme } from './model.ts'
import { MinePage } from './pages/mine-page.tsx'
import { Star, ToMine } from './pages/star.tsx'
import { chosenBy, conferencesOfChoices, feedOf, holderOfFeed } from './queries.ts'
import { say } from './words.ts'

const OfConference = z.object({ conference: ConferenceId })
const Nothing = z.object({})

/** Each calendar is asked for some times an hour by a handful of devices; whoever guesses addresses asks more. */
const FEED_RATE = { burst: 60, perSecond: 1 / 60 }

interface At<Names extends string> {
  params: Readonly<Record<Names, string>>
  viewer: Viewer
}

const codesIn = (sessions: readonly ProgrammeSession[]): PartyCode[] => [
  ...new Set(sessions.flatMap((one) => one.participants.flatMap(({ party }) => party ?? []))),
]

/** The sessions that somebody chose, withdrawn and cancelled ones too. */
const chosenSessions: PersonalItems = async (db, { account, conference }) => {
  const conferences = conference ? [conference] : await conferencesOfChoices(db, account)
  const items: PersonalItem[] = []
  for (const id of conferences) {
    const chosen = await chosenBy(db, account, id)
    const programme = chosen.size > 0 ? await publishedProgramme(db, id) : null
    if (!programme) continue
    const all = [...programme.sessions, ...programme.withdrawn].filter(({ id }) => chosen.has(id))
    const parties = await partiesOf(db, codesIn(all))
    items.push(...all.map(itemOf({ programme, parties })))
  }
  return items
}

const inOrder = (one: PersonalItem, other: PersonalItem): number => {
  const [a, b] = [one.expected.start, other.expected.start]
  if (one.day !== other.day) return one.day < other.day ? -1 : 1
  return a && b ? epochOf(a) - epochOf(b) : a ? -1 : b ? 1 : 0
}

const onProgramme = section({
  of: 'programme.programme',
  name: 'own-programme',
  work: true,
  topics: () => [],
  read: async (db, { params: { conference }, viewer: { actor } }: At<'conference'>) =>
    hasOwnProgramme(actor)
      ? { conference, chosen: await chosenBy(db, actor.id, conference) }
      : null,
  view: (facts, viewer) => ToMine({ viewer, ...facts }),
  beside: (facts, viewer, session) => Star({ viewer, session, ...facts }),
})

const onSession = section({
  of: 'programme.session',
  name: 'own-programme',
  work: true,
  topics: () => [],
  async read(
    db,
    { params: { conference, session: slug }, viewer: { actor } }: At<'conference' | 'session'>,
  ) {
    if (!hasOwnProgramme(actor)) return null
    const programme = await publishedProgramme(db, conference)
    const session = programme?.sessions.find((one) => one.slug === slug)?.id
    return session
      ? { conference, session, chosen: await chosenBy(db, actor.id, conference) }
      : null
  },
  view: (facts, viewer) => Star({ viewer, ...facts }),
})

/** The programme of each person, made of what all features know of it, and the calendar that follows it. */
export function ownProgramme(features: readonly Feature[]): Feature {
  const sources = [chosenSessions, ...features.flatMap((one) => one.personalItems ?? [])]
  const itemsOf: PersonalItems = async (db: Reading, whose) => {
    const items: PersonalItem[] = []
    for (const source of sources) items.push(...(await source(db, whose)))
    return items.toSorted(inOrder)
  }

  const minePage = page('own-programme.mine', {
    path: '/:conference/mine',
    params: OfConference,
    query: Nothing,
    topics: ({ conference }) => [
      `programme/${conference}`,
      `conferences/${conference}`,
      `floor/${conference}`,
      'parties',
    ],
    may: hasOwnProgramme,
    async read(db, { params, viewer }) {
      const conference = await outlineById(db, params.conference)
      if (!conference) return null
      const { id: account } = viewer.actor
      return {
        conference,
        items: await itemsOf(db, { account, conference: params.conference, now: viewer.now }),
        since: await feedOf(db, account),
        secret: newSecret(),
      }
    },
    view({ conference, ...facts }, viewer) {
      const name = readingOf(conference.shortName, viewer.language).value
      return {
        title: `${say(viewer.language, 'title')} · ${name}`,
        conference: { id: conference.id, name },
        body: MinePage({ ...facts, viewer, conference }),
      }
    },
  })

  const calendar = resource('own-programme.calendar', {
    path: '/calendar/:secret.ics',
    type: 'text/calendar; charset=utf-8',
    params: z.object({ secret: FeedSecret }),
    query: Nothing,
    topics: () => [],
    // Whoever has the address may read it, and nothing of it is kept for anybody else.
    may: () => true,
    rate: FEED_RATE,
    async read(db, { params, viewer: { now } }) {
      const holder = await holderOfFeed(db, params.secret)
      return (
        holder && {
          since: holder.since,
          items: await itemsOf(db, { account: holder.account, conference: null, now }),
        }
      )
    },
    filename: () => 'plenum.ics',
    render: ({ since, items }, { language, origin }) =>
      printCalendar(ownCalendar(items, { language, origin, since })),
  })

  return feature('own-programme', {
    say,
    commands: [chooseSession, dropSession, openFeed, closeFeed],
    pages: [minePage],
    resources: [calendar],
    sections: [onProgramme, onSession],
  })
}
