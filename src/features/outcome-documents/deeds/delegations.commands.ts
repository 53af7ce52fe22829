import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { type FileId, PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { command } from '../../../platform/command/command.ts'
import { claimFiles } from '../../../platform/files/uploads.ts'
import { outlineById } from '../../conferences/queries.ts'
import { partyOf } from '../../parties/queries.ts'
import { isPublic, isSecretariat, OfDocument, speaksForDelegation } from '../model.ts'
import { mustFollow, Position } from '../positions.model.ts'
import { moveProposal, mustBeWhole, Proposal } from '../proposals.model.ts'
import { positionsOf, proposalById } from '../queries.ts'
import { atWork, byOf, documentKnown, inPublic, standing } from './keep.commands.ts'

/** The kinds of files by which a note comes. */
const NOTES = ['pdf', 'jpeg', 'png', 'docx'] as const

/** Proposes another wording, a new or no paragraph, or says something of the whole. */
export const propose = command('outcome-documents.propose', {
  input: OfDocument.extend({ party: PartyCode, ...Proposal.shape }),
  conference: (input) => input.conference,
  load: async (db, input) => ({
    ...(await documentKnown(db, input)),
    party: await partyOf(db, input.party),
  }),
  may: (actor, _, { conference, party }) =>
    speaksForDelegation(actor, conference, party) || isSecretariat(actor, conference),
  decide(known, { conference, document, party, ...content }, circumstances) {
    must(known.party, 'outcome-documents.unknown-party')
    const { draft, state } = standing(known, circumstances.now)
    must(draft !== null && !isPublic(state), 'outcome-documents.no-proposals-now')
    const paragraphs = known.drafts.find(({ number }) => number === draft)?.paragraphs ?? []
    mustBeWhole(content, paragraphs)
    return {
      ...{ id: circumstances.newId(), conference, document, draft, party },
      ...{ content, at: circumstances.now, by: byOf(circumstances) },
    }
  },
  async save(db, { content, ...row }) {
    await db
      .insertInto('outcomeProposal')
      .values({
        ...row,
        content: JSON.stringify(content),
        ...{ state: 'open', answer: null, answeredAt: null, answeredBy: null },
      })
      .execute()
  },
  subject: ({ id }) => `proposal/${id}`,
  answer: ({ id }) => ({ proposal: id }),
  touches: (row) => [atWork(row)],
})

const One = OfDocument.extend({ proposal: z.uuid() })

/** Takes up what a delegation proposed, or leaves it, with a word why. */
export const answerProposal = command('outcome-documents.answer-proposal', {
  input: One.extend({
    how: z.enum(['take-up', 'leave']),
    answer: z.string().trim().min(1).max(4000).nullable().default(null),
  }),
  conference: (input) => input.conference,
  load: (db, { proposal }) => proposalById(db, proposal),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide(found, { conference, document, how, answer }, circumstances) {
    must(
      found && found.conference === conference && found.document === document,
      'outcome-documents.unknown-proposal',
    )
    const state = moveProposal(found.state, how)
    return {
      conference,
      state,
      answer,
      answeredAt: circumstances.now,
      answeredBy: byOf(circumstances),
    }
  },
  async save(db, { conference: _, ...row }, { proposal }) {
    await db.updateTable('outcomeProposal').set(row).where('id', '=', proposal).execute()
  },
  subject: (_, { proposal }) => `proposal/${proposal}`,
  touches: (row) => [atWork(row)],
})

/** Takes back what the own delegation proposed. */
export const withdrawProposal = command('outcome-documents.withdraw-proposal', {
  input: One,
  conference: (input) => input.conference,
  load: (db, { proposal }) => proposalById(db, proposal),
  may: (actor, found, { conference }) =>
    isSecretariat(actor, conference) ||
    (found !== null &&
      found.conference === conference &&
      speaksForDelegation(actor, conference, found.party)),
  decide(found, { conference }) {
    must(found && found.conference === conference, 'outcome-documents.unknown-proposal')
    return { conference, state: moveProposal(found.state, 'withdraw') }
  },
  async save(db, { state }, { proposal }) {
    await db.updateTable('outcomeProposal').set({ state }).where('id', '=', proposal).execute()
  },
  subject: (_, { proposal }) => `proposal/${proposal}`,
  touches: (row) => [atWork(row)],
})

interface Taken {
  row: Position & { conference: string; document: string }
  byNote: boolean
  at: Temporal.Instant
  by: string
  number: number
  actor: Actor
}

/**
 * Says how a delegation stands to an adopted document: endorses it, with or without a statement, dissociates itself, or
 * withdraws what it said. Its focal point does, or the secretariat records it from a note.
 */
export const takePosition = command('outcome-documents.take-position', {
  input: OfDocument.extend(Position.shape),
  conference: (input) => input.conference,
  load: async (db, input) => ({
    ...(await documentKnown(db, input)),
    party: await partyOf(db, input.party),
    told: (await positionsOf(db, input)).filter(({ party }) => party === input.party),
    zone: (await outlineById(db, input.conference))?.zone ?? 'UTC',
  }),
  may: (actor, _, { conference, party }) =>
    speaksForDelegation(actor, conference, party) || isSecretariat(actor, conference),
  decide(known, input, { actor, now }): Taken {
    must(known.party, 'outcome-documents.unknown-party')
    const { state, draft } = standing(known, now)
    must(state !== 'closed', 'outcome-documents.list-closed')
    must(state === 'adopted', 'outcome-documents.not-adopted')
    mustFollow(known.told, input, now.toZonedDateTimeISO(known.zone).toPlainDate().toString())
    const text = known.drafts.find(({ number }) => number === draft)?.paragraphs ?? []
    must(
      input.paragraphs.every((id) => text.some((paragraph) => paragraph.id === id)),
      'outcome-documents.no-paragraph',
    )
    const byNote = !speaksForDelegation(actor, input.conference, input.party)
    return {
      ...{ row: input, byNote, at: now, by: `${actor.kind}/${actor.id}`, actor },
      number: known.told.length + 1,
    }
  },
  async save(db, { row, byNote, at, by, number, actor }) {
    const { conference, document, statement, paragraphs, file, ...told } = row
    if (file) {
      const owner = `outcome-document/${conference}/${document}`
      await claimFiles(db, [file as FileId], { by: actor, owner, accepts: NOTES })
    }
    await db
      .insertInto('outcomePosition')
      .values({
        ...{ conference, document, ...told, file, byNote, at, by, position: number },
        statement: statement && JSON.stringify(statement),
        paragraphs: JSON.stringify(paragraphs),
      })
      .execute()
  },
  subject: ({ row }) => `outcome-document/${row.conference}/${row.document}`,
  touches: ({ row }) => [atWork(row), inPublic(row)],
})
