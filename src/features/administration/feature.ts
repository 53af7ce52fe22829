import { z } from 'zod'
import { allows } from '../../kernel/refusal.ts'
import { lastBackups } from '../../platform/backup/results.ts'
import type { Instance } from '../../platform/config/instance.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { feature } from '../../platform/feature.ts'
import { page, resource, type Viewer } from '../../platform/http/page.ts'
import { heldSince } from '../../platform/mail/held.ts'
import { MAIL_TOPIC } from '../../platform/mail/mail.ts'
import type { House } from '../../platform/process/vitals.ts'
import { HealthPage } from './health/health-page.tsx'
import { databaseState, jobStates, sealState } from './health/queries.ts'
import { release } from './health/release.commands.ts'
import { type Signs, troublesOf } from './health/troubles.ts'
import { sendAllAgain, sendLetterAgain } from './mail/commands.ts'
import { LetterPage } from './mail/letter-page.tsx'
import { LetterId, mayLeaveAgain, Wish } from './mail/model.ts'
import { OutboxPage } from './mail/outbox-page.tsx'
import { countsOf, givenUp, lettersOf, letterWithPapers, paperOf } from './mail/queries.ts'
import { mayAdminister } from './model.ts'
import { say } from './words.ts'

/** Letters on one page of the list. */
const PAGE = 50

/** Backups on the page of the instance's health. */
const BACKUPS = 7

/** What the platform says whenever a letter is written or leaves. */
const TOPICS = [MAIL_TOPIC]

const OfLetter = z.object({ letter: LetterId })
const Nothing = z.object({})

const sends = ({ instance }: Pick<Viewer, 'instance'>) => instance?.sendsMail ?? false
const senderOf = ({ mailFrom }: Instance) => `${mailFrom.name} <${mailFrom.address}>`.trim()

/**
 * A link that signs somebody in is theirs alone once it travels. Without a server this page is the only way to it, and
 * whoever administers the instance hands it on.
 */
const mustBeHidden = ({ confidential }: { confidential: boolean }, viewer: Viewer) =>
  confidential && sends(viewer)

const outboxPage = page('administration.outbox', {
  path: '/administration/mail',
  params: Nothing,
  query: Wish,
  topics: () => TOPICS,
  may: mayAdminister,
  read: async (db, { query }) => ({
    ...(await lettersOf(db, query, PAGE)),
    counts: await countsOf(db),
    givenUp: (await givenUp(db)).length,
  }),
  view: ({ lines, count, counts, givenUp: lost }, viewer, { query }) => ({
    title: say(viewer.language, 'mail'),
    body: OutboxPage({
      ...{ viewer, wish: query, lines, count, counts, givenUp: lost },
      pages: Math.max(1, Math.ceil(count / PAGE)),
      sendsMail: sends(viewer),
      from: viewer.instance ? senderOf(viewer.instance) : null,
    }),
  }),
})

const letterPage = page('administration.letter', {
  path: '/administration/mail/:letter',
  params: OfLetter,
  query: Nothing,
  topics: () => TOPICS,
  may: mayAdminister,
  read: (db, { params }) => letterWithPapers(db, params.letter),
  view: ({ letter, papers }, viewer) => ({
    title: letter.subject,
    body: LetterPage({
      ...{ viewer, letter, papers, sendsMail: sends(viewer) },
      text:
        letter.text === null
          ? 'erased'
          : mustBeHidden(letter, viewer)
            ? 'hidden'
            : { says: letter.text },
      mayLeave: allows(() => mayLeaveAgain({ ...letter, hasText: letter.text !== null })),
    }),
  }),
})

/** A letter as a mail program shows it, in a frame of its page: it runs nothing, fetches nothing and is nobody's page. */
const lookResource = resource('administration.letter-look', {
  path: '/administration/mail/:letter/look',
  params: OfLetter,
  query: Nothing,
  topics: () => TOPICS,
  may: mayAdminister,
  type: 'text/html; charset=utf-8',
  headers: [
    [
      'Content-Security-Policy',
      [
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
        'sandbox allow-popups allow-popups-to-escape-sandbox',
      ].join('; '),
    ],
    ['X-Frame-Options', 'SAMEORIGIN'],
  ],
  async read(db, { params, viewer }) {
    const found = await letterWithPapers(db, params.letter)
    if (!found || found.letter.html === null || mustBeHidden(found.letter, viewer)) return null
    return { html: found.letter.html }
  },
  // Its links open beside the frame, which is too narrow for a page.
  render: ({ html }) => html.replace('<head>', '<head><base target="_blank">'),
})

const paperResource = resource('administration.letter-paper', {
  path: '/administration/mail/:letter/papers/:position',
  params: OfLetter.extend({ position: z.coerce.number().int().min(0).max(1000) }),
  query: Nothing,
  topics: () => [],
  may: mayAdminister,
  type: 'application/octet-stream',
  headers: [['Content-Security-Policy', "sandbox; default-src 'none'"]],
  read: (db, { params: { letter, position } }) => paperOf(db, letter, position),
  filename: (_params, _viewer, { name }) => name,
  render: ({ bytes }) => bytes,
})

/** What decides whether somebody must look after the instance, as far as the database knows. */
async function signsOf(db: Reading) {
  const [jobs, letters, seals, backups, held] = [
    await jobStates(db),
    await countsOf(db),
    await sealState(db),
    await lastBackups(db, BACKUPS),
    await heldSince(db),
  ]
  return { jobs, letters, seals, backups, held }
}

const healthPage = page('administration.health', {
  path: '/administration',
  params: Nothing,
  query: Nothing,
  topics: () => TOPICS,
  may: mayAdminister,
  async read(db, { viewer: { house } }) {
    const vitals = await house?.vitals()
    return {
      ...(await signsOf(db)),
      database: await databaseState(db),
      house: house && vitals ? { ...vitals, settings: house.settings } : null,
    }
  },
  view: (facts, viewer) => ({
    title: say(viewer.language, 'health'),
    body: HealthPage({
      ...{ viewer, language: viewer.language, ...facts },
      troubles: troublesIn(facts, viewer.now),
    }),
  }),
})

function troublesIn(
  {
    jobs,
    letters,
    seals,
    backups,
    held,
    house,
  }: Awaited<ReturnType<typeof signsOf>> & {
    house: {
      rooms: Signs['rooms']
      replica: { lag: number | null } | null
      settings: House['settings']
    } | null
  },
  now: Temporal.Instant,
) {
  return troublesOf(
    {
      jobsFailed: jobs.reduce((sum, { failed }) => sum + failed, 0),
      lettersFailed: letters.failed,
      backups,
      backsUp:
        house?.settings.some(({ name, value }) => name === 'BACKUP_FOLDER' && value !== null) ??
        false,
      unsealedSince: seals.since,
      rooms: house?.rooms ?? [],
      lag: house?.replica?.lag ?? null,
      held: held !== null,
    },
    now,
  )
}

/** Running the instance: how it is, and what it has written to people. */
export const administration = feature('administration', {
  say,
  commands: [sendLetterAgain, sendAllAgain, release],
  pages: [healthPage, outboxPage, letterPage],
  resources: [lookResource, paperResource],
  tasks: [
    {
      name: 'administration.health',
      group: 'house',
      once: true,
      label: (language) => say(language, 'health'),
      at: (actor, { party }) => (party === null && mayAdminister(actor) ? '/administration' : null),
      waits: async (db, { now }) => ({
        count: troublesIn({ ...(await signsOf(db)), house: null }, now).length,
        due: null,
      }),
    },
    {
      name: 'administration.mail',
      group: 'house',
      once: true,
      label: (language) => say(language, 'mail'),
      at: (actor, { party }) =>
        party === null && mayAdminister(actor) ? '/administration/mail' : null,
      waits: async (db) => ({ count: (await countsOf(db)).failed, due: null }),
      topics: () => TOPICS,
    },
  ],
})
