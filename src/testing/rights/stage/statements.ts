import { holding } from '../actors.ts'
import { BUILDER, paperWith, type Stage, said } from './stage.ts'

/** A statement that is deposited and that an interpreter has opened, with a pledge in it; and one that is public. */
export async function statements(stage: Stage): Promise<void> {
  const { w, does, un, focal, canary, known, of, conference, party, addresses } = stage
  const speech = { conference, session: known.session, speech: known.speech }
  const file = await paperWith(stage, focal, canary('the file of a statement'))
  await does(focal, 'statements.deposit', {
    ...speech,
    text: said(canary('the text of a statement')),
    video: `https://video.example/${canary('the recording of a statement')}`,
    files: [{ language: 'en', file }],
  })
  await does(holding('interpreter'), 'statements.open', speech)
  const pledge = 'KOR-2021-78'
  const terms = {
    ...{ conference, lead: party, title: said(canary('the pledge of a statement')) },
    ...{ summary: said('A pledge'), quantity: { kind: 'about', value: 1, unit: 'unit' } },
    shares: [{ party, role: 'unit', consent: 'given' }],
  }
  await does(focal, 'pledges.draft', { pledge, terms })
  await does(focal, 'pledges.submit', { pledge })
  await does(un, 'pledges.accept', { pledge })
  await does(focal, 'statements.name-pledges', { ...speech, pledges: [pledge] })
  const announced = w.newId()
  await does(BUILDER, 'statements.restore', {
    ...{ ...speech, speech: announced, party, kind: 'single', way: 'in-person', language: 'ko' },
    ...{ givenAt: '2021-12-07T00:00:00Z', endedAt: '2021-12-07T00:03:00Z', seconds: 180 },
    ...{ place: 1, publicAt: '2021-12-07T00:05:00Z', check: true, text: said('We pledge.') },
    ...{ video: null, pledges: ['KOR-2021-01'] },
  })
  of['statements.deposit'] = { text: said('We pledge more.'), files: [], keep: [] }
  of['statements.confirm'] = { pledges: [{ pledge, outcome: 'announced', words: null }] }
  addresses.values.speech = [String(known.speech), announced]
  addresses.together['statements.paper'] = [
    { conference, speech: String(known.speech), file: String(file) },
  ]
}
