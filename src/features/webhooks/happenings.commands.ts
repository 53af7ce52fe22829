import type { AnyCommand, Circumstances, Command, Writing } from '../../platform/command/command.ts'
import { type Happening, keepHappenings } from '../../platform/webhooks/keep.ts'
import { publishAssessment } from '../followup/assessments/commands.ts'
import { answer, commentAssessment, reply } from '../followup/replies/commands.ts'
import { reportProgress } from '../followup/reports/commands.ts'
import { amendPledge, confirmPledge, withdrawPledge } from '../pledges/commands.ts'
import { releasePledges } from '../pledges/desk/announce.commands.ts'
import { reportDelivery } from '../pledges/history.commands.ts'
import { amendAsWritten } from '../pledges/writing/hand-in.commands.ts'
import { clearDelay, loadProgramme, release, reportDelay } from '../programme/release.commands.ts'
import type { EventKind } from './model.ts'

type Told = Happening & { kind: EventKind }
type Tell = (decision: never, input: never) => readonly Told[]

const after = <Input, Subject, Decision>(
  { name }: Pick<Command<Input, Subject, Decision>, 'name' | 'input' | 'save'>,
  tell: (decision: Decision, input: Input) => readonly Told[],
): readonly [string, Tell] => [name, tell as Tell]

const ofPledge =
  (kind: EventKind) =>
  ({ after: { id, conference } }: { after: { id: string; conference: string | null } }): Told[] => [
    { kind, conference, dataset: 'pledges', key: id },
  ]

const ofReply = ({
  reply: { id },
  entry: { conference },
}: {
  reply: { id: string }
  entry: { conference: string | null }
}): Told[] => [{ kind: 'reply.published', conference, dataset: 'replies', key: id }]

const programmeOf = ({ conference }: { conference: string }): Told[] => [
  { kind: 'programme.released', conference, dataset: 'programmes', key: conference },
]

const delayOf = ({ session, conference }: { session: string; conference: string }): Told[] => [
  { kind: 'programme.delayed', conference, dataset: 'sessions', key: session },
]

/**
 * What has happened after a deed, and in which row of the open data everybody sees it. What is not there when the time
 * comes was not public: nothing is told of it.
 */
const TOLD: ReadonlyMap<string, Tell> = new Map([
  after(release, programmeOf),
  after(loadProgramme, (_, input) => programmeOf(input)),
  after(reportDelay, delayOf),
  after(clearDelay, delayOf),
  // A minute has passed since it was announced: nobody can undo it any more.
  after(releasePledges, ({ all }) =>
    all.map(
      ({ record: { id, conference } }): Told => ({
        ...{ kind: 'pledge.announced', conference, dataset: 'pledges', key: id },
        isFinal: true,
      }),
    ),
  ),
  after(amendPledge, ofPledge('pledge.amended')),
  after(amendAsWritten, ofPledge('pledge.amended')),
  after(withdrawPledge, ofPledge('pledge.withdrawn')),
  after(confirmPledge, ofPledge('pledge.confirmed')),
  after(reportDelivery, ({ record }) => ofPledge('pledge.progress')({ after: record })),
  after(reportProgress, ({ report: { id }, event: { record } }) => [
    { kind: 'report.published', conference: record.conference, dataset: 'reports', key: id },
  ]),
  after(publishAssessment, ({ after: { id }, record: { conference } }) => [
    { kind: 'assessment.published', conference, dataset: 'assessments', key: id },
  ]),
  after(reply, ofReply),
  after(commentAssessment, ofReply),
  after(answer, ofReply),
])

/** Deeds by which a record of a conference becomes another. */
const changesConference = ({ name }: AnyCommand) => name.startsWith('conferences.')

type Reaction = (
  db: Writing,
  happened: { decision: unknown; input: unknown },
  circumstances: Circumstances,
) => Promise<readonly string[]>

/** Notes what has happened, after each deed of which other systems may be told. */
export function notingOf(commands: readonly AnyCommand[]): Readonly<Record<string, Reaction>> {
  const told = commands.flatMap((command): readonly (readonly [string, Tell])[] => {
    const tell = TOLD.get(command.name)
    if (tell) return [[command.name, tell]]
    return changesConference(command) ? [[command.name, conferenceOf(command)]] : []
  })
  return Object.fromEntries(
    told.map(([name, tell]): [string, Reaction] => [
      name,
      async (db, { decision, input }, { now }) => {
        await keepHappenings(db, tell(decision as never, input as never), now)
        return []
      },
    ]),
  )
}

const conferenceOf =
  (command: AnyCommand): Tell =>
  (_, input) => {
    const conference = command.conference(input)
    return conference === null
      ? []
      : [{ kind: 'conference.changed', conference, dataset: 'conferences', key: conference }]
  }
