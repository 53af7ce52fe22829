import { Session } from '../features/programme/model.ts'

let made = 0

/** A session of which only what a test is about is said: `session({ slug: 'opening', start: '19:30' })`. */
export function session(said: Record<string, unknown> = {}): Session {
  made += 1
  const slug = typeof said.slug === 'string' ? said.slug : `session-${made}`
  return Session.parse({
    id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    slug,
    kind: 'plenary',
    title: text(slug),
    day: '2021-12-07',
    start: null,
    end: null,
    ...said,
  })
}

/** Our own words in English alone. */
export const text = (value: string) => ({
  original: 'en' as const,
  in: { en: { value, status: 'unofficial' as const } },
})

/** The six sessions of Seoul: the day, and from when to when in Asia/Seoul. */
export const SEOUL: readonly (readonly [slug: string, day: string, start: string, end: string])[] =
  [
    ['opening', '2021-12-07', '19:30', '20:00'],
    ['session-1', '2021-12-07', '20:10', '21:30'],
    ['session-2', '2021-12-07', '21:40', '23:00'],
    ['session-3', '2021-12-08', '19:30', '20:50'],
    ['session-4', '2021-12-08', '21:00', '22:20'],
    ['closing', '2021-12-08', '22:30', '23:00'],
  ]

export const seoul = (): Session[] =>
  SEOUL.map(([slug, day, start, end]) => session({ slug, day, start, end }))
