import { z } from 'zod'
import { type Actor, ANONYMOUS, holds } from '../../kernel/actor.ts'
import { ConferenceId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import { feature } from '../../platform/feature.ts'
import { page, resource, section, type Viewer } from '../../platform/http/page.ts'
import { STYLE } from '../../ui/frame/framed.tsx'
import { barOf } from '../conferences/outline.ts'
import { isSecretariat } from '../delegations/who.model.ts'
import type { ListOfSpeakers } from '../floor/facts.queries.ts'
import { isDesk, mayPreside, seesDesk } from '../floor/model.ts'
import { listsAt } from '../floor/queries.ts'
import { standingAt } from '../floor/standing.ts'
import { markedTitle, sayTerm } from '../floor/terms.print.ts'
import { ChairPage } from './pages/chair-page.tsx'
import { printEmbed } from './pages/embed.tsx'
import { HallPage } from './pages/hall-page.tsx'
import { ListPage } from './pages/list-page.tsx'
import { OverviewPage } from './pages/overview-page.tsx'
import { RostrumPage } from './pages/rostrum-page.tsx'
import { conferenceName, type Screen } from './pages/screen.tsx'
import { ListOfSession, ListsOfConference } from './pages/ways-in.tsx'
import { listCalled, listsOf } from './shown.queries.ts'
import { likelyUntil, sightOf, soonest } from './sight.ts'
import { say } from './words.ts'

const OfConference = z.object({ conference: ConferenceId })
const OfList = OfConference.extend({ session: z.string().regex(/^[a-z0-9-]+$/) })
const Nothing = z.object({})

type AtConference = { conference: string }

/** Deeds of one list touch those of its conference: an address tells the session by its name, not its identifier. */
const topicsOf = ({ conference }: AtConference) => [
  `floor/${conference}`,
  `programme/${conference}`,
  `conferences/${conference}`,
  'parties',
]

/** Whoever presides over a session, interprets or runs the floor. */
const presides = (actor: Actor, { conference, chairs }: ListOfSpeakers) =>
  seesDesk(actor, conference.id, chairs) || holds(actor, conference.id, 'interpreter')

/** A list as a reader sees it at an instant. */
function screenOf(list: ListOfSpeakers, { actor, language, now }: ViewerOf): Screen {
  const { conference, session, published, rehearsal, floor, window, speakers, parties } = list
  const { slug, title, day } = published ?? session
  const standing = standingAt(list, now)
  return {
    ...{ language, conference, floor, window, standing, now, rehearsal },
    session: { slug, title, day },
    expected: published?.expected ?? null,
    speakers: { language, day, parties, speakers },
    sight: sightOf(actor, conference.id, floor, standing.listed),
    zones: { language, conference: conference.zone, chosen: null },
  }
}
type ViewerOf = { actor: Actor; language: Language; now: Temporal.Instant }

/** Until when a list stays as it is, if nobody does anything. */
function untilOf(list: ListOfSpeakers, now: Temporal.Instant): Temporal.Instant | null {
  const expected = list.published?.expected.start?.epochMilliseconds ?? null
  const moves = likelyUntil(list.floor, now.epochMilliseconds, expected)
  return soonest(standingAt(list, now).until, moves)
}

/** A session that is not announced is there for whoever prepares it alone, and a rehearsal for whom it was made. */
const isKnown = (
  { published, rehearsal, conference, chairs }: ListOfSpeakers,
  { actor }: Pick<Viewer, 'actor'>,
) =>
  rehearsal
    ? rehearsal.audience === 'everybody' || seesDesk(actor, conference.id, chairs)
    : published !== null || isSecretariat(actor, conference.id)

const overview = page('floor-screens.overview', {
  path: '/:conference/floor',
  params: OfConference,
  query: Nothing,
  topics: (at: z.infer<typeof OfConference>) => topicsOf(at),
  read: (db, { params }) => listsOf(db, params.conference),
  until: ({ lists }, now) => soonest(null, ...lists.map((one) => msOf(untilOf(one, now)))),
  view({ conference, lists }, viewer) {
    const { language } = viewer
    const known = lists.filter((list) => isKnown(list, viewer))
    return {
      title: `${say(language, 'title')} · ${conferenceName({ conference, language })}`,
      description: say(language, 'about'),
      clock: true,
      conference: barOf(conference, language),
      body: OverviewPage({
        conference,
        screens: known.map((list) => screenOf(list, viewer)),
        zones: { language, conference: conference.zone, chosen: null },
      }),
    }
  },
})

const msOf = (instant: Temporal.Instant | null) => instant?.epochMilliseconds ?? null

/** What the pages of one list have in common. */
const ofList = {
  params: OfList,
  query: Nothing,
  topics: (at: z.infer<typeof OfList>) => topicsOf(at),
  until: untilOf,
} as const

async function readList(
  db: Parameters<typeof listCalled>[0],
  { params, viewer }: { params: z.infer<typeof OfList>; viewer: Viewer },
): Promise<ListOfSpeakers | null> {
  const list = await listCalled(db, params.conference, params.session)
  return list && isKnown(list, viewer) ? list : null
}

const titleOf = ({ session, language, rehearsal }: Screen, beside: string) =>
  markedTitle(language, `${beside} · ${readingOf(session.title, language).value}`, rehearsal)

const listPage = page('floor-screens.list', {
  ...ofList,
  path: '/:conference/floor/:session',
  read: readList,
  view(list, viewer) {
    const screen = screenOf(list, viewer)
    return {
      title: titleOf(screen, sayTerm(viewer.language, 'list')),
      description: say(viewer.language, 'about'),
      clock: true,
      conference: barOf(list.conference, viewer.language),
      body: ListPage({ screen, chairs: presides(viewer.actor, list) }),
    }
  },
})

const hallPage = page('floor-screens.hall', {
  ...ofList,
  path: '/:conference/floor/:session/hall',
  read: readList,
  view(list, viewer) {
    const screen = screenOf(list, viewer)
    return {
      title: titleOf(screen, say(viewer.language, 'hall')),
      ...{ clock: true, screen: true, few: presides(viewer.actor, list) },
      conference: barOf(list.conference, viewer.language),
      body: HallPage({ screen }),
    }
  },
})

const rostrumPage = page('floor-screens.rostrum', {
  ...ofList,
  path: '/:conference/floor/:session/rostrum',
  read: readList,
  view(list, viewer) {
    const screen = screenOf(list, viewer)
    return {
      title: titleOf(screen, say(viewer.language, 'rostrum')),
      ...{ clock: true, screen: true, few: presides(viewer.actor, list) },
      conference: barOf(list.conference, viewer.language),
      body: RostrumPage({ screen }),
    }
  },
})

const chairPage = page('floor-screens.chair', {
  ...ofList,
  path: '/:conference/floor/:session/chair',
  may: (actor, { conference }) =>
    isDesk(actor, conference) ||
    mayPreside(actor, conference) ||
    holds(actor, conference, 'interpreter'),
  async read(db, at) {
    const list = await readList(db, at)
    return list && presides(at.viewer.actor, list) ? list : null
  },
  view(list, viewer) {
    const screen = screenOf(list, viewer)
    return {
      title: titleOf(screen, say(viewer.language, 'chair')),
      ...{ clock: true, few: true },
      conference: barOf(list.conference, viewer.language),
      body: ChairPage({ screen }),
    }
  },
})

const embed = resource('floor-screens.embed', {
  ...ofList,
  path: '/:conference/floor/:session/embed',
  type: 'text/html; charset=utf-8',
  framed: { style: STYLE },
  read: readList,
  // Other sites show what everybody may see, whoever looks at them.
  render: (list, { language, origin, now }) =>
    printEmbed(screenOf(list, { actor: ANONYMOUS, language, now }), origin),
})

const onSession = section({
  of: 'programme.session',
  name: 'floor',
  topics: topicsOf,
  read: (db, { params, viewer }: { params: z.infer<typeof OfList>; viewer: Viewer }) =>
    readList(db, { params, viewer }),
  until: untilOf,
  view: (list, viewer) => ListOfSession({ screen: screenOf(list, viewer) }),
})

const onConference = section({
  of: 'conferences.conference',
  name: 'floor',
  topics: ({ conference }: z.infer<typeof OfConference>) => [`floor/${conference}`],
  async read(db, { params: { conference } }) {
    return (await listsAt(db, conference)).length > 0 ? { conference } : null
  },
  view: ({ conference }, { language }) => ListsOfConference({ language, conference }),
})

/** What the public, the room and whoever presides see of lists of speakers. */
export const floorScreens = feature('floor-screens', {
  say,
  pages: [overview, listPage, hallPage, rostrumPage, chairPage],
  resources: [embed],
  sections: [onSession, onConference],
})
