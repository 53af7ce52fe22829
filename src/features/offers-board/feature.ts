import { z } from 'zod'
import { compareIn } from '../../i18n/collation.ts'
import { holds, speaksFor } from '../../kernel/actor.ts'
import { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import { readingOf } from '../../kernel/text.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { feature } from '../../platform/feature.ts'
import { page, type Viewer } from '../../platform/http/page.ts'
import { outlineById } from '../conferences/queries.ts'
import { earlierOffers } from '../offers/earlier/queries.ts'
import { subscriptionsOf } from '../offers/following/queries.ts'
import { OfferId, offersFor, readsBoard } from '../offers/model.ts'
import { NeedId, soughtOn } from '../offers/needs/model.ts'
import { needOf, needsAt, recipesAt, requirementsOf } from '../offers/needs/queries.ts'
import { madeOf } from '../offers/needs/recipes.ts'
import { deedsOf, offerOf, offersAt, offersOf } from '../offers/queries.ts'
import { shownOn } from '../offers/shown.ts'
import { isSecretariat } from '../pledges/life.model.ts'
import { choicesFor, namedInPapers } from './choices.queries.ts'
import { addressOfBoard, addressOfDesk, addressOfOffers, isWished, Wish } from './choices.ts'
import { BoardPage } from './pages/board-page.tsx'
import { DeskPage } from './pages/desk-page.tsx'
import type { Desk } from './pages/names.tsx'
import { NeedPage } from './pages/need-page.tsx'
import { NewOfferPage, OfferPage } from './pages/offer-page.tsx'
import { OwnPage } from './pages/own-page.tsx'
import { waitingAt } from './tasks.queries.ts'
import { say } from './words.ts'

const OfConference = z.object({ conference: ConferenceId })
const OfParty = OfConference.extend({ party: PartyCode })
const Nothing = z.object({})
type At = z.infer<typeof OfConference>
type Of = z.infer<typeof OfParty>
type Actor = Viewer['actor']

const dayOf = (now: Temporal.Instant) => now.toZonedDateTimeISO('UTC').toPlainDate().toString()

/** What every page of offers and needs knows; null where there is no such conference. */
async function deskAt(db: Reading, { conference }: At, viewer: Viewer) {
  const outline = await outlineById(db, conference)
  if (!outline) return null
  const choices = await choicesFor(db, viewer.language, compareIn(viewer.language))
  return { outline, choices, today: dayOf(viewer.now) }
}
type Found = NonNullable<Awaited<ReturnType<typeof deskAt>>>

const deskOf = ({ outline, choices, today }: Found, viewer: Viewer): Desk => ({
  ...{ viewer, conference: outline.id, today, choices },
  conferenceName: readingOf(outline.shortName, viewer.language).value,
})

const framed = ({ conference, conferenceName }: Desk, title: string) => ({
  title: `${title} · ${conferenceName}`,
  conference: { id: conference, name: conferenceName },
})

const isTold = (actor: Actor, conference: string) => holds(actor, conference, 'focal-point')
const mayOffer = (actor: Actor, { conference, party }: Of) => offersFor(actor, conference, party)
const isDesk = (actor: Actor, { conference }: At) => isSecretariat(actor, conference)
const topicsOfParty = ({ conference, party }: Of) => [
  `offers/of/${conference}/${party}`,
  'capabilities',
  'parties',
]
const topicsOfDesk = ({ conference }: At) => [
  ...[`offers/at-work/${conference}`, `offers/needs/${conference}`],
  ...['capabilities', 'parties'],
]

const hasParty = ({ choices }: Found, party: PartyCode) =>
  choices.parties.some(({ code }) => code === party)

const ownPage = page('offers-board.own', {
  path: '/:conference/delegation/:party/offers',
  params: OfParty,
  query: Nothing,
  topics: topicsOfParty,
  may: mayOffer,
  async read(db, { params, viewer }) {
    const found = await deskAt(db, params, viewer)
    if (!found || !hasParty(found, params.party)) return null
    const { conference, party } = params
    // Only whoever takes it over reads what was said to another secretariat.
    const earlier = speaksFor(viewer.actor, conference, party)
      ? await earlierOffers(db, found.outline, party)
      : null
    return { ...found, party, offers: await offersOf(db, conference, party), earlier }
  },
  view({ party, offers, earlier, ...found }, viewer) {
    const desk = deskOf(found, viewer)
    return {
      ...framed(desk, say(viewer.language, 'own.title')),
      body: OwnPage({ desk, party, offers, earlier }),
    }
  },
})

const newPage = page('offers-board.new', {
  path: '/:conference/delegation/:party/offers/new',
  params: OfParty,
  query: Nothing,
  topics: () => ['capabilities', 'parties'],
  may: mayOffer,
  async read(db, { params, viewer }) {
    const found = await deskAt(db, params, viewer)
    return found && hasParty(found, params.party) ? { ...found, party: params.party } : null
  },
  view({ party, ...found }, viewer) {
    const desk = deskOf(found, viewer)
    return {
      ...framed(desk, say(viewer.language, 'own.new')),
      body: NewOfferPage({ desk, party }),
    }
  },
})

const offerPage = page('offers-board.offer', {
  path: '/:conference/delegation/:party/offers/:offer',
  params: OfParty.extend({ offer: OfferId }),
  query: Nothing,
  topics: (params) => topicsOfParty(params),
  may: (actor, params) => mayOffer(actor, params),
  async read(db, { params, viewer }) {
    const found = await deskAt(db, params, viewer)
    const offer = await offerOf(db, params.conference, params.offer)
    if (!found || offer?.party !== params.party) return null
    return { ...found, offer, deeds: await deedsOf(db, offer.id) }
  },
  view({ offer, deeds, ...found }, viewer) {
    const desk = deskOf(found, viewer)
    const isParty = speaksFor(viewer.actor, offer.conference, offer.party)
    return {
      ...framed(desk, say(viewer.language, 'own.title')),
      body: OfferPage({ desk, offer, deeds, isParty }),
    }
  },
})

const boardPage = page('offers-board.board', {
  path: '/:conference/board',
  params: OfConference,
  query: Wish,
  // Never what is not on the board: nobody learns from it that something else changed.
  topics: ({ conference }) => [`offers/board/${conference}`, 'capabilities', 'parties'],
  may: (actor, { conference }) => readsBoard(actor, conference),
  async read(db, { params, query: wish, viewer }) {
    const found = await deskAt(db, params, viewer)
    if (!found) return null
    const { conference } = params
    const { today } = found
    const { actor } = viewer
    const sought = (await needsAt(db, conference)).flatMap((one) => soughtOn(one, today) ?? [])
    const offered = (await offersAt(db, conference)).flatMap((one) => shownOn(one, today) ?? [])
    return {
      ...found,
      facts: {
        wish,
        sought: sought.filter(({ terms }) => isWished(wish, terms.capability)),
        offered: offered.filter(
          ({ terms }) =>
            isWished(wish, terms.capability) &&
            (wish.component === undefined || wish.component === terms.component),
        ),
        followed: isTold(actor, conference)
          ? await subscriptionsOf(db, conference, actor.id)
          : null,
        own: found.choices.parties
          .map(({ code }) => code)
          .filter((code) => speaksFor(actor, conference, code)),
      },
    }
  },
  view({ facts, ...found }, viewer) {
    const desk = deskOf(found, viewer)
    return {
      ...framed(desk, say(viewer.language, 'board.title')),
      body: BoardPage({ desk, facts }),
    }
  },
})

const deskPage = page('offers-board.desk', {
  path: '/:conference/desk/offers',
  params: OfConference,
  query: Nothing,
  topics: topicsOfDesk,
  may: isDesk,
  async read(db, { params, viewer }) {
    const found = await deskAt(db, params, viewer)
    if (!found) return null
    const needs = await needsAt(db, params.conference)
    const named = needs.flatMap(({ terms }) => terms.requirement ?? [])
    const papers = await requirementsOf(db, named)
    return { ...found, needs, papers, offers: await offersAt(db, params.conference) }
  },
  view({ needs, papers, offers, ...found }, viewer) {
    const desk = deskOf(found, viewer)
    return {
      ...framed(desk, say(viewer.language, 'desk.title')),
      body: DeskPage({ desk, needs, papers, offers }),
    }
  },
})

const deskNewPage = page('offers-board.desk-new', {
  path: '/:conference/desk/offers/new',
  params: OfConference,
  query: Nothing,
  topics: () => ['capabilities', 'parties'],
  may: isDesk,
  read: (db, { params, viewer }) => deskAt(db, params, viewer),
  view(found, viewer) {
    const desk = deskOf(found, viewer)
    return {
      ...framed(desk, say(viewer.language, 'own.new')),
      body: NewOfferPage({ desk, party: null }),
    }
  },
})

const newNeedPage = page('offers-board.new-need', {
  path: '/:conference/desk/needs/new',
  params: OfConference,
  query: Nothing,
  topics: () => ['capabilities', 'requirements'],
  may: isDesk,
  async read(db, { params, viewer }) {
    const found = await deskAt(db, params, viewer)
    return found && { ...found, papers: await namedInPapers(db) }
  },
  view({ papers, ...found }, viewer) {
    const desk = deskOf(found, viewer)
    return {
      ...framed(desk, say(viewer.language, 'need.new')),
      body: NeedPage({ desk, need: null, made: null, papers }),
    }
  },
})

const needPage = page('offers-board.need', {
  path: '/:conference/desk/needs/:need',
  params: OfConference.extend({ need: NeedId }),
  query: Nothing,
  topics: (params) => topicsOfDesk(params),
  may: (actor, params) => isDesk(actor, params),
  async read(db, { params: { conference, need: id }, viewer }) {
    const found = await deskAt(db, { conference }, viewer)
    const need = await needOf(db, conference, id)
    if (!found || !need || need.droppedAt !== null) return null
    const set = await recipesAt(db, conference)
    const made = madeOf(need.terms.capability, { ...found.choices, set })
    return { ...found, need, made, papers: await namedInPapers(db) }
  },
  view({ need, made, papers, ...found }, viewer) {
    const desk = deskOf(found, viewer)
    return {
      ...framed(desk, say(viewer.language, 'desk.title')),
      body: NeedPage({ desk, need, made, papers }),
    }
  },
})

/** Where offers are made and needs are made ready, and the board on which delegations read of both. */
export const offersBoard = feature('offers-board', {
  say,
  pages: [
    ...[ownPage, newPage, offerPage, boardPage],
    ...[deskPage, deskNewPage, newNeedPage, needPage],
  ],
  tasks: [
    {
      ...{ name: 'offers-board.own', group: 'pledges' },
      label: (language) => say(language, 'own.title'),
      at: (actor, { conference, party }) =>
        party !== null && speaksFor(actor, conference, party)
          ? addressOfOffers(conference, party)
          : null,
      // Without topics: they would tell each delegation that another one did something with its offers.
      async waits(db, { conference, party, now }) {
        if (party === null) return { count: 0, due: null }
        const { count, first } = await waitingAt(db, { conference, party }, dayOf(now))
        return { count, due: first === null ? null : Temporal.Instant.from(`${first}T23:59:59Z`) }
      },
    },
    {
      ...{ name: 'offers-board.board', group: 'pledges' },
      label: (language) => say(language, 'board.title'),
      at: (actor, { conference, party }) =>
        party !== null && speaksFor(actor, conference, party) ? addressOfBoard(conference) : null,
    },
    {
      ...{ name: 'offers-board.desk', group: 'pledges' },
      label: (language) => say(language, 'desk.title'),
      at: (actor, { conference, party }) =>
        party === null && isSecretariat(actor, conference) ? addressOfDesk(conference) : null,
    },
  ],
})
