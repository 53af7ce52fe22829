import { newSecret } from '../../../platform/accounts/links.ts'
import { addAccount } from '../../../platform/accounts/tables.ts'
import { newWebhookSecret } from '../../../platform/webhooks/signing.ts'
import { PLACES, SIDES } from '../actors.ts'
import { BUILDER, type Stage } from './stage.ts'

/** The accounts of the three sides, and what belongs to an account alone. */
export async function people(stage: Stage): Promise<void> {
  const { w, does, canary, known, account, conference, party } = stage
  const at = w.clock.now()
  for (const side of SIDES) {
    const id = PLACES[side].account
    const address =
      side === 'own' ? `${canary('the address of an account')}@mfa.example` : `${side}@mfa.example`
    await w.database.write.transaction().execute((db) => addAccount(db, { id, address, at }))
    const row = { account: id, language: 'en' as const, zone: null, since: at, closedAt: null }
    await w.database.write
      .insertInto('person')
      .values({ ...row, name: `Somebody ${side}` })
      .execute()
  }
  await does(BUILDER, 'people.give-role', { account, role: 'focal-point', conference, party })
  await does(BUILDER, 'people.give-role', { account, role: 'translator', conference, party: null })
  const held = await w.read
    .selectFrom('holding')
    .select('id')
    .where('account', '=', account)
    .executeTakeFirstOrThrow()
  const feed = newSecret()
  await does(stage.focal, 'own-programme.open-feed', { secret: feed })
  Object.assign(known, { feed, account, accounts: [account], holding: held.id })
}

/** What other systems are told, and how they are known. */
export async function systems({ w, does, canary, known, host, conference }: Stage): Promise<void> {
  const registered = await does(host, 'webhooks.register', {
    ...{ conference, name: canary('the name of an endpoint'), kinds: ['pledge.announced'] },
    ...{ address: 'https://hooks.example/in', secret: newWebhookSecret() },
  })
  const { endpoint } = registered
  await does(host, 'webhooks.try', { endpoint })
  const delivery = await w.read.selectFrom('webhookDelivery').select('id').executeTakeFirstOrThrow()
  Object.assign(known, { endpoint, delivery: delivery.id, secret: newWebhookSecret() })
}
