import { z } from 'zod'
import { ConferenceId } from '../../../kernel/ids.ts'
import { Language } from '../../../kernel/language.ts'
import { MailAddress } from '../../../kernel/people/address.ts'
import { must } from '../../../kernel/refusal.ts'
import { command } from '../../../platform/command/command.ts'
import { outlineById } from '../../conferences/queries.ts'
import { digestOfKey } from '../../delegations/participants/queries.ts'
import { secretFrom } from '../../delegations/participants/save.commands.ts'
import { mayGo, VALID } from './model.ts'
import { reachedAt } from './queries.ts'

/**
 * Sends everybody of whom this address was given a link to what is held about them. Whoever asks is told the same whether
 * there is anybody.
 */
export const askForOwnData = command('own-data.ask', {
  input: z.strictObject({
    conference: ConferenceId,
    address: z.string().trim().toLowerCase().pipe(MailAddress),
    language: Language,
  }),
  conference: (input) => input.conference,
  load: async (db, { conference, address }) => ({
    outline: await outlineById(db, conference),
    people: await reachedAt(db, conference, address),
  }),
  may: () => true,
  decide({ outline, people }, _, { now, newId }) {
    must(outline, 'own-data.unknown-conference')
    const links = people
      .filter(({ sent }) => mayGo(sent, now))
      .map(({ id }) => ({ participant: id, key: secretFrom(newId) }))
    return { links, now }
  },
  async save(db, { links, now }) {
    await db.deleteFrom('ownDataLink').where('at', '<', now.subtract(VALID)).execute()
    for (const { participant, key } of links) {
      await db
        .insertInto('ownDataLink')
        .values({ digest: digestOfKey(key), participant, at: now })
        .execute()
    }
  },
  // Not who asked, nor about whom: both are personal.
  subject: (_, { conference }) => `own-data/${conference}`,
  touches: () => [],
  errands: ({ links }, { conference, language }) =>
    links.map((link) => ({
      job: 'platform.mail',
      data: { mail: 'own-data.link', conference, language, ...link },
    })),
})
