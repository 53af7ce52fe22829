import { Agent, request } from 'node:http'
import pg from 'pg'
import { runnerImport } from 'vite'
import { readKeys } from '../../src/platform/database/embedded/cluster.ts'
import { placeOf } from '../../src/platform/database/embedded/place.ts'
import { addressOf } from '../../src/platform/database/embedded/server.ts'
import { keyBy } from '../../src/testing/accounts/key.ts'
import { type Figure, median } from '../figures.ts'
import type { Application } from '../serving/application.ts'

const CONFERENCE = 'seoul2021'
const PARTIES = 'AUS BGD BRA CAN EGY ETH FRA DEU GHA IND IDN JPN KEN NLD NOR PAK'.split(' ')
const ROUNDS = 3
const DEEDS = 480
const INSERTS = 1600

type Deeds = typeof import('../deeds.ts')

/** A client of a delegation: a program with the key of its focal point. */
interface Client {
  key: string
  pledge: string
}

/** Each goes to the limits as a machine of its own would: beyond them, a second of many delegations is measured. */
let machines = 0
const machine = () => {
  machines += 1
  return `10.${(machines >> 16) & 255}.${(machines >> 8) & 255}.${machines & 255}`
}

async function clientsOf({ origin }: Application, home: string): Promise<Client[]> {
  const { module } = await runnerImport<Deeds>('bench/deeds.ts')
  const { aDelegation, close } = await module.openDeeds(home)
  const clients: Client[] = []
  try {
    for (const party of PARTIES) {
      const address = `${party.toLowerCase()}@mfa.example`
      const { pledge, link } = await aDelegation(CONFERENCE, party, address)
      clients.push({ key: await keyBy(origin, link, machine()), pledge })
    }
  } finally {
    await close()
  }
  return clients
}

/** Sends a deed, and waits until it is done and durable. */
function send(port: number, agent: Agent, { key, pledge }: Client, number: number): Promise<void> {
  const title = { original: 'en', in: { en: { value: `Camps ${number}`, status: 'authentic' } } }
  const body = Buffer.from(JSON.stringify({ pledge, sketch: { title } }))
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        ...{ port, host: '127.0.0.1', agent, method: 'POST' },
        path: '/api/v1/commands/pledges.write',
        headers: {
          Authorization: `Bearer ${key}`,
          ...{ 'Content-Type': 'application/json', 'Content-Length': body.length },
          'X-Forwarded-For': machine(),
        },
      },
      (answer) => {
        answer.resume()
        answer.on('end', () =>
          answer.statusCode === 200
            ? resolve()
            : reject(new Error(`A deed got ${answer.statusCode}`)),
        )
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

/** Work of one after the other on each connection; how many were done in a second. */
async function paceOf(count: number, workers: readonly (() => Promise<unknown>)[]) {
  let left = count
  const began = performance.now()
  await Promise.all(
    workers.map(async (work) => {
      while (left > 0) {
        left -= 1
        await work()
      }
    }),
  )
  return (count * 1000) / (performance.now() - began)
}

async function insertersOf(url: string) {
  const connections = await Promise.all(
    PARTIES.map(async () => {
      const client = new pg.Client(url)
      await client.connect()
      return client
    }),
  )
  const [first] = connections
  await first?.query(
    'create table bare (id bigint generated always as identity primary key, said jsonb)',
  )
  const said = JSON.stringify({ title: { original: 'en', in: { en: { value: 'Camps' } } } })
  const insert = (client: pg.Client) => () =>
    client.query({ name: 'insert', text: 'insert into bare (said) values ($1)', values: [said] })
  return {
    inserters: connections.map(insert),
    close: () => Promise.all(connections.map((client) => client.end())),
  }
}

/**
 * Durable deeds a second, sent through HTTP by sixteen delegations to one process, beside bare inserts that are committed
 * one by one: over one connection, and over as many as there are clients.
 */
export async function commands(application: Application, home: string): Promise<Figure[]> {
  const clients = await clientsOf(application, home)
  const { inserters, close } = await insertersOf(addressOf(readKeys(placeOf(home)), 'plenum'))
  const agent = new Agent({ keepAlive: true, maxSockets: clients.length })
  let number = 0
  const senders = clients.map((client) => () => {
    number += 1
    return send(application.port, agent, client, number)
  })
  const rounds: { one: number; ours: number; many: number }[] = []
  for (let round = -1; round < ROUNDS; round += 1) {
    const one = await paceOf(INSERTS / 2, inserters.slice(0, 1))
    const ours = await paceOf(DEEDS, senders)
    const many = await paceOf(INSERTS, inserters)
    // The first round warms all of them up.
    if (round >= 0) rounds.push({ one, ours, many })
  }
  agent.destroy()
  await close()
  const mid = (of: (round: (typeof rounds)[number]) => number) => median(rounds.map(of))
  return [
    { name: 'deeds of 16 delegations, through HTTP', value: mid(({ ours }) => ours), unit: '/s' },
    { name: 'INSERT … COMMIT over one connection', value: mid(({ one }) => one), unit: '/s' },
    { name: 'INSERT … COMMIT over 16 connections', value: mid(({ many }) => many), unit: '/s' },
    {
      ...{ name: 'ratio to one connection, median of the rounds', unit: '×', least: 0.3 },
      value: mid(({ ours, one }) => ours / one),
    },
    {
      ...{ name: 'ratio to one connection, lowest round', unit: '×' },
      value: Math.min(...rounds.map(({ ours, one }) => ours / one)),
    },
    {
      ...{ name: 'ratio at equal concurrency', unit: '×' },
      value: mid(({ ours, many }) => ours / many),
    },
  ]
}
