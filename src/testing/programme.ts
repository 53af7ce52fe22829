import { createHash } from 'node:crypto'
import type { Outline } from '../features/conferences/outline.ts'
import { inOrder, PublishedSession } from '../features/programme/model.ts'
import { type Programme, type ProgrammeSession, spanOf } from '../features/programme/timeline.ts'
import { ConferenceId } from '../kernel/ids.ts'
import { Text, type TextStatus } from '../kernel/text.ts'

/** A text in a few languages, all of one status. */
export const textIn = (
  words: Partial<Record<'ar' | 'en' | 'es' | 'fr' | 'ko' | 'ru' | 'zh', string>>,
  status: TextStatus = 'unofficial',
): Text =>
  Text.parse({
    original: Object.keys(words)[0],
    in: Object.fromEntries(
      Object.entries(words).map(([language, value]) => [language, { value, status }]),
    ),
  })

const source = {
  publisher: 'Gazette',
  url: 'https://example.org/programme',
  date: '2021-11-01',
  grade: 'B',
} as const

/** A conference that exists only in tests, in a zone of its own. */
export const anOutline = (zone: string): Outline => ({
  id: ConferenceId.parse('tests2021'),
  series: 'tests',
  parent: null,
  kind: 'ministerial',
  label: null,
  name: textIn({ en: 'A ministerial, with «marks» & <signs>', fr: 'Une conférence', ar: 'مؤتمر' }),
  shortName: textIn({ en: 'Ministerial 2021', fr: 'Conférence 2021', ar: 'مؤتمر 2021' }),
  themes: [],
  zone,
  dates: { first: '2021-12-07', last: '2021-12-08' },
  venue: null,
  format: 'in-person',
  summary: textIn({ en: 'What it is.', fr: 'Ce que c’est.', ar: 'ما هو.' }),
  moved: false,
})

/** The same slug has the same identifier, in whatever programme it stands. */
const idOf = (slug: string) => {
  const digest = createHash('sha256').update(slug).digest('hex')
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-7000-8000-${digest.slice(12, 24)}`
}

/** A published session; whatever is not said is as plain as can be. */
export const aSession = (
  parts: Partial<PublishedSession> & { slug: string; day: string },
  zone: string,
): ProgrammeSession => {
  const session = PublishedSession.parse({
    id: idOf(parts.slug),
    kind: 'plenary',
    status: 'confirmed',
    title: textIn({
      en: `Session ${parts.slug}`,
      fr: `Séance ${parts.slug}`,
      ar: `جلسة ${parts.slug}`,
    }),
    start: null,
    end: null,
    sources: [source],
    formerly: null,
    sequence: 0,
    revised: '2021-12-01T00:00:00Z',
    ...parts,
  })
  const plan = spanOf(session, zone)
  return { ...session, plan, late: 0, expected: plan }
}

/** A programme of two days: over midnight, without an end, without a time, cancelled and withdrawn. */
export function aProgramme(zone: string): Programme {
  const at = (slug: string, day: string, parts: Partial<PublishedSession> = {}) =>
    aSession({ slug, day, ...parts }, zone)
  return {
    conference: anOutline(zone),
    zone,
    release: {
      number: 3,
      at: Temporal.Instant.from('2021-12-01T12:00Z'),
      note: textIn({ en: 'Third release', ar: 'الإصدار الثالث' }),
    },
    sessions: inOrder([
      at('opening', '2021-12-07', {
        start: '19:30',
        end: '20:00',
        kind: 'ceremony',
        sequence: 2,
        participants: [
          {
            role: 'chair',
            name: 'Jeong Eui-yong',
            office: textIn({ en: 'Minister', ar: 'وزير' }),
            party: null,
            certainty: 'stated',
            note: null,
            source,
          },
        ],
      }),
      at('night', '2021-12-07', { start: '23:40', end: '01:00' }),
      at('open-end', '2021-12-08', { start: '09:05', end: null }),
      at('some-time', '2021-12-08', { note: textIn({ en: 'a, b; c\nd', ar: 'ملاحظة' }) }),
      at('called-off', '2021-12-08', {
        start: '10:00',
        end: '11:00',
        status: 'cancelled',
        sequence: 1,
      }),
    ]),
    withdrawn: [at('error', '2021-12-08', { start: '12:00', end: '13:00', status: 'withdrawn' })],
  }
}
