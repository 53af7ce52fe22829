import type { Actor } from '../../../kernel/actor.ts'
import { must } from '../../../kernel/refusal.ts'
import { command } from '../../../platform/command/command.ts'
import { OfOffer } from '../model.ts'
import { offerOf } from '../queries.ts'
import { reminderOn } from './model.ts'
import { remindersOf } from './queries.ts'

/** Who reminds: nobody in person. */
export const REMINDER: Actor = { kind: 'system', id: 'offers', grants: [] }

/** Notes that a party is reminded of a standing offer that ends soon; whoever answers for it is told of this deed. */
export const remindOfEnd = command('offers.remind', {
  input: OfOffer,
  conference: ({ conference }) => conference,
  async load(db, { conference, offer }) {
    const found = await offerOf(db, conference, offer)
    return { found, sent: found ? await remindersOf(db, found) : [] }
  },
  may: (actor) => actor.kind === 'system',
  decide({ found, sent }, _, { now }) {
    must(found, 'offers.unknown-offer')
    const day = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
    const days = reminderOn(found, day, sent)
    return days === null ? null : { offer: found, days, at: now }
  },
  async save(db, { offer: { id, terms }, days, at }) {
    await db
      .insertInto('offerReminder')
      .values({ offer: id, until: terms.until, days, at })
      .execute()
  },
  subject: ({ offer }) => `offer/${offer.id}`,
  answer: ({ days }) => ({ days }),
  touches: () => [],
})
