import type { Stage } from './stage.ts'

/** What the party of the stage offers, and what is sought. */
export async function offers({ does, host, focal, known, conference, party }: Stage) {
  const dates = { from: '2022-01-01', until: '2022-12-31', capability: 'aviation' }
  const terms = { ...dates, component: 'equipment', amount: 2, unit: 'helicopter' }
  const { offer } = await does(focal, 'offers.make', { conference, party, terms })
  const { need } = await does(host, 'offers.add-need', {
    conference,
    terms: { ...dates, units: 3 },
  })
  Object.assign(known, { offer, need })
}
