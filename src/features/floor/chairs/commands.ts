import type { Actor } from '../../../kernel/actor.ts'
import { must } from '../../../kernel/refusal.ts'
import { command, type Writing } from '../../../platform/command/command.ts'
import { MAIL_JOB } from '../../../platform/mail/letter.ts'
import { isSecretariat } from '../../delegations/who.model.ts'
import { AccountId } from '../../people/model.ts'
import { topicsOf } from '../deeds/keep.commands.ts'
import { OfList } from '../model.ts'
import { heldOf } from '../rehearsal/rehearsals.queries.ts'
import { chairsOf, whoMayPreside } from './queries.ts'

const OfChair = OfList.extend({ account: AccountId })
type OfChair = { conference: OfList['conference']; session: OfList['session']; account: AccountId }

const ofList = ({ conference, session }: OfChair): OfList => ({ conference, session })

/** What both deeds have in common: the secretariat does them, whoever runs the floor. */
const OF_CHAIR = {
  input: OfChair,
  conference: ({ conference }: OfChair) => conference,
  async load(db: Writing, input: OfChair) {
    const of = ofList(input)
    return {
      known: (await heldOf(db, of)) !== null,
      isChair: (await chairsOf(db, of)).includes(input.account),
      mayPreside: (await whoMayPreside(db, of.conference)).some(
        ({ account }) => account === input.account,
      ),
    }
  },
  may: (actor: Actor, _: unknown, { conference }: OfChair) => isSecretariat(actor, conference),
  subject: (_: unknown, { session }: OfChair) => `list-of-speakers/${session}`,
  touches: (_: unknown, input: OfChair) => topicsOf(ofList(input)),
}

/** Names somebody who presides over one session; from then on only those who are named preside over it. */
export const nameChair = command('floor.name-chair', {
  ...OF_CHAIR,
  decide({ known, isChair, mayPreside }, input, { actor, now }) {
    must(known, 'floor.unknown-session')
    must(mayPreside, 'floor.unknown-chair')
    return isChair ? null : { ...input, since: now, namedBy: `${actor.kind}/${actor.id}` }
  },
  async save(db, chair) {
    await db.insertInto('floorChair').values(chair).execute()
  },
  errands: (_, input) => [{ job: MAIL_JOB, data: { mail: 'floor.chair', ...input } }],
})

/** Somebody presides over a session no longer. */
export const endChair = command('floor.end-chair', {
  ...OF_CHAIR,
  decide: ({ isChair }) => (isChair ? {} : null),
  async save(db, _, { conference, session, account }) {
    await db
      .deleteFrom('floorChair')
      .where('conference', '=', conference)
      .where('session', '=', session)
      .where('account', '=', account)
      .execute()
  },
})
