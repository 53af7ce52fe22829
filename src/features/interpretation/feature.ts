import { z } from 'zod'
import { ConferenceId } from '../../kernel/ids.ts'
import { readingOf } from '../../kernel/text.ts'
import { feature } from '../../platform/feature.ts'
import { page } from '../../platform/http/page.ts'
import { outlineById } from '../conferences/queries.ts'
import { holdersOf } from '../people/recipients.queries.ts'
import { draftOf } from '../programme/queries.ts'
import { spansIn } from '../programme/timeline.ts'
import { arrangeInterpretation } from './commands.ts'
import { arranges, seesMatrix } from './model.ts'
import { MatrixPage } from './pages/matrix-page.tsx'
import { interpretationAt } from './queries.ts'
import { doubtsIn } from './shifts.ts'
import { say } from './words.ts'

const GONE = ['cancelled', 'withdrawn']

const matrixPage = page('interpretation.matrix', {
  path: '/:conference/interpretation',
  params: z.object({ conference: ConferenceId }),
  query: z.object({}),
  topics: ({ conference }) => [`interpretation/${conference}`, `programme/${conference}/draft`],
  may: (actor, { conference }) => seesMatrix(actor, conference),
  async read(db, { params: { conference } }) {
    const outline = await outlineById(db, conference)
    if (!outline) return null
    const sessions = await draftOf(db, conference)
    const holders = await holdersOf(db, { conference, roles: ['interpreter'] })
    return {
      ...{ outline, conference },
      sessions: sessions.filter(({ status }) => !GONE.includes(status)),
      arranged: await interpretationAt(db, conference),
      interpreters: new Map(holders.map(({ account, name }) => [account, name])),
    }
  },
  view({ outline, conference, sessions, arranged, interpreters }, viewer) {
    const spanOf = spansIn(outline.zone)
    const timed = sessions.map((session) => ({ id: session.id, ...spanOf(session) }))
    return {
      title: say(viewer.language, 'title'),
      conference: { id: conference, name: readingOf(outline.shortName, viewer.language).value },
      body: MatrixPage({
        ...{ viewer, conference, sessions, arranged, interpreters },
        doubts: doubtsIn(arranged, timed),
        own: viewer.actor.id,
        keeps: arranges(viewer.actor, conference),
      }),
    }
  },
})

export const interpretation = feature('interpretation', {
  say,
  commands: [arrangeInterpretation],
  pages: [matrixPage],
  tasks: [
    {
      name: 'interpretation.matrix',
      group: 'programme',
      label: (language) => say(language, 'task'),
      at: (actor, { conference, party }) =>
        party === null && seesMatrix(actor, conference) ? `/${conference}/interpretation` : null,
    },
  ],
})
