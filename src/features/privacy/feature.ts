import { z } from 'zod'
import { ConferenceId } from '../../kernel/ids.ts'
import { readingOf } from '../../kernel/text.ts'
import { feature } from '../../platform/feature.ts'
import { page } from '../../platform/http/page.ts'
import { outlineById } from '../conferences/queries.ts'
import { setNotice } from './commands.ts'
import { maySetNotice } from './model.ts'
import { PrivacyPage } from './pages/privacy-page.tsx'
import { SettingsPage } from './pages/settings-page.tsx'
import { everyNotice, noticeOf } from './queries.ts'
import { say } from './words.ts'

const privacyPage = page('privacy.privacy', {
  path: '/privacy',
  params: z.object({}),
  query: z.object({}),
  topics: () => ['privacy', 'conferences'],
  read: (db) => everyNotice(db),
  view: (told, { language }, { sections }) => ({
    title: say(language, 'title'),
    description: say(language, 'description'),
    body: PrivacyPage({ language, told, children: Object.values(sections) }),
  }),
})

const settingsPage = page('privacy.settings', {
  path: '/:conference/desk/privacy',
  params: z.object({ conference: ConferenceId }),
  query: z.object({}),
  topics: ({ conference }) => [`privacy/${conference}`],
  may: (actor, { conference }) => maySetNotice(actor, conference),
  async read(db, { params: { conference } }) {
    const outline = await outlineById(db, conference)
    return outline && { outline, notice: await noticeOf(db, conference) }
  },
  view: ({ outline, notice }, viewer) => ({
    title: say(viewer.language, 'settings'),
    conference: { id: outline.id, name: readingOf(outline.shortName, viewer.language).value },
    body: SettingsPage({
      viewer,
      conference: outline.id,
      notice: notice?.content ?? null,
      seen: `${notice?.version ?? 0}`,
    }),
  }),
})

export const privacy = feature('privacy', {
  say,
  commands: [setNotice],
  pages: [privacyPage, settingsPage],
})
