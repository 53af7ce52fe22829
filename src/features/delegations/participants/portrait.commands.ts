import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { FileId } from '../../../kernel/ids.ts'
import { command } from '../../../platform/command/command.ts'
import { dropFiles } from '../../../platform/files/uploads.ts'
import { ParticipantId } from './model.ts'
import { participantOf } from './queries.ts'
import { topicsOfAll } from './save.commands.ts'

/** Whoever makes what badges print of the photos that people hand in. */
export const DARKROOM: Actor = { kind: 'system', id: 'darkroom', grants: [] }

const LARGEST = 500_000

/** Keeps what a badge prints of a photo, or that it cannot be read; another photo may have come meanwhile. */
export const keepPortrait = command('delegations.keep-portrait', {
  input: z.strictObject({
    participant: ParticipantId,
    /** The photo that it was made of. */
    file: FileId,
    image: z.base64().max(LARGEST).nullable(),
  }),
  conference: () => null,
  load: (db, { participant }) => participantOf(db, participant),
  may: ({ kind, id }) => kind === DARKROOM.kind && id === DARKROOM.id,
  decide: (found, { file, image }, { now }) =>
    found?.person?.photo === file
      ? { found, image: image === null ? null : Buffer.from(image, 'base64'), now }
      : null,
  async save(db, { found, image, now }, { file }) {
    const row = { image, madeAt: now }
    await db
      .insertInto('participantPortrait')
      .values({ participant: found.id, ...row })
      .onConflict((conflict) => conflict.column('participant').doUpdateSet(row))
      .execute()
    // What was handed in is not needed any more.
    await dropFiles(db, `participant/${found.id}`, [file])
  },
  subject: ({ found }) => `participant/${found.id}`,
  answer: ({ image }) => ({ readable: image !== null }),
  touches: ({ found }) => topicsOfAll([found]),
})
