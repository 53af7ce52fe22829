import type { OpenSite } from '../../web/site.ts'
import { type Acting, EVERYBODY, PARTNERS } from '../actors.ts'
import type { Stage } from '../stage/stage.ts'
import { type Address, addressesOf } from './addresses.ts'
import { type Given, readAs } from './reading.ts'

/** One answer to somebody. */
export interface Answered extends Given {
  name: string
  address: Address
}

/** Everybody who reads; nobody last, so that whatever others left in a cache would be given to them. */
const READERS: readonly Acting[] = [
  ...EVERYBODY.filter(({ name }) => name !== 'anonymous'),
  PARTNERS,
  ...EVERYBODY.filter(({ name }) => name === 'anonymous'),
]

/** As many connections as a database of few processors has use for. */
const AT_ONCE = 6

/** Files that are the same for everybody are read by these. */
const FEW = ['anonymous', 'account.own', 'focal-point.own', 'host-secretariat.own']

/** A page that is for everybody may say more to whom it concerns; a file does not. */
const readsAt = ({ reads }: Address, { name }: Acting): boolean =>
  reads.may !== undefined || reads.kind === 'page' || FEW.includes(name)

/** Reads everything as everybody. */
export async function crawl(site: OpenSite, stage: Stage): Promise<Answered[]> {
  const addresses = addressesOf(stage.w.features, stage.addresses)
  const answers: Answered[] = []
  for (const reader of READERS) {
    const wanted = addresses.filter((address) => readsAt(address, reader))
    const next = wanted.values()
    const work = async () => {
      for (const address of next) {
        const given = await readAs(site, `/en${address.path}`, reader.name, stage.canaries)
        answers.push({ ...given, name: reader.name, address })
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  }
  return answers
}
