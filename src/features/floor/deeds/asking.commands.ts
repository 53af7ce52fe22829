import { z } from 'zod'
import { PartyCode } from '../../../kernel/ids.ts'
import { Language } from '../../../kernel/language.ts'
import { must } from '../../../kernel/refusal.ts'
import {
  type Circumstances,
  command,
  type Errand,
  type Writing,
} from '../../../platform/command/command.ts'
import { outlineById } from '../../conferences/queries.ts'
import { ParticipantId } from '../../delegations/participants/model.ts'
import { participantOf } from '../../delegations/participants/queries.ts'
import { Rank } from '../../delegations/ranks.model.ts'
import { isListedOn } from '../../parties/model.ts'
import { classesOn, classOf } from '../../parties/orderings.model.ts'
import { orderingsOfUse } from '../../parties/queries.ts'
import { Note, OfList, OfSpeech, runsFloor, Speaker, speaksForParty } from '../model.ts'
import { type SpeakerRow, speakersOf } from '../queries.ts'
import { type Asking, PlaceNumber, Reason, SpeechId } from '../queue/deeds.ts'
import { type Floor, inscriptionAt } from '../queue/floor.ts'
import { partyOfSpeech } from '../queue/queues.ts'
import { type Statement, videoDeadline, WAYS, windowOf } from '../queue/settings.ts'
import { isInvented } from '../rehearsal/cast.ts'
import { heldOf, partyIn } from '../rehearsal/rehearsals.queries.ts'
import {
  type Done,
  done,
  floorKnown,
  handOf,
  type Known,
  OUTCOME,
  standing,
} from './keep.commands.ts'

/** What somebody says who asks for the floor. */
const asked = {
  way: z.enum(WAYS).default('in-person'),
  /** The language in which they will speak. */
  language: Language.nullable().default(null),
  /** Where a member of the delegation speaks, their rank holds. */
  rank: Rank.nullable().default(null),
  /** The parts of the session that they prefer, the first preference first. */
  slots: z.array(z.int().min(1)).max(2).default([]),
  /** The group in whose name they speak. */
  onBehalfOf: z.string().trim().min(1).max(200).nullable().default(null),
  /** The member of the delegation who speaks; or somebody who is named here alone; or nobody yet. */
  participant: ParticipantId.nullable().default(null),
  speaker: Speaker.nullable().default(null),
}
const Asked = z.strictObject(asked)
type Asked = z.infer<typeof Asked>

type OfParty = OfList & { party: PartyCode; participant: ParticipantId | null }

/** What a decision about a request looks at besides the list: whose it is, who would speak, what the clock says. */
async function askingKnown(
  db: Writing,
  { conference, session, party: code, participant }: OfParty,
) {
  const of = { conference, session }
  const { classes } = await orderingsOfUse(db)
  const held = await heldOf(db, of)
  return {
    ...(await floorKnown(db, of)),
    zone: (await outlineById(db, conference))?.zone ?? 'UTC',
    session: held?.session ?? null,
    party: await partyIn(db, held?.rehearsal ?? null, code),
    person: participant && (await participantOf(db, participant)),
    classes,
  }
}
type AskingKnown = Awaited<ReturnType<typeof askingKnown>>

/** What the order asks, worked out from who they are: the class of that day, the rank, and the kind of statement. */
function askingOf(known: AskingKnown, of: OfParty, speech: SpeechId, given: Asked): Asking {
  const { party, session, person } = known
  must(session && party && isListedOn(party, session.day), 'floor.unknown-party')
  must(
    of.participant === null ||
      (person?.person && person.conference === of.conference && person.party === party.code),
    'floor.unknown-person',
  )
  const order = classOf(party, classesOn(known.classes, session.day), session.day).class
  const kind: Statement = given.onBehalfOf !== null ? 'group' : order > 1 ? 'observer' : 'single'
  const { way, language, slots } = given
  return {
    ...{ speech, party: party.code, kind, way, language, slots, class: order },
    rank: person?.rank ?? given.rank ?? 'official',
  }
}

/** A delegation asks while inscription is open, and says by when a recorded statement arrives; the desk at any time. */
function mustBeInTime(floor: Floor, { way }: Asked, zone: string, { now }: Circumstances): void {
  const at = now.epochMilliseconds
  const inscription = inscriptionAt(floor, windowOf(floor.settings, zone), at)
  must(inscription !== 'before', 'floor.not-open-yet')
  must(inscription === 'open', 'floor.closed')
  const video = videoDeadline(floor.settings, zone)
  must(way !== 'video' || video === null || at < video, 'floor.video-late')
}

/** Who is kept beside the list: the member as the delegation named them, or whoever was typed; in a rehearsal nobody. */
function speakerOf(
  { person }: AskingKnown,
  of: OfParty,
  speech: SpeechId,
  given: Asked,
): SpeakerRow | null {
  const { conference, session, party, participant } = of
  if (isInvented(party)) return null
  const member = person?.person
  const named = member && {
    ...{ name: member.name, latinName: member.latinName, styles: member.styles },
    ...{ functions: member.functions, unpublished: member.unpublished },
  }
  return {
    ...{ speech, conference, session, party, participant },
    ...{ content: named ?? given.speaker, onBehalfOf: given.onBehalfOf },
  }
}

/** Whoever answers for the delegation is told at once that its request was received. */
const acknowledging = ({ of, deed }: Done): Errand[] =>
  (deed.what === 'inscribe' || deed.what === 'insert') && !isInvented(deed.party)
    ? [
        {
          job: 'platform.mail',
          data: { mail: 'floor.acknowledged', ...of, speech: deed.speech },
        },
      ]
    : []

/** Asks for the floor for a delegation: its focal point within the window, the desk at any time. */
export const inscribe = command('floor.inscribe', {
  ...OUTCOME,
  input: OfList.extend({ party: PartyCode, ...asked }),
  load: (db, input) => askingKnown(db, input),
  may: (actor, known, { conference, party }) =>
    speaksForParty(actor, conference, party) || runsFloor(actor, conference, known),
  decide(known, input, circumstances) {
    const floor = standing(known)
    if (handOf(circumstances.actor, input, known) === 'delegation') {
      mustBeInTime(floor, input, known.zone, circumstances)
    }
    const speech = SpeechId.parse(circumstances.newId())
    const act = { what: 'inscribe', ...askingOf(known, input, speech, input) } as const
    return done(known, ofList(input), act, circumstances, speakerOf(known, input, speech, input))
  },
  errands: (decision) => acknowledging(decision),
})

/** Adds a delegation by the desk's own hand: at a number, with a reason, or where the rule puts it. */
export const insert = command('floor.insert', {
  ...OUTCOME,
  errands: (decision: Done) => acknowledging(decision),
  input: OfList.extend({
    ...{ party: PartyCode, ...asked },
    to: PlaceNumber.nullable().default(null),
    ...{ reason: Reason, note: Note },
  }),
  load: (db, input) => askingKnown(db, input),
  may: (actor, known, { conference }) => runsFloor(actor, conference, known),
  version: ({ floor }) => `${floor?.seq ?? 0}`,
  decide(known, input, circumstances) {
    standing(known)
    const speech = SpeechId.parse(circumstances.newId())
    const { to, reason, note } = input
    const asking = askingOf(known, input, speech, input)
    const act = { what: 'insert', ...asking, to, reason } as const
    const speaker = speakerOf(known, input, speech, input)
    return done(known, { ...ofList(input), note }, act, circumstances, speaker)
  },
})

const ofList = ({ conference, session }: OfList): OfList => ({ conference, session })

/** Whether somebody answers for a speech: its delegation's focal point, or the desk. */
const answersFor = (
  actor: Circumstances['actor'],
  known: Known,
  { conference, speech }: z.infer<typeof OfSpeech>,
): boolean => {
  const party = partyOfSpeech(known.floor, speech)
  return (
    runsFloor(actor, conference, known) ||
    (party !== null && speaksForParty(actor, conference, party))
  )
}

/** Says otherwise who speaks for a delegation, at which rank, in which language and how. */
export const amend = command('floor.amend', {
  ...OUTCOME,
  input: OfSpeech.extend(asked),
  async load(db, input) {
    const known = await floorKnown(db, input)
    const party = partyOfSpeech(known.floor, input.speech)
    const before = (await speakersOf(db, input)).get(input.speech) ?? null
    const of = party && { ...ofList(input), party, participant: input.participant }
    return { ...known, before, asking: of && (await askingKnown(db, of)) }
  },
  may: (actor, known, input) => answersFor(actor, known, input),
  decide({ asking, floor, chairs }, input, circumstances) {
    must(asking?.party && floor, 'floor.not-waiting')
    if (handOf(circumstances.actor, input, { floor, chairs }) === 'delegation') {
      mustBeInTime(floor, input, asking.zone, circumstances)
    }
    const { speech, participant } = input
    const of = { ...ofList(input), party: asking.party.code, participant }
    const act = { what: 'amend', ...askingOf(asking, of, speech, input) } as const
    const speaker = speakerOf(asking, of, speech, input)
    return done({ floor, chairs }, ofList(input), act, circumstances, speaker)
  },
})

const ofDelegation = (name: 'withdraw' | 'confirm') =>
  command(`floor.${name}`, {
    ...OUTCOME,
    input: OfSpeech,
    load: (db, of) => floorKnown(db, of),
    may: (actor, known, input) => answersFor(actor, known, input),
    decide: (known, { speech, ...of }, circumstances) => {
      standing(known)
      return done(known, of, { what: name, speech }, circumstances)
    },
  })

/** Gives up the floor before having had it. */
export const withdraw = ofDelegation('withdraw')
/** Says that the speaker is in the room, and ready. */
export const confirm = ofDelegation('confirm')
