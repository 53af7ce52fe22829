import { z } from 'zod'
import { holds } from '../../../kernel/actor.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { command, type Writing } from '../../../platform/command/command.ts'
import { replacing } from '../../../platform/command/replacing.ts'
import { versionOf } from '../../../platform/command/version.ts'
import { isDesk, OfList } from '../model.ts'
import { presetOf, sessionOf } from '../queries.ts'
import { Preset, withoutInstants } from '../queue/presets.ts'
import { Settings } from '../queue/settings.ts'
import { deskDeed, done, floorKnown, OUTCOME, seenOf, standing } from './keep.commands.ts'

/** Records usual rules that ship with the product; where they stand among the others, the file says. */
export const recordPreset = command('floor.record-preset', {
  input: Preset.extend({ position: z.int().min(0) }),
  conference: () => null,
  load: (db, { id }) => presetOf(db, id),
  may: (actor) => holds(actor, '*', 'loader', 'administrator'),
  decide: (stored, { position: _, ...preset }, circumstances) =>
    replacing<Preset>(stored, preset, circumstances)?.fact ?? null,
  async save(db, preset, { position }) {
    const row = { position, content: JSON.stringify(preset) }
    await db
      .insertInto('floorPreset')
      .values({ id: preset.id, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
  },
  subject: ({ id }) => `floor-preset/${id}`,
  touches: () => ['floor/presets'],
})

const groundFor = async (db: Writing, of: OfList) => ({
  ...(await floorKnown(db, of)),
  session: await sessionOf(db, of),
})

/** Gives a session its list of speakers, with rules of its own. */
export const setUp = command('floor.set-up', {
  ...OUTCOME,
  input: OfList.extend({ settings: Settings }),
  load: (db, of) => groundFor(db, of),
  may: (actor, _, { conference }) => isDesk(actor, conference),
  version: (known) => seenOf(known),
  decide(known, input, circumstances) {
    must(known.session, 'floor.unknown-session')
    return done(known, input, { what: 'set-up', settings: input.settings }, circumstances)
  },
})

/** Gives a session its list of speakers with usual rules, to be changed until it begins. */
export const takePreset = command('floor.take-preset', {
  ...OUTCOME,
  input: OfList.extend({ preset: Preset.shape.id }),
  load: async (db, input) => ({
    ...(await groundFor(db, input)),
    preset: await presetOf(db, input.preset),
  }),
  may: (actor, _, { conference }) => isDesk(actor, conference),
  version: (known) => seenOf(known),
  decide({ preset, session, ...known }, input, circumstances) {
    must(session, 'floor.unknown-session')
    must(preset, 'floor.unknown-preset')
    const settings = withoutInstants(preset)
    return done(known, input, { what: 'set-up', settings }, circumstances)
  },
})

/** Changes the rules of a list, as long as the session has not begun. */
export const changeSettings = command('floor.change-settings', {
  ...OUTCOME,
  input: OfList.extend({ settings: Settings }),
  load: (db, of) => floorKnown(db, of),
  may: (actor, _, { conference }) => isDesk(actor, conference),
  version: ({ floor }) => versionOf(floor?.settings ?? null),
  decide(known, { settings, ...of }, circumstances) {
    if (same(standing(known).settings, settings)) return null
    return done(known, of, { what: 'change-settings', settings }, circumstances)
  },
})

/** Lets delegations ask for the floor from now on, whatever the clock says. */
export const open = deskDeed('open', OfList, () => ({ what: 'open' }))
/** Lets no delegation ask for the floor any more. */
export const close = deskDeed('close', OfList, () => ({ what: 'close' }))
