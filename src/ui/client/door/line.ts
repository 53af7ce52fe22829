import type { DoorList } from '../../../kernel/badges/door-list.ts'
import type { WrittenScan } from './memory.ts'

/** What came of asking the server: a list, word that the door is closed, or nothing at all. */
export type Heard = { list: DoorList } | 'closed' | 'nothing'

interface Door {
  conference: string
  language: string
  key: string
}

const listOf = ({ conference, key }: Door) => `/${conference}/door/list.json?key=${key}`

async function heardFrom(answer: Response): Promise<Heard> {
  const { pathname } = new URL(answer.url)
  // Whoever holds no right is sent to sign in: nothing was taken.
  if (answer.ok && pathname.endsWith('/list.json'))
    return { list: (await answer.json()) as DoorList }
  return answer.status === 404 || pathname.endsWith('/sign-in') ? 'closed' : 'nothing'
}

/** Asks for the list of a door. */
export async function askForList(door: Door): Promise<Heard> {
  try {
    return await heardFrom(await fetch(`/${door.language}${listOf(door)}`, { cache: 'no-store' }))
  } catch {
    return 'nothing'
  }
}

/** Sends what was written down; the answer is the list as it stands after it. */
export async function send(door: Door, scans: readonly WrittenScan[]): Promise<Heard> {
  const form = new URLSearchParams({
    ':page': `/${door.conference}/door`,
    ':then': listOf(door),
    conference: door.conference,
    key: door.key,
  })
  for (const [place, { id, badge, at, direction, outcome }] of scans.entries()) {
    const fields = { id, badge: badge ?? '', at, direction, outcome }
    for (const [name, value] of Object.entries(fields))
      form.set(`scans.${place}.${name}`, `${value}`)
  }
  try {
    const address = `/${door.language}/deeds/checkin.record-scans`
    return await heardFrom(await fetch(address, { method: 'POST', body: form }))
  } catch {
    return 'nothing'
  }
}
