import { LANGUAGES } from '../src/kernel/language.ts'
import type { Figure } from './figures.ts'
import type { Application } from './serving/application.ts'
import { askWell, PERSONAL, processMetric } from './serving/asking.ts'

const REQUESTS = 10_000
/** One in so many bypasses the cache: more would meet the limit of one address. */
const PERSONAL_EACH = 10
const MEGABYTES = 250

const PAGES = [
  '',
  '/parties',
  '/parties/KOR',
  '/seoul2021',
  '/seoul2021/programme',
  '/seoul2021/programme/opening',
  '/seoul2021/changes',
  '/seoul2021/programme.ics',
  '/seoul2021/programme.json',
  '/seoul2021/programme.xml',
  '/seoul2021/programme.csv',
  '/accra2023',
  '/berlin2025/programme',
]

/** Megabytes that the serving process holds, of two to the twentieth. */
const memoryOf = async (origin: string) =>
  (await processMetric(origin, 'resident_memory_bytes')) / 2 ** 20

/** The memory of a process after 10,000 requests for everything in every language; then after a PDF. */
export async function memory({ origin }: Application): Promise<Figure[]> {
  const atFirst = await memoryOf(origin)
  const addresses = LANGUAGES.flatMap((language) => PAGES.map((page) => `/${language}${page}`))
  for (let at = 0; at < REQUESTS; at += 1) {
    const address = addresses[at % addresses.length] ?? ''
    await askWell(origin + address, at % PERSONAL_EACH === 0 ? PERSONAL : {})
  }
  const after = await memoryOf(origin)
  for (const language of LANGUAGES) await askWell(`${origin}/${language}/seoul2021/programme.pdf`)
  const unit = 'MB'
  return [
    { name: 'just started', value: atFirst, unit },
    { name: `after ${REQUESTS} requests`, value: after, unit, most: MEGABYTES },
    {
      name: 'then, after PDFs in seven languages',
      value: await memoryOf(origin),
      unit,
      most: MEGABYTES,
    },
  ]
}
