import { Agent, get } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** A cookie that says who asks: then nothing is given from the cache, and nothing kept. */
export const PERSONAL = { Cookie: 'plenum-bench=1' }

const agent = new Agent({ keepAlive: true })

/** Asks once over a kept connection; answers the bytes of the body and the milliseconds until the last of them. */
export function ask(
  address: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; body: Buffer; milliseconds: number }> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    get(address, { agent, headers }, (answer) => {
      buffer(answer).then((body) => {
        const milliseconds = performance.now() - began
        resolve({ status: answer.statusCode ?? 0, body, milliseconds })
      }, reject)
    }).on('error', reject)
  })
}

/** The same, where only 200 will do. */
export async function askWell(address: string, headers?: Readonly<Record<string, string>>) {
  const answer = await ask(address, headers)
  if (answer.status !== 200) throw new Error(`${answer.status} from ${address}`)
  return answer
}

/** What the serving process says of itself, by the name of the metric without `plenum_`. */
export async function metricsOf(origin: string): Promise<(name: string) => number> {
  const text = (await askWell(`${origin}/metrics`)).body.toString()
  return (name) => Number(new RegExp(`^plenum_${name} (\\S+)$`, 'm').exec(text)?.[1])
}

/** The same of one metric, by its name without `plenum_process_`. */
export const processMetric = async (origin: string, name: string): Promise<number> =>
  (await metricsOf(origin))(`process_${name}`)
