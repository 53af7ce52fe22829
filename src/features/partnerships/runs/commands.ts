import { z } from 'zod'
import { PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import {
  type Circumstances,
  command,
  type Errand,
  type Writing,
} from '../../../platform/command/command.ts'
import { outlineById } from '../../conferences/queries.ts'
import { Instance } from '../../matching/model/instance.ts'
import { Solution } from '../../matching/model/plan.ts'
import { Problem } from '../../matching/model/problems.ts'
import { partiesOf } from '../../parties/queries.ts'
import { AssumedOf } from './assumed.model.ts'
import { Change } from './changes.model.ts'
import {
  BASES,
  calculates,
  isCalculator,
  isOpen,
  OfConference,
  OfRun,
  Progress,
  type Run,
  RunId,
} from './model.ts'
import { runMadeOf, runOf } from './queries.ts'

type Found = Run | null

const dayOf = (now: Temporal.Instant) => now.toZonedDateTimeISO('UTC').toPlainDate().toString()

const beginning = (
  conference: Run['conference'],
  { actor, now, newId }: Circumstances,
): Pick<Run, 'id' | 'conference' | 'state' | 'askedBy' | 'askedAt' | 'asOf'> => ({
  ...{ id: RunId.parse(newId()), conference, state: 'waiting' },
  ...{ askedBy: `${actor.kind}/${actor.id}`, askedAt: now, asOf: dayOf(now) },
})

type New = ReturnType<typeof beginning> & Pick<Run, 'parent' | 'change' | 'basis'>

const begun = {
  subject: ({ id }: New) => `run/${id}`,
  answer: ({ id }: New) => ({ run: id }),
  touches: ({ conference }: New) => [`partnerships/${conference}`],
  errands: ({ conference, id }: New): Errand[] => [
    { job: 'partnerships.run', data: { conference, run: id } },
  ],
  async save(db: Writing, { change, ...run }: New) {
    await db
      .insertInto('partnershipRun')
      .values({
        ...run,
        change: change && JSON.stringify(change),
        ...{ endedAt: null, progress: null, digest: null },
        ...{ instance: null, solution: null, explanation: null, assumed: null, problems: null },
      })
      .execute()
  },
}

/** Asks for a calculation over what a conference needs and what is offered, or over what the record says of both. */
export const calculateRun = command('partnerships.calculate', {
  ...begun,
  input: OfConference.extend({ basis: z.enum(BASES).default('offers') }),
  conference: ({ conference }) => conference,
  load: (db, { conference }) => outlineById(db, conference),
  may: (actor, _, { conference }) => calculates(actor, conference),
  decide(outline, { conference, basis }, circumstances) {
    must(outline, 'partnerships.unknown-conference')
    return { ...beginning(conference, circumstances), parent: null, change: null, basis }
  },
})

/** Asks what would be if one thing were otherwise. The record stays as it is. */
export const supposeRun = command('partnerships.suppose', {
  ...begun,
  input: OfRun.extend({ change: Change }),
  conference: ({ conference }) => conference,
  load: async (db, { conference, run, change }) => ({
    parent: await runMadeOf(db, conference, run),
    known: await partiesOf(db, 'party' in change ? [PartyCode.parse(change.party)] : []),
  }),
  may: (actor, _, { conference }) => calculates(actor, conference),
  decide({ parent, known }, { conference, change }, circumstances) {
    must(parent, 'partnerships.unknown-run')
    if ('need' in change) {
      const isThere = parent.instance.requirements.some(({ id }) => id === change.need)
      must(isThere, 'partnerships.unknown-need')
    } else {
      must(known.has(change.party), 'partnerships.unknown-party')
    }
    const { id, basis } = parent
    return { ...beginning(conference, circumstances), parent: id, change, basis }
  },
})

interface Moved {
  run: Run
  row: Partial<Pick<Run, 'state' | 'endedAt' | 'digest'>> & {
    progress?: string | null
    instance?: string
    solution?: string
    explanation?: string
    assumed?: string
    problems?: string
  }
}

const moved = {
  conference: ({ conference }: z.infer<typeof OfRun>) => conference,
  load: (db: Writing, { conference, run }: z.infer<typeof OfRun>) => runOf(db, conference, run),
  subject: ({ run }: Moved) => `run/${run.id}`,
  touches: ({ run }: Moved) => [`partnerships/${run.conference}`],
  async save(db: Writing, { run, row }: Moved) {
    await db.updateTable('partnershipRun').set(row).where('id', '=', run.id).execute()
  },
}

/** Ends a calculation before it is done. */
export const cancelRun = command('partnerships.cancel', {
  ...moved,
  input: OfRun,
  may: (actor, _, { conference }) => calculates(actor, conference),
  decide(found: Found, _, { now }): Moved | null {
    must(found, 'partnerships.unknown-run')
    if (found.state === 'cancelled') return null
    must(isOpen(found.state), 'partnerships.ended')
    return { run: found, row: { state: 'cancelled', endedAt: now, progress: null } }
  },
})

/** Says how far it is; nothing where it has ended meanwhile. */
export const tellProgress = command('partnerships.tell-progress', {
  ...moved,
  input: OfRun.extend({ progress: Progress }),
  may: (actor) => isCalculator(actor),
  decide(found: Found, { progress }): Moved | null {
    if (!found || !isOpen(found.state)) return null
    return { run: found, row: { state: 'running', progress: JSON.stringify(progress) } }
  },
})

const Outcome = z.strictObject({
  digest: z.string(),
  instance: Instance,
  solution: Solution,
  /** As `explain` makes it: nobody but the program itself hands it in. */
  explanation: z.looseObject({ requirements: z.array(z.unknown()), scarce: z.array(z.unknown()) }),
  assumed: z.array(AssumedOf).default([]),
  problems: z.array(Problem).default([]),
})

/** Keeps what came out; null: it could not be calculated. */
export const finishRun = command('partnerships.finish', {
  ...moved,
  input: OfRun.extend({ outcome: Outcome.nullable() }),
  may: (actor) => isCalculator(actor),
  decide(found: Found, { outcome }, { now }): Moved | null {
    if (!found || !(isOpen(found.state) || found.state === 'cancelled')) return null
    if (!outcome && found.state === 'cancelled') return null
    if (!outcome) return { run: found, row: { state: 'failed', endedAt: now, progress: null } }
    const { digest, ...made } = outcome
    // What somebody ended stays so, with the best that was found until then.
    const ended = isOpen(found.state) && ({ state: 'done', endedAt: now } as const)
    return {
      run: found,
      row: {
        ...{ ...ended, progress: null, digest },
        instance: JSON.stringify(made.instance),
        solution: JSON.stringify(made.solution),
        explanation: JSON.stringify(made.explanation),
        assumed: JSON.stringify(made.assumed),
        problems: JSON.stringify(made.problems),
      },
    }
  },
})
