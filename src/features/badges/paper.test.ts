import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { codeOf } from '../../kernel/badges/payload.ts'
import { shortCodeOf } from '../../kernel/badges/short-code.ts'
import { PALETTES } from '../../kernel/palette.ts'
import { photoFile } from '../../platform/pdf/photo.ts'
import { typeset } from '../../platform/pdf/typeset.ts'
import { PORTRAIT_HEIGHT, PORTRAIT_WIDTH } from '../../platform/picture/portrait.ts'
import { anOutline } from '../../testing/programme.ts'
import { Person } from '../delegations/participants/model.ts'
import { Party } from '../parties/model.ts'
import { HUES, namesOf, photoPath, sheetOf, type Wearer } from './badge.print.ts'
import template from './badge.typ?raw'
import { type Badge, BadgeId, usualSettings } from './model.ts'

const outline = anOutline('Asia/Seoul')
const settings = { ...usualSettings(outline.id), languages: ['en' as const, 'ko' as const] }
const sheet = { outline, settings, day: '2021-12-07' }
const at = Temporal.Instant.from('2021-12-01T00:00Z')
const parties = JSON.parse(readFileSync('data/parties.json', 'utf8'))
const party = (code: string) =>
  Party.parse({
    sources: [],
    ...parties.parties.find((one: { code: string }) => one.code === code),
  })

const idOf = (number: number) =>
  BadgeId.parse(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`)
const NAMES = [
  ['정의용', 'Chung Eui-yong', { ko: '장관', en: 'H.E. Mr.' }, 'KOR'],
  ['محمد بن سلمان آل سعود', 'Mohammed bin Salman Al Saud', { ar: 'معالي السيد' }, 'JOR'],
  ['Сергей Викторович Лавров', 'Sergey Lavrov', { ru: 'г-н' }, 'KAZ'],
  [
    'Maximiliana Wilhelmina von und zu Hohenlohe-Waldenburg-Schillingsfürst',
    null,
    { fr: 'S.E. Mme' },
    'DEU',
  ],
] as const

function wearer(number: number): Wearer {
  const [name, latinName, styles, code] = NAMES[number % NAMES.length] ?? NAMES[0]
  const id = idOf(number)
  const badge: Badge = {
    ...{ id, conference: outline.id, batch: idOf(0), participant: null, party: null, zone: null },
    category: ['head', 'delegate', 'media', 'staff'][number % 4] ?? 'guest',
    code: shortCodeOf(id),
    signed: codeOf({ key: 1, id, expires: 1_639_000_000 }, new Uint8Array(64).fill(number % 256)),
    ...{ issuedAt: at, issuedBy: 'account/host', expiresAt: at, revokedAt: null, reason: null },
  }
  const person = Person.parse({
    ...{ name, latinName, styles, sortName: name },
    functions: {
      original: 'en',
      in: {
        en: {
          value: 'Minister for Foreign Affairs and International Cooperation',
          status: 'as-published',
        },
      },
    },
  })
  return { badge, person, party: party(code), hasPhoto: true }
}

const photo = await sharp({
  create: {
    width: 480,
    height: 617,
    channels: 3,
    noise: { type: 'gaussian', mean: 128, sigma: 20 },
    background: '#888',
  },
})
  .jpeg({ quality: 82, mozjpeg: true })
  .toBuffer()
/** Each photo is another file, as it would be: what follows the end of a JPEG is not seen. */
const photosOf = (wearers: readonly Wearer[]) =>
  Object.fromEntries(
    wearers.map(({ badge }) => [
      photoPath(badge.id),
      photoFile(Buffer.concat([photo, Buffer.from(badge.id)]), PORTRAIT_WIDTH, PORTRAIT_HEIGHT),
    ]),
  )

const print = (wearers: readonly Wearer[], layout: 'single' | 'sheet') =>
  typeset(template, sheetOf(sheet, wearers, layout), at, null, photosOf(wearers))

describe('badges on paper', () => {
  it('stand four on a sheet, or one a page', async () => {
    const five = [0, 1, 2, 3, 4].map(wearer)
    const pages = async (layout: 'single' | 'sheet') => {
      const pdf = Buffer.from(await print(five, layout)).toString('latin1')
      return [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length
    }
    expect(await pages('sheet')).toBe(2)
    expect(await pages('single')).toBe(5)
  })

  it('print the name in its own script with its style, and in Latin letters', () => {
    const names = NAMES.map(([name, latinName, styles]) => {
      const { large, small } = namesOf(
        Person.parse({ name, latinName, styles, sortName: name }),
        'en',
      )
      return [large.text, large.lang, small?.text ?? null]
    })
    expect(names).toEqual([
      ['정의용 장관', 'ko', 'H.E. Mr. Chung Eui-yong'],
      ['معالي السيد محمد بن سلمان آل سعود', 'ar', 'Mohammed bin Salman Al Saud'],
      ['г-н Сергей Викторович Лавров', 'ru', 'Sergey Lavrov'],
      [
        'S.E. Mme Maximiliana Wilhelmina von und zu Hohenlohe-Waldenburg-Schillingsfürst',
        'fr',
        null,
      ],
    ])
    const amharic = Person.parse({ name: 'ጌታቸው', latinName: 'Getachew', sortName: 'Getachew' })
    expect(namesOf(amharic, 'en')).toMatchObject({ large: { text: 'Getachew' }, small: null })
  })

  it('wear the colours of the conference, as its pages do', () => {
    const css = readFileSync('src/ui/style/colours.css', 'utf8')
    expect(css).toMatch(new RegExp(`--hue: ${HUES.ink[0]};\\s*--chroma: ${HUES.ink[1]};`))
    for (const palette of PALETTES.filter((one) => one !== 'ink')) {
      const [hue, chroma] = HUES[palette]
      expect(css, palette).toMatch(
        new RegExp(`\\[data-palette="${palette}"\\] \\{\\s*--hue: ${hue};\\s*--chroma: ${chroma};`),
      )
    }
  })

  it('of seven hundred people are one file, in seconds', async () => {
    const people = Array.from({ length: 700 }, (_, number) => wearer(number))
    const began = performance.now()
    const pdf = await print(people, 'sheet')
    const seconds = (performance.now() - began) / 1000
    process.stdout.write(
      `700 badges: ${seconds.toFixed(1)} s, ${(pdf.length / 2 ** 20).toFixed(1)} MB, resident ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB\n`,
    )
    expect(seconds).toBeLessThan(60)
    expect(pdf.length).toBeLessThan(60 * 2 ** 20)
  }, 120_000)
})
