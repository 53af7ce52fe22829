import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS, OPERATOR } from '../../kernel/actor.ts'
import { ConferenceId } from '../../kernel/ids.ts'
import { runCommandLine } from '../../platform/cli/command-line.ts'
import { type World, world } from '../../testing/world.ts'
import { draftOf } from '../programme/queries.ts'
import { importProgramme } from './commands.ts'
import { programmeReader } from './feature.ts'

const LONGEST = 60_000
const ACCRA = ConferenceId.parse('accra2023')
const SEOUL_TEXT = join(import.meta.dirname, 'fixtures/seoul-2021.fr.txt')

let here: World
beforeAll(async () => {
  here = await world({ shipped: true })
}, LONGEST)
afterAll(() => here.close())

async function plenum(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  let opened = 0
  const code = await runCommandLine(args, { ...programmeReader.cli }, here.features, {
    print: (text) => out.push(text),
    tell: (sentence) => err.push(sentence),
    async open() {
      opened += 1
      const { read, perform, performAll } = here
      return { read, perform, performAll, origin: 'http://plenum.test' }
    },
  })
  return { code, out, err, opened }
}

const sessions = [
  {
    day: '2023-12-05',
    start: '09:00',
    end: '09:30',
    kind: 'ceremony',
    title: 'Opening',
    note: null,
  },
  { day: '2023-12-05', start: '09:00', end: null, kind: 'press', title: 'Press', note: 'Room 2' },
]
const told = async () =>
  (await draftOf(here.read, ACCRA))
    .filter(({ day, start }) => day === '2023-12-05' && start === '09:00')
    .map(({ slug, day, start, end, kind, title, note }) => ({
      slug,
      day,
      start,
      end,
      kind,
      title,
      note,
    }))
    .toSorted((a, b) => a.slug.localeCompare(b.slug, 'en'))

describe('an imported programme', () => {
  it('joins the draft in one deed, as published, and only once', async () => {
    const input = { conference: ACCRA, zone: 'UTC', language: 'en', sessions }
    expect((await here.perform(OPERATOR, importProgramme, input)).answer).toEqual({ added: 2 })
    const text = (value: string) => ({
      original: 'en',
      in: { en: { value, status: 'as-published' } },
    })
    expect(await told()).toEqual([
      { slug: 'opening-2', ...sessions[0], title: text('Opening') },
      { slug: 'press', ...sessions[1], title: text('Press'), note: text('Room 2') },
    ])
    const { subject } = await here.perform(OPERATOR, importProgramme, input)
    expect([subject, (await told()).length]).toEqual([null, 2])
  })

  it('is refused in another zone, for an unknown conference, and from a stranger', async () => {
    const input = { conference: ACCRA, zone: 'Asia/Seoul', language: 'en', sessions }
    await expect(here.perform(OPERATOR, importProgramme, input)).rejects.toMatchObject({
      code: 'programme-reader.other-zone',
    })
    await expect(
      here.perform(OPERATOR, importProgramme, { ...input, conference: 'nowhere2000' }),
    ).rejects.toMatchObject({ code: 'programme-reader.unknown-conference' })
    await expect(
      here.perform(ANONYMOUS, importProgramme, { ...input, zone: null }),
    ).rejects.toMatchObject({ status: 403 })
  })
})

describe('plenum programme import', () => {
  it('prints what was understood, and opens no database in a dry run', async () => {
    const { code, out, opened } = await plenum(
      'programme',
      'import',
      SEOUL_TEXT,
      '--dry-run',
      '--json',
    )
    expect([code, out.length, opened]).toEqual([0, 1, 0])
    const printed = JSON.parse(out[0] ?? '')
    expect([printed.zone, printed.language, printed.days.length]).toEqual(['Asia/Seoul', 'fr', 2])
    expect(printed.repeats.length).toBeGreaterThan(0)
  })

  it('saves into the draft of the conference', async () => {
    const { code, err } = await plenum(
      'programme',
      'import',
      SEOUL_TEXT,
      '--conference',
      'seoul2021',
    )
    expect([code, err.at(-1)]).toMatchObject([
      0,
      expect.stringMatching(/^Added to the draft of seoul2021: 0 of 6\./),
    ])
  })

  it('complains in one sentence', async () => {
    const complaint = async (...args: string[]) => {
      const { code, out, err } = await plenum('programme', 'import', ...args)
      return [code, ...out, ...err]
    }
    expect(await complaint('/nowhere', '--dry-run')).toEqual([
      1,
      'There is no such file: /nowhere.',
    ])
    expect(await complaint('/tmp', '--dry-run')).toEqual([1, 'This is a folder, not a file: /tmp.'])
    expect(await complaint(SEOUL_TEXT)).toEqual([
      2,
      'Write the conference (--conference seoul2021), or --dry-run to save nothing.',
    ])
    expect(await complaint(SEOUL_TEXT, '--dry-run', '--zone', 'Mars/Base')).toEqual([
      2,
      '«Mars/Base» (--zone) is no zone of the IANA database, such as Asia/Seoul.',
    ])
  })
})
