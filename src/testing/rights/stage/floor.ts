import { publishedProgramme } from '../../../features/programme/queries.ts'
import { settingsOf } from '../../floor.ts'
import { PLACES } from '../actors.ts'
import type { Stage } from './stage.ts'

/** A list of speakers with two delegations in it, open to them, on which one has offered its place to the other. */
export async function floor(stage: Stage): Promise<void> {
  const { does, host, focal, known, of, conference, party } = stage
  const settings = settingsOf()
  const list = { conference, session: known.session }
  await does(host, 'floor.set-up', { ...list, settings })
  await does(host, 'floor.open', list)
  const own = await does(focal, 'floor.inscribe', { ...list, party, rank: 'minister' })
  const theirs = await does(host, 'floor.inscribe', { ...list, party: PLACES.beside.party })
  Object.assign(known, { settings, speech: own.speech, preset: 'un-plenary' })
  const [mine, others] = [own.speech, theirs.speech]
  await does(host, 'floor.offer-exchange', { ...list, from: others, to: mine })
  of['floor.offer-exchange'] = { from: mine, to: others }
  for (const answer of ['accept-exchange', 'decline-exchange']) {
    of[`floor.${answer}`] = { from: others, to: mine }
  }
  of['floor.accept-exchange: an offer of one’s own'] = { from: mine, to: others }
  await announced(stage, settings)
  await rehearsed(stage)
}

/** The list of a session that everybody knows, with somebody who is still to speak and is not named in public. */
async function announced(
  { w, does, host, focal, canary, conference, party }: Stage,
  settings: object,
) {
  const programme = await publishedProgramme(w.read, conference)
  const session = programme?.sessions.find(({ slug }) => slug === 'opening')?.id
  const list = { conference, session }
  await does(host, 'floor.set-up', { ...list, settings })
  await does(host, 'floor.open', list)
  const name = canary('the name of a speaker that is not for publication')
  await does(focal, 'floor.inscribe', { ...list, party, speaker: { name, unpublished: true } })
}

/** A session that is rehearsed by itself, and one that may be; that one has a chair of its own. */
async function rehearsed({ does, host, of, conference, account, w }: Stage) {
  const programme = await publishedProgramme(w.read, conference)
  const [first, second] = ['session-1', 'session-2'].map(
    (slug) => programme?.sessions.find((one) => one.slug === slug)?.id,
  )
  const start = { conference, session: first, by: 'itself' }
  const { session } = await does(host, 'floor.start-rehearsal', start)
  of['floor.start-rehearsal'] = { session: second, by: 'hand' }
  await does(host, 'floor.name-chair', { conference, session: second, account })
  of['floor.end-chair'] = { session: second, account }
  for (const deed of ['play-rehearsal', 'stop-rehearsal', 'clear-rehearsal', 'rehearse']) {
    of[`floor.${deed}`] = { session, seq: 1 }
  }
}
