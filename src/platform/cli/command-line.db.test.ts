import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { createTally, tally } from '../../testing/tally/tally.ts'
import { world } from '../../testing/world.ts'
import { CannotStart } from '../config/cannot-start.ts'
import { feature } from '../feature.ts'
import { runCommandLine } from './command-line.ts'
import { performCommand } from './perform.ts'
import { verifyJournal } from './verify.ts'

const greeter = feature('tally', {
  ...tally,
  say: (_, key) => `said ${key}`,
  cli: {
    'tally greet': {
      usage: 'NAME',
      does: 'Greets.',
      async run([name], { print, tell }) {
        if (name === 'nobody') throw new CannotStart('Nobody is not here.')
        tell('Thinking.')
        print(`Hello ${name}`)
        return 3
      },
    },
  },
})
const { database, perform, performAll, seal, close } = await world({ features: [greeter] })
await createTally(database.write)
afterAll(close)

async function plenum(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  let opened = 0
  const code = await runCommandLine(
    args,
    {
      verify: verifyJournal(async () => database.write),
      perform: performCommand([greeter]),
      ...greeter.cli,
    },
    [greeter],
    {
      print: (text) => out.push(text),
      tell: (sentence) => err.push(sentence),
      async open() {
        opened += 1
        return { read: database.write, perform, performAll, origin: 'http://plenum.test' }
      },
    },
  )
  return { code, out, err, opened }
}

describe('plenum', () => {
  it('says what it can do', async () => {
    const { code, out } = await plenum('help')
    expect(code).toBe(0)
    expect(out[0]?.split('\n').slice(2, 8)).toEqual([
      '  plenum verify [NUMBER:HASH]',
      '      Proves that nothing in the journal was altered, and that a seal noted earlier still stands.',
      '  plenum perform NAME JSON',
      '      Performs a command as the operator, and prints its answer.',
      '  plenum tally greet NAME',
      '      Greets.',
    ])
    expect(await plenum()).toMatchObject({ code: 2, out })
  })

  it('finds the words of a feature, and passes on the rest', async () => {
    expect(await plenum('tally', 'greet', 'Seoul')).toEqual({
      code: 3,
      out: ['Hello Seoul'],
      err: ['Thinking.'],
      opened: 0,
    })
  })

  it('complains in one sentence, without a trace', async () => {
    const complaint = async (...args: string[]) => {
      const { code, out, err } = await plenum(...args)
      return [code, ...out, ...err]
    }
    expect(await complaint('sing')).toEqual([
      2,
      '«sing» is nothing that plenum does: see «plenum help».',
    ])
    expect(await complaint('toString')).toEqual([
      2,
      '«toString» is nothing that plenum does: see «plenum help».',
    ])
    expect(await complaint('tally', 'greet', 'nobody')).toEqual([1, 'Nobody is not here.'])
    expect(await complaint('perform', 'tally.add')).toEqual([
      2,
      'Write the name of a command and its input: plenum perform NAME JSON.',
    ])
    expect(await complaint('perform', 'tally.add', '{')).toMatchObject([
      2,
      expect.stringMatching(/^The input is not JSON \(.+\)\.$/),
    ])
    expect(await complaint('perform', 'tally.sing', '{}')).toEqual([
      1,
      'platform.unknown-command: There is no command of this name.',
    ])
    expect(await complaint('verify', '12')).toEqual([
      2,
      '«12» is no seal: write it as «plenum verify» printed it, NUMBER:HASH.',
    ])
  })

  it('performs a command as the operator', async () => {
    expect(await plenum('perform', 'tally.add', '{"conference":"cli1","by":2}')).toEqual({
      code: 0,
      out: ['{"subject":"tally/cli1","answer":{"count":2}}'],
      err: [],
      opened: 1,
    })
    expect(await plenum('perform', 'tally.add', '{"conference":"cli1","by":3}')).toMatchObject({
      code: 1,
      out: [],
      err: ['tally.too-hasty: said refusal.too-hasty'],
    })
    expect(await plenum('perform', 'tally.add', '{"conference":"cli1"}')).toMatchObject({
      code: 1,
      err: [
        'platform.unreadable-input: Some fields need correcting. Nothing has been changed.',
        'by: Please fill in this field.',
      ],
    })
  })

  it('verifies the journal, and says where it was altered', async () => {
    await plenum('perform', 'tally.add', '{"conference":"cli2","by":1}')
    const first = await seal()
    await plenum('perform', 'tally.add', '{"conference":"cli2","by":1}')
    const sealed = `1:${first?.hash}`
    const stands = {
      code: 0,
      out: [
        'The journal stands as it was written: entries sealed 2, seals 1, entries waiting for the next seal 1.',
        `Last seal: ${sealed} (kept elsewhere, it proves more: see plenum help)`,
      ],
    }
    expect(await plenum('verify')).toMatchObject(stands)
    expect(await plenum('verify', sealed)).toMatchObject(stands)
    await sql`grant all on journal to current_user;
      alter table journal disable trigger stands;
      update journal set actor = 'account/other' where seq = 2;
      delete from journal where seq = 1`.execute(database.write)
    expect(await plenum('verify', `7:${'0'.repeat(64)}`)).toMatchObject({
      code: 1,
      out: [
        'Entry 1 was removed (seal 1).',
        'Entry 2 was changed (seal 1).',
        'Seal 7 was removed.',
        'The journal was altered in the places above (3).',
        expect.stringContaining(sealed),
      ],
    })
  })
})
