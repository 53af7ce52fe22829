import type { OpenSite } from '../../web/site.ts'
import { type Acting, EVERYBODY, PARTNERS } from '../actors.ts'
import type { Stage } from '../stage/stage.ts'
import { type Address, addressesOf } from './addresses.ts'
import { type Given, readAs } from './reading.ts'

/** One answer to somebody. */
export interface Answered extends Given {
  name: string
  address: Address
  /** Whether the address is known to nobody but whom it was given to. */
  byLink: boolean
}

/** As many connections as a database of few processors has use for. */
const AT_ONCE = 6

/** Files that are the same for everybody are read by these. */
const FEW = ['anonymous', 'account.own', 'focal-point.own', 'host-secretariat.own']

/** Addresses that somebody was given: a calendar of one's own, a registration, the list of a door. */
const LINK = /^\/calendar\/|[?&]key=/

const isAnonymous = ({ name }: Acting) => name === 'anonymous'
const READERS = [...EVERYBODY.filter((one) => !isAnonymous(one)), PARTNERS]

/** Who reads an address at first; a page that is for everybody may say more to whom it concerns, a file does not. */
function readsAt({ reads }: Address, { name, side }: Acting): boolean {
  if (reads.may) return true
  if (reads.kind === 'resource') return FEW.includes(name)
  return side === 'own' || name === PARTNERS.name
}

/** Asks again when it is time, where somebody asked too often. */
async function patiently({ w }: Stage, ask: () => Promise<Given>): Promise<Given> {
  for (;;) {
    const given = await ask()
    if (given.status !== 429) return given
    w.clock.advance({ seconds: given.wait })
  }
}

/**
 * Reads everything: what says who may read it, as everybody; what does not, as each role once, and as everybody where
 * one of them was told something. Nobody comes last, so that whatever others left in a cache would be given to them.
 */
export async function crawl(site: OpenSite, stage: Stage): Promise<Answered[]> {
  const addresses = addressesOf(stage.w.features, stage.addresses)
  const answers: Answered[] = []
  const read = async (reader: Acting, wanted: readonly Address[]) => {
    const next = wanted.values()
    const work = async () => {
      for (const address of next) {
        const given = await patiently(stage, () =>
          readAs(site, `/en${address.path}`, reader.name, stage.canaries),
        )
        answers.push({ ...given, name: reader.name, address, byLink: LINK.test(address.path) })
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  }
  const readBy = (reader: Acting) => addresses.filter((address) => readsAt(address, reader))
  for (const reader of READERS) await read(reader, readBy(reader))
  const told = new Set(answers.filter(({ tells }) => tells.length > 0).map((one) => one.address))
  for (const reader of READERS) {
    await read(
      reader,
      [...told].filter((address) => !readsAt(address, reader)),
    )
  }
  for (const nobody of EVERYBODY.filter(isAnonymous)) await read(nobody, addresses)
  return answers
}
