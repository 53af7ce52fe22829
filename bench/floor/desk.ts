import { Agent, request } from 'node:http'
import { runnerImport } from 'vite'
import { keyBy } from '../people/key.ts'

type Deeds = typeof import('../deeds.ts')

/** The session whose list of speakers is measured. */
export const SESSION = {
  conference: 'seoul2021',
  session: '171d382c-fa5a-599a-a809-ce06a9ffdfc6',
} as const
/** What everybody looks at. */
export const PAGE = '/en/seoul2021/floor/opening'

const PARTIES = [
  ...'AUS BGD BRA CAN EGY ETH FRA DEU GHA IND IDN JPN KEN NLD NOR PAK RWA SEN ZAF ESP'.split(' '),
  ...'SWE TZA THA TUR UGA GBR USA URY VNM ZMB'.split(' '),
]

/** The desk in the room: it stops the clock of whoever speaks, and lets it go on. */
export interface Desk {
  /** One stroke, until it is done and durable: the number of the deed in the list. */
  strike(port: number): Promise<number>
  close(): void
}

/** Sets up a list of thirty speakers, and sits down at the desk with a key. */
export async function sitDown(origin: string, home: string): Promise<Desk> {
  const { module } = await runnerImport<Deeds>('bench/deeds.ts')
  const { aFloor, close } = await module.openDeeds(home)
  const key = await keyBy(origin, await aFloor(SESSION, PARTIES), '10.250.0.1')
  await close()
  const agent = new Agent({ keepAlive: true })
  const body = Buffer.from(JSON.stringify(SESSION))
  let paused = false
  return {
    async strike(port) {
      const command = paused ? 'floor.resume' : 'floor.pause'
      const seq = await send({ port, agent, key, command, body })
      paused = !paused
      return seq
    },
    close: () => agent.destroy(),
  }
}

interface Sent {
  port: number
  agent: Agent
  key: string
  command: string
  body: Buffer
}

let machines = 0

const send = ({ port, agent, key, command, body }: Sent): Promise<number> =>
  new Promise((resolve, reject) => {
    machines += 1
    const asked = request(
      {
        ...{ port, host: '127.0.0.1', agent, method: 'POST', path: `/api/v1/commands/${command}` },
        headers: {
          Authorization: `Bearer ${key}`,
          ...{ 'Content-Type': 'application/json', 'Content-Length': body.length },
          'X-Forwarded-For': `10.251.${(machines >> 8) & 255}.${machines & 255}`,
        },
      },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part) => parts.push(part))
        answer.on('end', () => {
          const said = JSON.parse(Buffer.concat(parts).toString())
          if (answer.statusCode === 200) resolve(said.answer.seq)
          else reject(new Error(`${command} got ${answer.statusCode}: ${said.title}`))
        })
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
