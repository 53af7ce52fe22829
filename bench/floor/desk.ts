import { Agent } from 'node:http'
import { runnerImport } from 'vite'
import { keyBy } from '../../src/testing/accounts/key.ts'
import { sendDeed } from '../../src/testing/following/sender.ts'

type Deeds = typeof import('../deeds.ts')

/** The session whose list of speakers is measured. */
export const SESSION = {
  conference: 'seoul2021',
  session: '171d382c-fa5a-599a-a809-ce06a9ffdfc6',
} as const
/** What everybody looks at. */
export const PAGE = '/en/seoul2021/floor/opening'

/** Thirty delegations. */
export const PARTIES: readonly string[] = [
  ...'AUS BGD BRA CAN EGY ETH FRA DEU GHA IND IDN JPN KEN NLD NOR PAK RWA SEN ZAF ESP'.split(' '),
  ...'SWE TZA THA TUR UGA GBR USA URY VNM ZMB'.split(' '),
]

/** The number of a deed in its list, and the speech that it is about. */
export interface Answer {
  seq: number
  speech: string | null
}

/** The desk in the room: it stops the clock of whoever speaks, and lets it go on. */
export interface Desk {
  /** One stroke, until it is done and durable: the number of the deed in the list. */
  strike(port: number): Promise<number>
  /** Any other deed, `next`, and what it answers. */
  does(port: number, deed: string, input: object): Promise<Answer>
  close(): void
}

/** Sets up a list of thirty speakers, and sits down at the desk with a key. */
export async function sitDown(origin: string, home: string): Promise<Desk> {
  const { module } = await runnerImport<Deeds>('bench/deeds.ts')
  const { aFloor, close } = await module.openDeeds(home)
  const by = await keyBy(origin, await aFloor(SESSION, PARTIES), '10.250.0.1')
  await close()
  const agent = new Agent({ keepAlive: true })
  const does = async (port: number, deed: string, input: object): Promise<Answer> => {
    const command = `floor.${deed}`
    const { status, said } = await sendDeed({ port, by, command, input, agent })
    if (status === 200 && said.answer) return said.answer
    throw new Error(`${command} got ${status}: ${said.title}`)
  }
  let paused = false
  return {
    does,
    async strike(port) {
      const { seq } = await does(port, paused ? 'resume' : 'pause', SESSION)
      paused = !paused
      return seq
    },
    close: () => agent.destroy(),
  }
}
