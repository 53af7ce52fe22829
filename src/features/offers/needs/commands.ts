import type { z } from 'zod'
import { must, type RefusedField } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { type Circumstances, command, type Writing } from '../../../platform/command/command.ts'
import { CapabilityCode } from '../../capabilities/model.ts'
import { unknownCapabilities } from '../../capabilities/queries.ts'
import { outlineById } from '../../conferences/queries.ts'
import { isSecretariat } from '../../pledges/life.model.ts'
import { OfConference } from '../model.ts'
import { unknownMissions } from '../queries.ts'
import { mustBeRight } from '../rules.ts'
import {
  Alternatives,
  type Need,
  NeedId,
  NeedTerms,
  OfNeed,
  type Sought,
  soughtOn,
} from './model.ts'
import { needOf, recipeAt, requirementsOf } from './queries.ts'

type Found = Need | null

/** A need as it stands from now on, and what delegations read of it before and after. */
export interface NeedChange {
  after: Need
  sought: { before: Sought | null; after: Sought | null }
}

type At = z.infer<typeof OfConference>
const common = {
  save,
  conference: ({ conference }: At) => conference,
  may: (actor: Circumstances['actor'], _: unknown, { conference }: At) =>
    isSecretariat(actor, conference),
  subject: ({ after }: NeedChange) => `need/${after.id}`,
  answer: ({ after }: NeedChange) => ({ need: after.id, version: after.version }),
  touches: ({ after: { conference }, sought }: NeedChange) => [
    `offers/needs/${conference}`,
    ...(same(sought.before, sought.after) ? [] : [`offers/board/${conference}`]),
  ],
}

const changeTo = (before: Found, after: Need, { now }: Pick<Circumstances, 'now'>): NeedChange => {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
  return { after, sought: { before: soughtOn(before, today), after: soughtOn(after, today) } }
}

const settled = (terms: NeedTerms): NeedTerms => ({
  ...terms,
  languages: [...new Set(terms.languages)].toSorted(),
  words: terms.words || null,
})

async function unknownIn(db: Writing, { capability, mission, requirement }: NeedTerms) {
  const missions = await unknownMissions(db, mission === null ? [] : [mission])
  const known = await requirementsOf(db, requirement === null ? [] : [requirement])
  const wrong = {
    capability: (await unknownCapabilities(db, [capability])).length > 0,
    mission: missions.length > 0,
    requirement: requirement !== null && known.get(requirement)?.side !== 'need',
  }
  return Object.entries(wrong).flatMap(([field, isWrong]): RefusedField[] =>
    isWrong ? [{ path: ['terms', field], code: `offers.unknown-${field}` }] : [],
  )
}

/** Makes a need ready. */
export const addNeed = command('offers.add-need', {
  ...common,
  input: OfConference.extend({ terms: NeedTerms }),
  load: async (db, { conference, terms }) => ({
    conference: await outlineById(db, conference),
    unknown: await unknownIn(db, terms),
  }),
  decide({ conference, unknown }, { terms, ...of }, circumstances) {
    must(conference, 'offers.unknown-conference')
    mustBeRight(unknown)
    const after: Need = {
      ...{ id: NeedId.parse(circumstances.newId()), conference: of.conference },
      ...{ terms: settled(terms), version: 1, changedAt: circumstances.now, droppedAt: null },
    }
    return changeTo(null, after, circumstances)
  },
})

const knownOf = (found: Found): Need => {
  must(found && found.droppedAt === null, 'offers.unknown-need')
  return found
}
const versionOf = (found: Found) => `${found?.version ?? 0}`

/** Says it otherwise. */
export const changeNeed = command('offers.change-need', {
  ...common,
  input: OfNeed.extend({ terms: NeedTerms }),
  load: async (db, { conference, need, terms }) => ({
    found: await needOf(db, conference, need),
    unknown: await unknownIn(db, terms),
  }),
  version: ({ found }) => versionOf(found),
  decide({ found, unknown }, { terms }, circumstances) {
    const need = knownOf(found)
    mustBeRight(unknown)
    const news = settled(terms)
    if (same(need.terms, news)) return null
    const { now: changedAt } = circumstances
    const after = { ...need, terms: news, version: need.version + 1, changedAt }
    return changeTo(need, after, circumstances)
  },
})

/** Seeks it no more. */
export const dropNeed = command('offers.drop-need', {
  ...common,
  input: OfNeed,
  load: (db, { conference, need }) => needOf(db, conference, need),
  version: versionOf,
  decide(found: Found, _, circumstances) {
    const need = knownOf(found)
    const { now } = circumstances
    const after = { ...need, version: need.version + 1, changedAt: now, droppedAt: now }
    return changeTo(need, after, circumstances)
  },
})

async function save(db: Writing, { after: { id, terms, ...columns } }: NeedChange): Promise<void> {
  const row = { ...columns, terms: JSON.stringify(terms) }
  await db
    .insertInto('conferenceNeed')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

/** Says what whole units of a capability are assumed to be made up of at a conference. */
export const setRecipe = command('offers.set-recipe', {
  input: OfConference.extend({ capability: CapabilityCode, alternatives: Alternatives }),
  conference: common.conference,
  load: async (db, { conference, capability }) => ({
    conference: await outlineById(db, conference),
    before: await recipeAt(db, conference, capability),
    unknown: await unknownCapabilities(db, [capability]),
  }),
  may: common.may,
  version: ({ before }) => `${before?.version ?? 0}`,
  decide({ conference, before, unknown }, { alternatives }) {
    must(conference, 'offers.unknown-conference')
    must(unknown.length === 0, 'offers.unknown-capability')
    if (same(before?.alternatives, alternatives)) return null
    return { version: (before?.version ?? 0) + 1 }
  },
  async save(db, { version }, { conference, capability, ...input }) {
    const row = { alternatives: JSON.stringify(input.alternatives), version }
    await db
      .insertInto('conferenceRecipe')
      .values({ conference, capability, ...row })
      .onConflict((conflict) => conflict.columns(['conference', 'capability']).doUpdateSet(row))
      .execute()
  },
  subject: (_, { conference, capability }) => `recipe/${conference}/${capability}`,
  touches: (_, { conference }) => [`offers/needs/${conference}`],
})
