import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OPERATOR } from '../../../kernel/actor.ts'
import { ConferenceId } from '../../../kernel/ids.ts'
import { textIn } from '../../../testing/programme.ts'
import { text } from '../../../testing/sessions.ts'
import { type World, world } from '../../../testing/world.ts'
import { changeFormat } from '../../conferences/deeds/when-and-where.commands.ts'
import { invite } from '../../people/commands.ts'
import { moveSession } from '../commands.ts'
import { cancelSession } from '../draft/status.commands.ts'
import { draftOf } from '../queries.ts'
import { release } from '../release.commands.ts'
import { releaseLetters } from './release.mails.ts'

const SEOUL = { conference: ConferenceId.parse('seoul2021') }

let here: World
beforeAll(async () => {
  here = await world({ shipped: true })
})
afterAll(() => here.close())

const invited = (address: string, language: string, role: string, party: string | null) =>
  here.perform(OPERATOR, invite, {
    ...{ address, language, role, party, conference: 'seoul2021' },
    name: address.split('@')[0],
  })
const letters = (number: number) =>
  releaseLetters(
    { ...SEOUL, release: number },
    { read: here.read, origin: 'https://plenum.example' },
  )
const sessionOf = async (slug: string) => {
  const found = (await draftOf(here.read, 'seoul2021')).find((one) => one.slug === slug)
  if (!found) throw new Error(`There is no ${slug}`)
  return found
}

describe('the letters about a release', () => {
  it('go to those who were chosen, each in their language, and say what changed', async () => {
    await invited('ada@mfa.example', 'fr', 'focal-point', 'GHA')
    await invited('nour@mofa.example', 'ar', 'focal-point', 'EGY')
    await invited('roe@un.example', 'en', 'un-secretariat', null)
    await invited('smith@fco.example', 'en', 'focal-point', 'GBR')
    here.clock.turnTo('2021-11-30T09:00:00Z')
    await here.perform(OPERATOR, changeFormat, {
      ...{ ...SEOUL, to: 'hybrid', why: text('Some delegations attend remotely') },
    })
    const opening = await sessionOf('opening')
    const closing = await sessionOf('closing')
    await here.perform(OPERATOR, moveSession, {
      ...{ ...SEOUL, session: opening.id },
      to: { day: '2021-12-07', latestDay: null, start: '20:00', end: '20:30', room: null },
    })
    await here.perform(OPERATOR, cancelSession, { ...SEOUL, session: closing.id })
    const { answer } = await here.perform(OPERATOR, release, {
      ...SEOUL,
      note: textIn({ en: 'Now online', fr: 'Désormais en ligne' }),
      letter: { to: ['focal-point'], words: textIn({ en: 'Links follow on Monday.' }) },
    })
    const number = Number(answer.release)
    const sent = await letters(number)
    expect(sent.map(({ to, subject }) => [to.address, to.language, subject])).toEqual([
      ['ada@mfa.example', 'fr', `Séoul 2021 · Programme · Version ${number}`],
      [
        'nour@mofa.example',
        'ar',
        `\u2068سول 2021\u2069 · \u2068البرنامج\u2069 · \u2068الإصدار ${number}\u2069`,
      ],
      ['smith@fco.example', 'en', `Seoul 2021 · Programme · Release ${number}`],
    ])
    expect(sent[2]?.text).toEqual([
      { part: 'paragraph', text: 'Links follow on Monday.' },
      { part: 'paragraph', text: 'Now online' },
      { part: 'paragraph', text: 'Times are those of the conference (UTC+09:00).' },
      { part: 'heading', text: 'Changes to the programme' },
      {
        part: 'list',
        items: [
          {
            text: `Opening ceremony · another time${opening.room ? ', another room' : ''} · 7 December 2021 · 20:00–20:30 · formerly 7 December 2021 · 19:30–20:00`,
            href: 'https://plenum.example/en/seoul2021/programme/opening',
          },
          {
            text: expect.stringMatching(/ · cancelled · 8 December 2021 · 22:30–23:00$/),
            href: 'https://plenum.example/en/seoul2021/programme/closing',
          },
        ],
      },
      {
        part: 'link',
        label: 'Read the programme',
        href: 'https://plenum.example/en/seoul2021/programme',
      },
    ])
    const [french, arabic] = sent
    expect(french?.text.slice(0, 2)).toEqual([
      { part: 'quotation', text: 'Links follow on Monday.', language: 'en' },
      { part: 'paragraph', text: 'Désormais en ligne' },
    ])
    expect(JSON.stringify(arabic?.text)).toContain('/ar/seoul2021/programme/opening')
  })

  it('are none where nobody was chosen', async () => {
    const opening = await sessionOf('opening')
    await here.perform(OPERATOR, moveSession, {
      ...{ ...SEOUL, session: opening.id },
      to: { day: '2021-12-07', latestDay: null, start: '19:45', end: '20:30', room: null },
    })
    const { answer } = await here.perform(OPERATOR, release, { ...SEOUL, note: text('quiet') })
    expect(await letters(Number(answer.release))).toEqual([])
  })
})
