import { z } from 'zod'
import { OPERATOR } from '../../kernel/actor.ts'
import { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import { feature, type Reaction, type Started } from '../../platform/feature.ts'
import { eachNight } from '../privacy/nightly.jobs.ts'
import { endChair, nameChair } from './chairs/commands.ts'
import { lists } from './datasets/lists.datasets.ts'
import { restoreList } from './datasets/restore.commands.ts'
import { speeches } from './datasets/speeches.datasets.ts'
import { amend, confirm, inscribe, insert, withdraw } from './deeds/asking.commands.ts'
import { eraseSpeaker, expire, unname } from './deeds/erase.commands.ts'
import { acceptExchange, declineExchange, offerExchange } from './deeds/exchange.commands.ts'
import { askReply, raisePoint, ruleOnPoint } from './deeds/interventions.commands.ts'
import { dropSpeeches } from './deeds/leaving.commands.ts'
import {
  absent,
  adjourn,
  beginSession,
  endFloor,
  giveFloor,
  move,
  next,
  pause,
  resume,
  resumeSession,
  setLimit,
  suspend,
  undo,
} from './deeds/running.commands.ts'
import {
  changeSettings,
  close,
  open,
  recordPreset,
  setUp,
  takePreset,
} from './deeds/settings.commands.ts'
import { acknowledged, namedToPreside } from './letters.mails.ts'
import { foldedOf, sessionCalled } from './queries.ts'
import { Presets } from './queue/presets.ts'
import { playOn } from './rehearsal/play.jobs.ts'
import {
  clearRehearsal,
  PLAY_JOB,
  playRehearsal,
  startRehearsal,
  stopRehearsal,
} from './rehearsal/rehearsal.commands.ts'
import { slugOf } from './rehearsal/rehearsal.model.ts'
import { rehearsalsAt } from './rehearsal/rehearsals.queries.ts'
import { rehearse } from './rehearsal/step.commands.ts'
import { say } from './words.ts'

const OfConference = z.object({ conference: ConferenceId })
const Answered = OfConference.extend({ party: PartyCode, mode: z.string() })

/** Whoever is erased, or asks not to be named, is named in no list from now on. */
const theyHide: Reaction = (db, { input }) => unname(db, OfConference.parse(input).conference)

/** A delegation that does not attend asks for the floor no longer. */
const theyLeave: Reaction = async (db, { input }, circumstances) => {
  const { mode, ...of } = Answered.parse(input)
  return mode === 'not-attending' ? dropSpeeches(db, of, circumstances) : []
}

/** The session that whoever tries Plenum sees played, and how fast. */
const SHOWN = { conference: ConferenceId.parse('seoul2021'), slug: 'session-1' }
const SHOWN_PACE = 10

/** Begins the demonstration anew, unless one is under way: each takes the place of the one before, and ends by itself. */
async function demonstrate({ read, perform, origin, demonstration }: Started): Promise<string[]> {
  const { conference, slug } = SHOWN
  const session = demonstration ? await sessionCalled(read, conference, slug) : null
  if (!session) return []
  const before = (await rehearsalsAt(read, conference)).find(
    ({ rehearses }) => rehearses === session.id,
  )
  const isOver = before && (await foldedOf(read, before.of))?.meeting === 'adjourned'
  if (before && isOver) await perform(OPERATOR, clearRehearsal, before.of)
  if (!before || isOver) {
    const input = { conference, session: session.id, pace: SHOWN_PACE }
    await perform(OPERATOR, startRehearsal, { ...input, by: 'itself', audience: 'everybody' })
  }
  const at = `${origin}/en/${conference}/floor/${slugOf(session)}/hall`
  return [`A rehearsal with invented delegations: ${at}`]
}

/** Lists of speakers: who takes the floor, in which order, for how long. */
export const floor = feature('floor', {
  say,
  commands: [
    ...[recordPreset, setUp, takePreset, changeSettings, open, close],
    ...[inscribe, insert, amend, withdraw, confirm],
    ...[offerExchange, acceptExchange, declineExchange, move, absent, setLimit],
    ...[beginSession, suspend, resumeSession, adjourn],
    ...[giveFloor, next, pause, resume, endFloor],
    ...[askReply, raisePoint, ruleOnPoint, undo],
    ...[eraseSpeaker, expire, restoreList],
    ...[nameChair, endChair],
    ...[startRehearsal, playRehearsal, stopRehearsal, clearRehearsal, rehearse],
  ],
  datasets: [lists, speeches],
  on: {
    'delegations.reply': theyLeave,
    'delegations.change-member': theyHide,
    'delegations.erase-person': theyHide,
    'delegations.expire': theyHide,
  },
  atStart: demonstrate,
  jobs: { 'floor.expire': eachNight(expire, ['record']), [PLAY_JOB]: playOn },
  schedule: { 'floor.expire': { daily: '03:26' } },
  mails: { 'floor.acknowledged': acknowledged, 'floor.chair': namedToPreside },
  shipped: [
    {
      file: 'floor-presets.json',
      deeds: (content) =>
        Presets.parse(content).presets.map((preset, position) => ({
          command: recordPreset,
          input: { ...preset, position },
          key: `floor-preset/${preset.id}`,
        })),
    },
  ],
})
