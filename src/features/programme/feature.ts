import { z } from 'zod'
import { ConferenceId, type PartyCode } from '../../kernel/ids.ts'
import { readingOf, type Text } from '../../kernel/text.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { feature } from '../../platform/feature.ts'
import { type Beside, page, section, type Viewer } from '../../platform/http/page.ts'
import { barOf, type Outline } from '../conferences/outline.ts'
import { outlineById } from '../conferences/queries.ts'
import { spelledOut } from '../conferences/shipped.ts'
import type { Party } from '../parties/model.ts'
import { partiesOf } from '../parties/queries.ts'
import { addSession, changeSession, moveSession, shiftFollowing } from './commands.ts'
import { programmes } from './datasets/programmes.datasets.ts'
import { restoreProgramme } from './datasets/restore.commands.ts'
import { sessions } from './datasets/sessions.datasets.ts'
import {
  addParticipant,
  changeParticipant,
  moveParticipant,
  removeParticipant,
} from './draft/participants.commands.ts'
import { renameRoom } from './draft/rooms.commands.ts'
import { signOff } from './draft/sign-off.commands.ts'
import {
  cancelSession,
  confirmSession,
  holdSession,
  withdrawSession,
} from './draft/status.commands.ts'
import { undo } from './draft/undo.commands.ts'
import { programmeJsonLd, sessionJsonLd } from './json-ld.ts'
import { prepareRelease } from './letters/prepare.commands.ts'
import { releaseLetters } from './letters/release.mails.ts'
import { mayEdit } from './model.ts'
import { ChangesPage } from './pages/changes-page.tsx'
import { Glance } from './pages/glance.tsx'
import type { Frame } from './pages/marks.tsx'
import { NoProgramme, ProgrammePage } from './pages/programme-page.tsx'
import { SessionPage } from './pages/session-page.tsx'
import { announced, publishedProgramme, releasesOf } from './queries.ts'
import { clearDelay, Loaded, loadProgramme, release, reportDelay } from './release.commands.ts'
import { sessionTexts } from './texts/sessions.texts.ts'
import { nextStart, nextTurn, type Programme } from './timeline.ts'
import { Wish } from './wish.ts'
import { say } from './words.ts'

const OfConference = z.object({ conference: ConferenceId })
const topicsOf = (conference: string) => [
  `programme/${conference}`,
  `conferences/${conference}`,
  'parties',
]

interface Facts {
  conference: Outline
  programme: Programme | null
  parties: ReadonlyMap<PartyCode, Party>
  themes: ReadonlyMap<string, Text>
}

/** The published programme, with the parties and themes that it names. */
async function factsOf(db: Reading, id: string): Promise<Facts | null> {
  const found = await announced(db, id)
  if (!found) return null
  const { conference, programme } = found
  const sessions = programme?.sessions ?? []
  const codes = sessions.flatMap((one) => one.participants.flatMap(({ party }) => party ?? []))
  return {
    conference,
    programme,
    parties: await partiesOf(db, [...new Set(codes)]),
    themes: new Map(conference.themes.map(({ id, title }) => [id, title])),
  }
}

const expected = ({ sessions }: Programme) =>
  sessions.map((one) => ({ ...one, span: one.expected }))

const turnOf = (programme: Programme | null, now: Temporal.Instant) =>
  programme && nextTurn(expected(programme), now)

const frameOf = (
  { parties, themes }: Facts,
  programme: Programme,
  { language, now }: Viewer,
  chosen: string | null,
  beside?: Beside,
): Frame => ({
  language,
  beside,
  programme,
  parties,
  themes,
  now,
  zones: { language, conference: programme.zone, chosen },
})

const menuOf = (conference: Outline, { language }: Viewer) => barOf(conference, language)

/** Where whoever works on a programme edits it; nobody else is told. */
const editedAt = (conference: Outline, { actor }: Viewer): string | null =>
  mayEdit(actor, conference.id) ? `/${conference.id}/desk/programme` : null

const programmePage = page('programme.programme', {
  path: '/:conference/programme',
  params: OfConference,
  query: Wish,
  topics: ({ conference }) => topicsOf(conference),
  read: (db, { params }) => factsOf(db, params.conference),
  until: ({ programme }, now) => turnOf(programme, now),
  view(facts, viewer, { query, sections, beside }) {
    const { conference, programme } = facts
    const { language, origin } = viewer
    const menu = menuOf(conference, viewer)
    const title = `${say(language, 'title')} · ${menu.name}`
    if (!programme) {
      return {
        title,
        conference: menu,
        body: NoProgramme({ language, conference, edit: editedAt(conference, viewer) }),
      }
    }
    const frame = frameOf(facts, programme, viewer, query.zone ?? null, beside)
    const home = `/${language}/${conference.id}`
    return {
      title,
      description: say(language, 'description'),
      conference: menu,
      jsonLd: programmeJsonLd(programme, { language, origin }),
      alternates: [
        { type: 'text/calendar', href: `${home}/programme.ics`, title: say(language, 'take.file') },
        {
          type: 'application/atom+xml',
          href: `${home}/changes.atom`,
          title: say(language, 'changes'),
        },
      ],
      body: ProgrammePage({
        ...{ frame, wish: query, origin, edit: editedAt(conference, viewer) },
        children: Object.values(sections),
      }),
    }
  },
})

const sessionPage = page('programme.session', {
  path: '/:conference/programme/:session',
  params: OfConference.extend({ session: z.string().regex(/^[a-z0-9-]+$/) }),
  query: Wish.pick({ zone: true }),
  topics: ({ conference }) => topicsOf(conference),
  async read(db, { params }) {
    const facts = await factsOf(db, params.conference)
    const session = facts?.programme?.sessions.find(({ slug }) => slug === params.session)
    return facts?.programme && session ? { ...facts, programme: facts.programme, session } : null
  },
  until: ({ programme }, now) => turnOf(programme, now),
  view(facts, viewer, { query, sections }) {
    const { programme, session, conference } = facts
    const { language, origin, now } = viewer
    const { statements: below, ...others } = sections
    return {
      title: readingOf(session.title, language).value,
      conference: menuOf(conference, viewer),
      jsonLd: sessionJsonLd(session, programme, { language, origin }),
      alternates: [
        {
          type: 'text/calendar',
          href: `/${language}/${conference.id}/programme/${session.slug}.ics`,
          title: say(language, 'take.session'),
        },
      ],
      body: SessionPage({
        session,
        edit: editedAt(conference, viewer),
        frame: frameOf(facts, programme, viewer, query.zone ?? null),
        next: nextStart(expected(programme), now),
        children: Object.values(others),
        below,
      }),
    }
  },
})

const changesPage = page('programme.changes', {
  path: '/:conference/changes',
  params: OfConference,
  query: z.object({}),
  topics: ({ conference }) => topicsOf(conference),
  async read(db, { params }) {
    const conference = await outlineById(db, params.conference)
    return conference && { conference, releases: await releasesOf(db, params.conference) }
  },
  view({ conference, releases }, viewer) {
    const { language } = viewer
    return {
      title: say(language, 'changes'),
      conference: menuOf(conference, viewer),
      alternates: [
        {
          type: 'application/atom+xml',
          href: `/${language}/${conference.id}/changes.atom`,
          title: say(language, 'changes'),
        },
      ],
      body: ChangesPage({ language, conference, releases }),
    }
  },
})

const glance = section({
  of: 'conferences.conference',
  name: 'programme',
  topics: ({ conference }: z.infer<typeof OfConference>) => topicsOf(conference),
  read: (db, { params }) => publishedProgramme(db, params.conference),
  until: (programme, now) => turnOf(programme, now),
  view: (programme, { language }) =>
    Glance({ programme, zones: { language, conference: programme.zone, chosen: null } }),
})

export const programme = feature('programme', {
  say,
  commands: [
    addSession,
    changeSession,
    moveSession,
    shiftFollowing,
    confirmSession,
    holdSession,
    cancelSession,
    withdrawSession,
    addParticipant,
    changeParticipant,
    moveParticipant,
    removeParticipant,
    renameRoom,
    undo,
    prepareRelease,
    signOff,
    release,
    reportDelay,
    clearDelay,
    loadProgramme,
    restoreProgramme,
  ],
  datasets: [programmes, sessions],
  texts: [sessionTexts],
  pages: [programmePage, sessionPage, changesPage],
  sections: [glance],
  mails: { 'programme.release': releaseLetters },
  shipped: [
    {
      file: 'programmes/',
      deeds(content) {
        const input = Loaded.parse(spelledOut(content))
        return [{ command: loadProgramme, input, key: `programme/${input.conference}` }]
      },
    },
  ],
})
