import type { Stage } from './stage.ts'

/** What the party of the stage offers: one offer that other delegations read, one that they do not; and what is sought. */
export async function offers({
  does,
  host,
  focal,
  canary,
  canaryNumber,
  known,
  conference,
  party,
}: Stage) {
  const terms = {
    ...{ component: 'equipment', amount: 2, unit: 'helicopter', capability: 'aviation' },
    ...{ from: '2022-01-01', until: '2022-12-31' },
  }
  const caveats = {
    ...{ missionsExcluded: ['MINUSMA'], partnersExcluded: ['GHA'], partnersReadiness: 2 },
    words: canary('the caveat of an offer'),
  }
  const { offer } = await does(focal, 'offers.make', {
    ...{ conference, party },
    terms: {
      ...{ ...terms, caveats, audience: 'participants', conditions: ['parliament'] },
      words: canary('the offer that other delegations read'),
    },
  })
  const closed = await does(focal, 'offers.make', {
    ...{ conference, party },
    terms: { ...terms, words: canary('the offer for the secretariat') },
  })
  const entered = await does(host, 'offers.make', {
    ...{ conference, party },
    terms: {
      ...{ ...terms, audience: 'participants' },
      words: canary('the offer that its party has not confirmed'),
    },
  })
  const need = { capability: 'aviation', from: '2022-01-01', until: '2022-12-31', units: 3 }
  const added = await does(host, 'offers.add-need', {
    conference,
    terms: {
      ...{ ...need, audience: 'participants' },
      weight: canaryNumber('the weight of a need', 7349),
      words: canary('the need that delegations read'),
    },
  })
  await does(host, 'offers.add-need', {
    conference,
    terms: { ...need, words: canary('the need for the secretariat') },
  })
  const offers = [offer, closed.offer, entered.offer].map(String)
  Object.assign(known, { offer, offers, need: added.need })
}
