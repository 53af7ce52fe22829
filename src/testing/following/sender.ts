import { type Agent, request } from 'node:http'

/** A deed as a program sends it. */
export interface Sending {
  port: number
  /** The key of an account, as `Authorization` bears it. */
  by: string
  command: string
  input: object
  /** Under which it is done once, however often it is sent. */
  key?: string
  agent?: Agent
  /** Milliseconds after which the sender is cut off, whether it was answered or not. */
  cutAfter?: number
}

/** What came back; `said` is the outcome, or the refusal. */
export interface Answered {
  status: number
  said: { title?: string; type?: string; answer?: { seq: number; speech: string | null } }
}

let machines = 0

/** Each request comes as from a machine of its own, beyond what one may ask for. */
const machine = () => {
  machines += 1
  return `10.251.${(machines >> 8) & 255}.${machines & 255}`
}

/** Sends a deed, and waits until it is answered; fails where the connection breaks before that. */
export function sendDeed(sending: Sending): Promise<Answered> {
  const { port, by, command, input, key, agent, cutAfter } = sending
  const body = Buffer.from(JSON.stringify(input))
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        ...{ port, host: '127.0.0.1', method: 'POST', path: `/api/v1/commands/${command}` },
        ...(agent && { agent }),
        headers: {
          Authorization: `Bearer ${by}`,
          ...{ 'Content-Type': 'application/json', 'Content-Length': body.length },
          ...{ 'X-Forwarded-For': machine(), ...(key && { 'Idempotency-Key': key }) },
        },
      },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            said: JSON.parse(Buffer.concat(parts).toString()),
          }),
        )
      },
    )
    asked.on('error', reject)
    asked.end(body, () => {
      if (cutAfter !== undefined) setTimeout(() => asked.destroy(new Error('Cut')), cutAfter)
    })
  })
}
