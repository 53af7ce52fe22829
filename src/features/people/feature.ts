import { z } from 'zod'
import { compareIn } from '../../i18n/collation.ts'
import { type Actor, OPERATOR, ROLES } from '../../kernel/actor.ts'
import { ConferenceId, type PartyCode } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { readingOf, SearchWords } from '../../kernel/text.ts'
import { accessOf } from '../../platform/accounts/access.ts'
import { digestOfSecret, newSecret } from '../../platform/accounts/links.ts'
import { START } from '../../platform/accounts/onward.ts'
import { hrefOfLink } from '../../platform/accounts/sending.ts'
import { WrongUsage } from '../../platform/cli/wrong-usage.ts'
import { versionOf } from '../../platform/command/version.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { feature, type Opened, type Subcommand } from '../../platform/feature.ts'
import { page } from '../../platform/http/page.ts'
import { outlineById, outlinesOf, theSeries } from '../conferences/queries.ts'
import { isListedOn, nameOn, type Party } from '../parties/model.ts'
import { everyParty, partiesOf } from '../parties/queries.ts'
import {
  changeAddress,
  changeProfile,
  closeAccount,
  endSession,
  endSessions,
  found,
  keepSignInLink,
  liftSecondFactor,
  removePasskey,
  reopenAccount,
  revokeKey,
} from './account.commands.ts'
import { endRole, giveRole, invite } from './commands.ts'
import { invitationLetters } from './letters.mails.ts'
import { accountsOf, holdingsOf, ON_PAGE, ownParties, peopleOf } from './listing.queries.ts'
import {
  AccountId,
  GivenRole,
  isAdministrator,
  isForParty,
  mayEnd,
  mayGive,
  mayManage,
} from './model.ts'
import { AccountPage } from './pages/account-page.tsx'
import { AccountsPage } from './pages/accounts-page.tsx'
import { PeoplePage } from './pages/people-page.tsx'
import { PersonPage } from './pages/person-page.tsx'
import { personOf, untriedAdministrator, whoAre } from './queries.ts'
import { say } from './words.ts'

/** The first account, until it gets an address of its own. The domain can never exist (RFC 2606). */
const FIRST = { address: 'secretariat@plenum.invalid', name: 'Secretariat' }

/** A link that signs an address in, made by whoever works at the machine. */
async function linkFor(address: string, { perform, origin }: Pick<Opened, 'perform' | 'origin'>) {
  const secret = newSecret()
  await perform(OPERATOR, keepSignInLink, { address, digest: digestOfSecret(secret) })
  return hrefOfLink(origin, { language: 'en', secret, onward: START })
}

/** Where nobody has been administrator yet, the first one is made, and told how to come in. */
async function wayIn({ read, perform, origin }: Pick<Opened, 'read' | 'perform' | 'origin'>) {
  await perform(OPERATOR, found, FIRST)
  const address = await untriedAdministrator(read)
  if (address === null) return []
  const link = await linkFor(address, { perform, origin })
  return [`Sign in as the secretariat, once within twelve hours: ${link}`]
}

/** `plenum people sign-in-link`: for the first account, and for whoever no mail reaches. */
const signInLink: Subcommand = {
  usage: '[ADDRESS]',
  does: 'Prints a link that signs an account in, once; without an address, the first administrator.',
  async run([address, ...rest], { print, open }) {
    if (rest.length > 0) throw new WrongUsage('Write one address, or none.')
    const opened = await open()
    const first = address ?? (await untriedAdministrator(opened.read)) ?? FIRST.address
    print(await linkFor(first, opened))
    return 0
  },
}

const Page = z.coerce.number().int().min(1).max(10_000).optional().catch(undefined)
const dayOf = (now: Temporal.Instant) => now.toZonedDateTimeISO('UTC').toPlainDate().toString()

const accountPage = page('people.account', {
  path: '/account',
  params: z.object({}),
  query: z.object({}),
  topics: () => [],
  may: (actor) => actor.kind === 'account',
  async read(db, { viewer: { actor, now, language } }) {
    const person = await personOf(db, actor.id)
    const access = await accessOf(db, actor.id, now)
    if (!person || !access) return null
    const holdings = await holdingsOf(db, actor.id)
    const { name, zone } = person
    const profile = { name, language: person.language, zone }
    const codes = holdings.flatMap(({ party }) => party ?? [])
    return {
      ...{ account: actor.id, profile, version: versionOf(profile), holdings, now },
      doors: { ...access, here: actor.session ?? null },
      conferences: await conferenceNames(db, language),
      parties: await partyNames(db, codes, { now, language }),
    }
  },
  view: (account, viewer, { sections }) => ({
    title: say(viewer.language, 'account'),
    body: AccountPage({ reader: viewer, account, children: Object.values(sections) }),
  }),
})

async function conferenceNames(
  db: Reading,
  language: Language,
): Promise<ReadonlyMap<string, string>> {
  const series = await theSeries(db)
  const outlines = series ? await outlinesOf(db, series.id) : []
  return new Map(
    outlines.map(({ id, shortName }) => [id as string, readingOf(shortName, language).value]),
  )
}

async function partyNames(
  db: Reading,
  codes: readonly PartyCode[],
  { now, language }: { now: Temporal.Instant; language: Language },
): Promise<ReadonlyMap<string, string>> {
  const parties = await partiesOf(db, codes)
  return new Map(
    [...parties].map(([code, party]) => [code, nameOn(party, dayOf(now), language).short]),
  )
}

/** The roles that somebody may give at a conference: for a party, where they may only for their own. */
function rolesGivenBy(actor: Actor, conference: ConferenceId): GivenRole[] {
  const [own = null] = ownParties(actor, conference)
  return ROLES.filter((role) =>
    mayGive(actor, { role, conference, party: isForParty(role) ? own : null }, null),
  )
}

const peoplePage = page('people.people', {
  path: '/:conference/people',
  params: z.object({ conference: ConferenceId }),
  query: z.object({
    q: SearchWords,
    role: GivenRole.optional().catch(undefined),
    former: z.literal('yes').optional().catch(undefined),
    page: Page,
  }),
  topics: ({ conference }) => [`people/${conference}`, `conferences/${conference}`],
  may: (actor, { conference }) =>
    mayManage(actor, conference) || ownParties(actor, conference).length > 0,
  async read(db, { params: { conference }, query, viewer: { actor, now, language } }) {
    const outline = await outlineById(db, conference)
    if (!outline) return null
    const { q: words, role = null, former, page: number = 1 } = query
    const wish = { words, role, page: number, former: former !== undefined }
    const { people, total } = await peopleOf(db, { actor, conference }, wish)
    const all = await everyParty(db)
    const own = ownParties(actor, conference)
    const offered = mayManage(actor, conference)
      ? all.filter((party) => isListedOn(party, dayOf(now)))
      : all.filter(({ code }) => own.includes(code))
    return {
      outline,
      ...{ conference, total, onPage: ON_PAGE, wish, zone: outline.zone },
      people: people.map((one) => ({ ...one, mayEnd: mayEnd(actor, { ...one, ...UNSAID }) })),
      roles: rolesGivenBy(actor, conference),
      parties: namedInOrder(offered, dayOf(now), language),
    }
  },
  view({ outline, ...facts }, viewer) {
    const { language } = viewer
    const name = readingOf(outline.shortName, language).value
    return {
      title: `${say(language, 'people')} · ${name}`,
      conference: { id: outline.id, name },
      body: PeoplePage({ reader: viewer, facts }),
    }
  },
})

const accountsPage = page('people.accounts', {
  path: '/administration/accounts',
  params: z.object({}),
  query: z.object({ q: SearchWords, page: Page }),
  topics: () => ['accounts'],
  may: isAdministrator,
  async read(db, { query: { q: words, page: number = 1 } }) {
    const wish = { words, page: number }
    return { ...(await accountsOf(db, wish)), onPage: ON_PAGE, wish }
  },
  view: (facts, { language }) => ({
    title: say(language, 'accounts'),
    body: AccountsPage({ language, facts }),
  }),
})

const personPage = page('people.person', {
  path: '/administration/accounts/:account',
  params: z.object({ account: AccountId }),
  query: z.object({}),
  topics: ({ account }) => ['accounts', `account/${account}`],
  may: isAdministrator,
  async read(db, { params: { account }, viewer: { actor, now, language } }) {
    const person = await personOf(db, account)
    const access = await accessOf(db, account, now)
    if (!person || !access) return null
    return {
      ...person,
      doors: { ...access, here: null },
      holdings: await holdingsOf(db, account),
      conferences: await conferenceNames(db, language),
      parties: namedInOrder(await everyParty(db), dayOf(now), language),
      isOwn: actor.id === account,
    }
  },
  view: (tended, viewer) => ({
    title: tended.name,
    body: PersonPage({ reader: viewer, tended }),
  }),
})

/** By whom a role was given matters to nobody's right to end it. */
const UNSAID = { givenBy: '', endedBy: null }

function namedInOrder(parties: readonly Party[], day: string, language: Language) {
  const compare = compareIn(language)
  return parties
    .map((party) => ({ code: party.code as string, name: nameOn(party, day, language).short }))
    .toSorted((one, other) => compare(one.name, other.name))
}

export const people = feature('people', {
  say,
  pages: [accountPage, peoplePage, accountsPage, personPage],
  mails: { 'people.invitation': invitationLetters },
  tasks: [
    {
      ...{ name: 'people.people', group: 'people' },
      label: (language) => say(language, 'people'),
      at: (actor, { conference }) =>
        rolesGivenBy(actor, conference).length > 0 ? `/${conference}/people` : null,
      topics: (conference) => [`people/${conference}`],
    },
    {
      ...{ name: 'people.accounts', group: 'house', once: true },
      label: (language) => say(language, 'accounts'),
      at: (actor, { party }) =>
        party === null && isAdministrator(actor) ? '/administration/accounts' : null,
    },
  ],
  whoAre,
  atStart: wayIn,
  cli: { 'people sign-in-link': signInLink },
  commands: [
    ...[invite, giveRole, endRole],
    ...[changeProfile, changeAddress, closeAccount, reopenAccount, found, keepSignInLink],
    ...[endSession, endSessions, revokeKey, removePasskey, liftSecondFactor],
  ],
})
