import type { z } from 'zod'
import { holds } from '../../../kernel/actor.ts'
import { must } from '../../../kernel/refusal.ts'
import { type Circumstances, command } from '../../../platform/command/command.ts'
import { CapabilityCode } from '../../capabilities/model.ts'
import { unknownCapabilities } from '../../capabilities/queries.ts'
import { outlineById } from '../../conferences/queries.ts'
import { OfConference } from '../model.ts'
import { ANY, BoardSide } from './model.ts'

const Input = OfConference.extend({
  side: BoardSide,
  /** Null: every capability. */
  capability: CapabilityCode.nullable().default(null),
})
type Asked = z.infer<typeof Input>
type Actor = Circumstances['actor']

const common = {
  input: Input,
  conference: ({ conference }: Asked) => conference,
  /** Only whoever is told: letters go to focal points. */
  may: (actor: Actor, _: unknown, { conference }: Asked) =>
    actor.kind === 'account' && holds(actor, conference, 'focal-point'),
  subject: ({ account }: { account: string }) => `account/${account}`,
  touches: ({ account }: { account: string }) => [`offers/followed/${account}`],
}

/** Tells somebody from now on of what is sought or offered. */
export const subscribe = command('offers.subscribe', {
  ...common,
  load: async (db, { conference, capability }) => ({
    conference: await outlineById(db, conference),
    unknown: await unknownCapabilities(db, capability === null ? [] : [capability]),
  }),
  decide({ conference, unknown }, _, { actor, now }) {
    must(conference, 'offers.unknown-conference')
    must(unknown.length === 0, 'offers.unknown-capability')
    return { account: actor.id, since: now }
  },
  async save(db, { account, since }, { conference, side, capability }) {
    await db
      .insertInto('offerSubscription')
      .values({ account, conference, side, capability: capability ?? ANY, since })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  },
})

/** Tells them no more. */
export const unsubscribe = command('offers.unsubscribe', {
  ...common,
  load: async () => null,
  decide: (_, __, { actor }) => ({ account: actor.id }),
  async save(db, { account }, { conference, side, capability }) {
    await db
      .deleteFrom('offerSubscription')
      .where('account', '=', account)
      .where('conference', '=', conference)
      .where('side', '=', side)
      .where('capability', '=', capability ?? ANY)
      .execute()
  },
})
