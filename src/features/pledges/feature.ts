import { z } from 'zod'
import { compareIn } from '../../i18n/collation.ts'
import { type ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import { feature } from '../../platform/feature.ts'
import { page, resource, section, type Viewer } from '../../platform/http/page.ts'
import { pictureResources } from '../../platform/picture/resources.ts'
import { hrefOf } from '../../ui/navigation.tsx'
import { say as sayOfHouse } from '../../ui/words.ts'
import { pledges as pledgesData } from './datasets/pledges.datasets.ts'
import { deliveries, readinessReports } from './datasets/reports.datasets.ts'
import { shares } from './datasets/shares.datasets.ts'
import { pledgeVersions, retiredIdentifiers } from './datasets/versions.datasets.ts'
import { RELEASE, releasePledges } from './desk/announce.commands.ts'
import { overdueReleases } from './desk/queries.ts'
import { PLEDGE_COMMANDS } from './every.commands.ts'
import {
  countOf,
  factsOf,
  listFacts,
  type PledgeFacts,
  partyFacts,
  pledgeOnly,
} from './find/facts.queries.ts'
import { type PartyLabel, partyLabels } from './find/lines.queries.ts'
import { PAGE } from './find/list.queries.ts'
import { Wish } from './find/wish.ts'
import { recordPledge } from './keeping/record.commands.ts'
import { retireIdentifier } from './keeping/retire.commands.ts'
import { PledgeId } from './model.ts'
import { EditionSection } from './pages/edition-section.tsx'
import { ListPage } from './pages/list/list-page.tsx'
import { PartySection } from './pages/party-section.tsx'
import type { PledgeDesk } from './pages/pledge/desk.tsx'
import { PledgePage, titleOf } from './pages/pledge/pledge-page.tsx'
import { timelineOf } from './pages/pledge/timeline.tsx'
import { printPledge } from './pages/pledge.print.ts'
import { RetiredPage } from './pages/retired-page.tsx'
import { entriesFrom, retiredFrom } from './shipped.ts'
import { pledgeTexts } from './texts/pledges.texts.ts'
import { say } from './words.ts'
import { PLEDGE_MAILS } from './writing/letters.mails.ts'

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/'
const todayAt = (now: Temporal.Instant) => now.toZonedDateTimeISO('UTC').toPlainDate().toString()

/** Parties in the alphabet of a language. */
function alphabetical(labels: readonly PartyLabel[], language: Language): PartyLabel[] {
  const compare = compareIn(language)
  const key = ({ name }: PartyLabel) => name.sort ?? name.short
  return labels.toSorted((a, b) => compare(key(a), key(b)))
}

/** Whatever names a party, a capability, a mission, a theme or an edition. */
const NAMES = ['parties', 'capabilities', 'conferences']

const listPage = page('pledges.pledges', {
  path: '/pledges',
  params: z.object({}),
  query: Wish,
  topics: () => ['pledges', ...NAMES],
  async read(db, { query, viewer }) {
    const parties = alphabetical(await partyLabels(db, viewer.language), viewer.language)
    const facts = await listFacts(
      db,
      query,
      parties.map(({ code }) => code),
    )
    return { ...facts, parties, today: todayAt(viewer.now) }
  },
  view(facts, { language }, { query }) {
    const { lines, count, page, names, parties, today, ...offered } = facts
    const edition = names.editions.get(query.edition ?? '')
    return {
      title: say(language, 'title'),
      description: say(language, 'description'),
      ...(edition && {
        conference: { id: edition.id, name: readingOf(edition.shortName, language).value },
      }),
      body: ListPage({
        desk: { language, ...names, today },
        wish: query,
        facts: {
          lines,
          count,
          page,
          pages: Math.ceil(count / PAGE),
          offered: {
            ...offered,
            editions: names.editions,
            capabilities: names.capabilities,
            parties: new Map(parties.map((one) => [String(one.code), one])),
          },
        },
      }),
    }
  },
})

const deskOf = ({ names, ...facts }: PledgeFacts, { language, now }: Viewer): PledgeDesk => ({
  ...facts,
  ...names,
  language,
  today: todayAt(now),
})

/** What holds «as of today» holds until the day is over. */
const untilMidnight = ({ pledge }: PledgeFacts, now: Temporal.Instant): Temporal.Instant | null =>
  pledge.asOf === null
    ? now.toZonedDateTimeISO('UTC').startOfDay().add({ days: 1 }).toInstant()
    : null

const OnePledge = z.object({ id: PledgeId })
const ofOne = {
  params: OnePledge,
  query: z.object({}),
  topics: ({ id }: { id: PledgeId }) => [`pledges/${id}`, 'pledges', 'requirements', ...NAMES],
}

const pledgePage = page('pledges.pledge', {
  ...ofOne,
  path: '/pledges/:id',
  read: (db, { params }) => factsOf(db, params.id),
  until: (facts, now) => ('retired' in facts ? null : untilMidnight(facts, now)),
  view(facts, viewer, { sections }) {
    const { language, origin } = viewer
    if ('retired' in facts) {
      const { id, retired } = facts
      return {
        title: `${id} · ${say(language, 'retired')}`,
        body: RetiredPage({ language, id, why: retired }),
      }
    }
    const desk = deskOf(facts, viewer)
    const { terms, id } = facts.pledge
    return {
      title: titleOf(desk),
      description: readingOf(terms.summary, language).value,
      alternates: [
        {
          type: 'application/json',
          href: hrefOf(language, `/pledges/${id}.json`),
          title: titleOf(desk),
        },
      ],
      body: PledgePage({ desk, origin, children: Object.values(sections) }),
    }
  },
})

const pledgeTwin = resource('pledges.pledge.json', {
  ...ofOne,
  path: '/pledges/:id.json',
  type: 'application/json; charset=utf-8',
  read: (db, { params }) => pledgeOnly(db, params.id),
  render: ({ pledge }, { language, origin }) =>
    printPledge(pledge, {
      language,
      address: origin + hrefOf(language, `/pledges/${pledge.id}`),
      notice: sayOfHouse(language, 'notice.sample'),
      licence: LICENCE,
    }),
})

const timelinePictures = pictureResources('pledges.timeline', {
  ...ofOne,
  path: '/pledges/:id-timeline',
  read: (db, { params }) => pledgeOnly(db, params.id),
  until: untilMidnight,
  draw: (facts, viewer) => timelineOf(deskOf(facts, viewer)),
})

const partySection = section({
  of: 'parties.party',
  name: 'pledges',
  topics: ({ code }: { code: PartyCode }) => [`pledges/of/${code}`, 'conferences'],
  read: (db, { params }) => partyFacts(db, PartyCode.parse(params.code)),
  view: ({ names, ...facts }, { language, now }) =>
    PartySection({ desk: { language, ...names, today: todayAt(now) }, ...facts }),
})

const editionSection = section({
  of: 'conferences.conference',
  name: 'pledges',
  topics: ({ conference }: { conference: ConferenceId }) => [`pledges/of/${conference}`],
  async read(db, { params }) {
    const count = await countOf(db, params.conference)
    return count === 0 ? null : { edition: params.conference, count }
  },
  view: (facts, { language }) => EditionSection({ language, ...facts }),
})

export const pledges = feature('pledges', {
  say,
  commands: PLEDGE_COMMANDS,
  jobs: {
    async 'pledges.release'(data, { perform, key }) {
      await perform(RELEASE, releasePledges, data, { key })
    },
    // Whatever was left waiting past its moment by some mishap.
    async 'pledges.release-overdue'({ slot }, { read, perform, key }) {
      for (const due of await overdueReleases(read, String(slot))) {
        await perform(RELEASE, releasePledges, due, { key: `${key} ${due.at}` })
      }
    },
  },
  schedule: { 'pledges.release-overdue': { hourly: 0 } },
  mails: PLEDGE_MAILS,
  datasets: [pledgesData, shares, deliveries, readinessReports, pledgeVersions, retiredIdentifiers],
  texts: [pledgeTexts],
  pages: [listPage, pledgePage],
  resources: [pledgeTwin, ...timelinePictures],
  sections: [partySection, editionSection],
  shipped: [
    {
      file: 'pledges/',
      deeds: (content) =>
        entriesFrom(content).map((entry) => ({
          command: recordPledge,
          input: entry,
          key: `pledge/${entry.id}`,
        })),
    },
    {
      file: 'retired-pledges.json',
      deeds: (content) =>
        retiredFrom(content).map((one) => ({
          command: retireIdentifier,
          input: one,
          key: `pledge/${one.pledge}`,
        })),
    },
  ],
})
