import type { PartyCode } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import { command, type Writing } from '../../platform/command/command.ts'
import { columns, type Replacement, replacing } from '../../platform/command/replacing.ts'
import { CategorySet } from './categories.model.ts'
import { Capability, mayRecord } from './model.ts'
import { capabilityOf, categoriesOf, paperOf, unknownCapabilities } from './queries.ts'
import { capabilitiesIn, mustFollow, Paper, partiesIn } from './requirements.model.ts'
import { Theme } from './themes.model.ts'

/** Records a capability: its place, names in every language, recipe, and the sizes that were seen. */
export const recordCapability = command('capabilities.record', {
  input: Capability,
  conference: () => null,
  load: async (db, { code, parent }) => ({
    known: await capabilityOf(db, code),
    unknown: await unknownCapabilities(db, parent === null ? [] : [parent]),
  }),
  may: mayRecord,
  decide({ known, unknown }, capability, circumstances) {
    must(unknown.length === 0, 'capabilities.unknown-parent', { codes: unknown.join(' ') })
    return replacing(known, capability, circumstances)
  },
  async save(db, replacement, { code }) {
    await keepPast(db, `capability/${code}`, replacement)
    const row = columns<'capability'>(replacement.fact)
    await db
      .insertInto('capability')
      .values(row)
      .onConflict((other) => other.column('code').doUpdateSet(row))
      .execute()
  },
  subject: (_, { code }) => `capability/${code}`,
  touches: () => ['capabilities'],
})

/** Records the categories in which an edition published its result, and what we map them to. */
export const recordCategorySet = command('capabilities.record-category-set', {
  input: CategorySet,
  conference: ({ conference }) => conference,
  load: async (db, { conference, categories }) => ({
    known: (await categoriesOf(db, conference))[0] ?? null,
    unknown: await unknownCapabilities(
      db,
      categories.flatMap(({ capabilities }) => capabilities),
    ),
    held: await isConference(db, conference),
  }),
  may: mayRecord,
  decide({ known, unknown, held }, set, circumstances) {
    must(held, 'capabilities.unknown-conference')
    must(unknown.length === 0, 'capabilities.unknown-capability', { codes: unknown.join(' ') })
    return replacing(known, set, circumstances)
  },
  async save(db, replacement, { conference }) {
    await keepPast(db, `category-set/${conference}`, replacement)
    const { categories, ...set } = replacement.fact
    const row = columns<'editionCategorySet'>(set)
    await db
      .insertInto('editionCategorySet')
      .values(row)
      .onConflict((other) => other.column('conference').doUpdateSet(row))
      .execute()
    const codes = categories.map(({ code }) => code)
    await db
      .deleteFrom('editionCategory')
      .where('conference', '=', conference)
      .where('code', 'not in', codes)
      .execute()
    for (const [position, category] of categories.entries()) {
      const one = columns<'editionCategory'>({ ...category, conference, position })
      await db
        .insertInto('editionCategory')
        .values(one)
        .onConflict((other) => other.column('code').doUpdateSet(one))
        .execute()
    }
  },
  subject: (_, { conference }) => `category-set/${conference}`,
  touches: (_, { conference }) => ['capabilities', `conferences/${conference}`],
})

/** Records an area, a priority or a theme that crosses capabilities. */
export const recordTheme = command('capabilities.record-theme', {
  input: Theme,
  conference: () => null,
  load: (db, { scheme, code }) =>
    db
      .selectFrom('theme')
      .selectAll()
      .where('scheme', '=', scheme)
      .where('code', '=', code)
      .executeTakeFirst(),
  may: mayRecord,
  decide: (known, theme, circumstances) => replacing(known ?? null, theme, circumstances),
  async save(db, replacement, { scheme, code }) {
    await keepPast(db, `theme/${scheme}/${code}`, replacement)
    const row = columns<'theme'>(replacement.fact)
    await db
      .insertInto('theme')
      .values(row)
      .onConflict((other) => other.columns(['scheme', 'code']).doUpdateSet(row))
      .execute()
  },
  subject: (_, { scheme, code }) => `theme/${scheme}/${code}`,
  touches: () => ['capabilities'],
})

/** Records a paper or statement with everything that it names as needed. */
export const recordPaper = command('capabilities.record-paper', {
  input: Paper,
  conference: ({ conference }) => conference,
  load: async (db, paper) => ({
    known: await paperOf(db, paper.id),
    before: paper.supersedes === null ? null : await paperOf(db, paper.supersedes),
    rival: await rivalOf(db, paper),
    held: paper.conference === null || (await isConference(db, paper.conference)),
    capabilities: await unknownCapabilities(db, capabilitiesIn(paper)),
    missions: await unknownMissions(
      db,
      paper.requirements.flatMap(({ mission }) => mission ?? []),
    ),
    parties: await unknownParties(db, partiesIn(paper)),
  }),
  may: mayRecord,
  decide({ known, before, rival, held, capabilities, missions, parties }, paper, circumstances) {
    must(held, 'capabilities.unknown-conference')
    must(capabilities.length === 0, 'capabilities.unknown-capability', {
      codes: capabilities.join(' '),
    })
    must(missions.length === 0, 'capabilities.unknown-mission', { codes: missions.join(' ') })
    must(parties.length === 0, 'capabilities.unknown-party', { codes: parties.join(' ') })
    mustFollow(paper, before, rival)
    return replacing(known, paper, circumstances)
  },
  async save(db, replacement, { id }) {
    await keepPast(db, `requirement-paper/${id}`, replacement)
    const { requirements, ...paper } = replacement.fact
    const row = columns<'requirementPaper'>(paper)
    await db
      .insertInto('requirementPaper')
      .values(row)
      .onConflict((other) => other.column('id').doUpdateSet(row))
      .execute()
    const ids = requirements.map((one) => one.id)
    await db
      .deleteFrom('requirement')
      .where('paper', '=', id)
      .$if(ids.length > 0, (rows) => rows.where('id', 'not in', ids))
      .execute()
    for (const [position, requirement] of requirements.entries()) {
      const one = columns<'requirement'>({ ...requirement, paper: id, position })
      await db
        .insertInto('requirement')
        .values(one)
        .onConflict((other) => other.column('id').doUpdateSet(one))
        .execute()
    }
  },
  subject: (_, { id }) => `requirement-paper/${id}`,
  touches: (_, { id }) => ['requirements', `requirements/${id}`],
})

async function keepPast(
  db: Writing,
  subject: string,
  { before, at, by }: Replacement<unknown>,
): Promise<void> {
  if (before === null) return
  await db
    .insertInto('capabilityPast')
    .values({ subject, replacedAt: at, replacedBy: by, content: JSON.stringify(before) })
    .execute()
}

/** Another paper that takes the place of the same one. */
const rivalOf = (db: Writing, { id, supersedes }: Paper): Promise<string | null> =>
  db
    .selectFrom('requirementPaper')
    .select('id')
    .where('supersedes', '=', supersedes)
    .where('id', '!=', id)
    .executeTakeFirst()
    .then((row) => row?.id ?? null)

const isConference = (db: Writing, id: string): Promise<boolean> =>
  db
    .selectFrom('conference')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => row !== undefined)

/** Which of some acronyms no mission has. */
async function unknownMissions(db: Writing, acronyms: readonly string[]): Promise<string[]> {
  if (acronyms.length === 0) return []
  const rows = await db
    .selectFrom('mission')
    .select('acronym')
    .where('acronym', 'in', acronyms)
    .execute()
  const known = new Set(rows.map(({ acronym }) => acronym))
  return [...new Set(acronyms)].filter((one) => !known.has(one))
}

/** Which of some codes no party has. */
async function unknownParties(db: Writing, codes: readonly PartyCode[]): Promise<PartyCode[]> {
  if (codes.length === 0) return []
  const rows = await db.selectFrom('party').select('code').where('code', 'in', codes).execute()
  const known = new Set(rows.map(({ code }) => code))
  return [...new Set(codes)].filter((code) => !known.has(code))
}
