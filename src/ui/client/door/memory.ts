import type { DoorList } from '../../../kernel/badges/door-list.ts'
import type { Outcome } from '../../../kernel/badges/judge.ts'

/** What a phone keeps of its door: the secret of its link, and the last list that it got. */
export interface KeptDoor {
  conference: string
  key: string
  list: DoorList | null
}

/** A way through the door that was written down and is still to be sent. */
export interface WrittenScan {
  id: string
  conference: string
  badge: string | null
  /** In milliseconds since 1970. */
  at: number
  direction: 'in' | 'out'
  outcome: Outcome
  /** Sent, and kept only until a list tells who is inside. */
  sent?: boolean
}

const answered = <Answer>(request: IDBRequest<Answer>) =>
  new Promise<Answer>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('plenum-door', 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('doors', { keyPath: 'conference' })
      request.result.createObjectStore('scans', { keyPath: 'id' })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opened
}

const within = async <Answer>(
  store: 'doors' | 'scans',
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Answer>,
) => answered(ask((await open()).transaction(store, mode).objectStore(store)))

export const keptDoor = (conference: string): Promise<KeptDoor | undefined> =>
  within('doors', 'readonly', (store) => store.get(conference))

export const keepDoor = (door: KeptDoor): Promise<unknown> =>
  within('doors', 'readwrite', (store) => store.put(door))

export const writeDown = (scan: WrittenScan): Promise<unknown> =>
  within('scans', 'readwrite', (store) => store.put(scan))

/** What was written down at this conference, the first first. */
export async function writtenAt(conference: string): Promise<WrittenScan[]> {
  const all: WrittenScan[] = await within('scans', 'readonly', (store) => store.getAll())
  return all.filter((one) => one.conference === conference).sort((a, b) => a.at - b.at)
}

export async function strike(ids: readonly string[]): Promise<void> {
  for (const id of ids) await within('scans', 'readwrite', (store) => store.delete(id))
}
