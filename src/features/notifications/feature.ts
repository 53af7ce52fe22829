import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { type Feature, feature, type Job } from '../../platform/feature.ts'
import { page } from '../../platform/http/page.ts'
import { personOf } from '../people/queries.ts'
import { allTexts } from '../translations/all-texts.queries.ts'
import { choosing, readAll, readNotice, stopping } from './commands.ts'
import type { NoticeKind } from './kind.ts'
import { KINDS } from './kinds/all.notices.ts'
import { noticeLetters } from './letters/letters.mails.ts'
import { AT_ONCE, forgetNotices, sending } from './letters/send.commands.ts'
import { wantedOf } from './letters/wanted.commands.ts'
import { DIGEST, hasNotices, TELLER } from './model.ts'
import { namesIn } from './names.queries.ts'
import { NoticesPage } from './pages/notices-page.tsx'
import { saidOf, sayKind, sayMoment } from './pages/said.print.ts'
import { SettingsPage } from './pages/settings-page.tsx'
import { StopPage } from './pages/stop-page.tsx'
import {
  countNotices,
  dueAccounts,
  habitsOf,
  kindsToldTo,
  noticesOf,
  stopOf,
  translatedConferences,
  unreadOf,
} from './queries.ts'
import { noticingStale } from './stale.commands.ts'
import { reactionsOf } from './telling/tell.commands.ts'
import { PAGE, Wish } from './wish.ts'
import { say } from './words.ts'

const Nothing = z.object({})

const noticesPage = page('notifications.notices', {
  path: '/notices',
  params: Nothing,
  query: Wish,
  topics: () => [],
  may: hasNotices,
  async read(db, { query, viewer: { actor } }) {
    const account = actor.id
    const asked = { account, unread: query.show === 'unread', kind: query.kind || null }
    const notices = await noticesOf(db, asked, { limit: PAGE, offset: (query.page - 1) * PAGE })
    return {
      notices,
      pages: Math.ceil((await countNotices(db, asked)) / PAGE),
      names: await namesIn(
        db,
        notices.map(({ facts }) => facts),
      ),
      kinds: await kindsToldTo(db, account),
      unread: await unreadOf(db, account),
      zone: (await personOf(db, account))?.zone ?? null,
    }
  },
  view({ notices, names, kinds, zone, ...facts }, viewer, { query }) {
    const { language, now } = viewer
    const reader = { language, zone, now }
    return {
      title: say(language, 'title'),
      body: NoticesPage({
        ...facts,
        ...{ viewer, wish: query },
        kinds: kinds.map((name) => ({ name, title: sayKind(language, name) })),
        lines: notices.map(({ id, kind, facts, at, toldAt, readAt }) => ({
          ...{ id, at, isRead: readAt !== null, title: sayKind(language, kind) },
          said: saidOf(facts, names, reader),
          moment: sayMoment(reader, toldAt),
        })),
      }),
    }
  },
})

/** Whether somebody may ever get notices of a kind. */
const concerns = ({ roles }: NoticeKind, { grants }: Actor): boolean =>
  roles.length === 0 || grants.some(({ role }) => roles.includes(role))

const settingsPage = page('notifications.settings', {
  path: '/account/notices',
  params: Nothing,
  query: Nothing,
  topics: () => [],
  may: hasNotices,
  async read(db, { viewer: { actor } }) {
    const person = await personOf(db, actor.id)
    return person && { person, habits: (await habitsOf(db, [actor.id]))(actor.id) }
  },
  view({ person, habits }, viewer) {
    const { language, actor } = viewer
    return {
      title: say(language, 'settings'),
      body: SettingsPage({
        viewer,
        hour: habits.hour,
        zone: person.zone,
        reads: person.language,
        kinds: KINDS.filter((kind) => concerns(kind, actor)).map(({ name, usual, ...kind }) => ({
          ...kind,
          name,
          title: sayKind(language, name),
          way: habits.ways.get(name) ?? usual,
        })),
      }),
    }
  },
})

const Token = z.object({ token: z.uuid() })

const stopPage = page('notifications.stop', {
  path: '/notices/stop/:token',
  params: Token,
  query: Nothing,
  topics: () => [],
  // Whoever holds a letter may stop its kind, and nothing else is told of its reader.
  may: () => true,
  oneClick: {
    command: 'notifications.stop',
    input: ({ token }: z.infer<typeof Token>) => ({ token }),
  },
  read: (db, { params }) => stopOf(db, params.token),
  view: ({ kind }, viewer, { params: { token } }) => ({
    title: say(viewer.language, 'stop'),
    body: StopPage({
      ...{ viewer, token },
      title: kind === DIGEST ? say(viewer.language, 'digest') : sayKind(viewer.language, kind),
    }),
  }),
})

const sendDue = sending(KINDS)

/** Writes to everybody to whom something is due, a hundred at a time. */
const send: Job = async ({ slot }, { read, perform }) => {
  for (;;) {
    const accounts = await dueAccounts(read, Temporal.Instant.from(String(slot)), AT_ONCE)
    if (accounts.length === 0) return
    await perform(TELLER, sendDue, { accounts })
  }
}

/** What people are told of the deeds of all features, and how they choose to be. */
export function notifications(features: readonly Feature[]): Feature {
  const noteStale = noticingStale(allTexts(features.flatMap((one) => one.texts ?? [])))
  const commands = features.flatMap((one) => one.commands ?? [])
  return feature('notifications', {
    say,
    commands: [
      ...[readNotice, readAll, choosing(KINDS), stopping(KINDS)],
      ...[sendDue, forgetNotices, noteStale],
    ],
    pages: [noticesPage, settingsPage, stopPage],
    on: reactionsOf(KINDS, [...commands, noteStale]),
    jobs: {
      'notifications.send': send,
      async 'notifications.forget'(_, { perform, key }) {
        await perform(TELLER, forgetNotices, {}, { key })
      },
      async 'notifications.look-at-texts'(_, { read, perform, key }) {
        for (const conference of await translatedConferences(read)) {
          await perform(TELLER, noteStale, { conference }, { key: `${key} ${conference}` })
        }
      },
    },
    schedule: {
      'notifications.send': { minutely: true },
      'notifications.look-at-texts': { hourly: 35 },
      'notifications.forget': { daily: '03:40' },
    },
    mails: { 'notifications.letter': noticeLetters },
    wanted: wantedOf(KINDS),
    unread: unreadOf,
  })
}
