import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { fileOf } from '../../../kernel/documents/files.ts'
import { ConferenceId } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { command, type Writing } from '../../../platform/command/command.ts'
import { claimFiles } from '../../../platform/files/uploads.ts'
import { OfDelegation } from '../invitations/model.ts'
import { delegationOf } from '../queries.ts'
import { nameOf, topicsOf } from '../save.commands.ts'
import { isSecretariat, speaksForDelegation } from '../who.model.ts'
import { Document, KINDS, mustWait, PAPERS } from './model.ts'
import { documentOf } from './queries.ts'

const topics = ({ conference, party }: Document) => topicsOf(conference, party)

/** A delegation hands in the note or the credentials that name it. */
export const handInDocument = command('delegations.hand-in-document', {
  input: OfDelegation.extend({
    kind: z.enum(KINDS),
    file: fileOf(...PAPERS),
    number: Document.shape.number.default(null),
    dated: Document.shape.dated.default(null),
  }),
  conference: (input) => input.conference,
  load: (db, { conference, party }) => delegationOf(db, conference, party),
  may: (actor, _, { conference, party }) => speaksForDelegation(actor, conference, party),
  decide(delegation, given, { actor, now, newId }): { document: Document; actor: Actor } {
    must(delegation, 'delegations.unknown-delegation')
    return {
      document: {
        ...given,
        ...{ id: newId(), state: 'received', reason: null, at: now, by: nameOf({ actor }) },
        ...{ decidedAt: null, decidedBy: null },
      },
      actor,
    }
  },
  async save(db, { document, actor: by }, { file }) {
    await claimFiles(db, [file], {
      by,
      owner: `delegation-document/${document.id}`,
      accepts: PAPERS,
    })
    await db.insertInto('delegationDocument').values(document).execute()
  },
  subject: ({ document }) => `delegation-document/${document.id}`,
  answer: ({ document }) => ({ document: document.id }),
  touches: ({ document }) => topics(document),
})

interface Decided {
  document: Document
  reason: string | null
}

const outcome = {
  async save(db: Writing, { document: { id, state, decidedAt, decidedBy }, reason }: Decided) {
    await db
      .updateTable('delegationDocument')
      .set({ state, reason, decidedAt, decidedBy })
      .where('id', '=', id)
      .execute()
  },
  subject: ({ document }: Decided) => `delegation-document/${document.id}`,
  touches: ({ document }: Decided) => topics(document),
}

const One = z.strictObject({ conference: ConferenceId, document: z.uuid() })

/** The document names this delegation: its names count from now on. */
export const verifyDocument = command('delegations.verify-document', {
  ...outcome,
  input: One,
  conference: (input) => input.conference,
  load: (db, { document }) => documentOf(db, document),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide(found, { conference }, { actor, now }): Decided {
    must(found?.conference === conference, 'delegations.unknown-document')
    mustWait(found)
    const by = nameOf({ actor })
    return {
      document: { ...found, state: 'verified', decidedAt: now, decidedBy: by },
      reason: null,
    }
  },
})

/** The document cannot be accepted, and why. */
export const declineDocument = command('delegations.decline-document', {
  ...outcome,
  input: One.extend({ reason: z.string().trim().min(1).max(1000) }),
  conference: (input) => input.conference,
  load: (db, { document }) => documentOf(db, document),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide(found, { conference, reason }, { actor, now }): Decided {
    must(found?.conference === conference, 'delegations.unknown-document')
    mustWait(found)
    const by = nameOf({ actor })
    return { document: { ...found, state: 'declined', decidedAt: now, decidedBy: by }, reason }
  },
  errands: ({ document: { id } }) => [
    { job: 'platform.mail', data: { mail: 'delegations.document-declined', document: id } },
  ],
})
