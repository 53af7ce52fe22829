import { z } from 'zod'
import { holds } from '../../kernel/actor.ts'
import { ConferenceId } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import { same } from '../../kernel/same.ts'
import { revised } from '../../kernel/wording/texts.ts'
import { command, type Writing } from '../../platform/command/command.ts'
import { outlineById } from '../conferences/queries.ts'
import { Kind } from '../delegations/participants/model.ts'
import { Form, maySetForms, Preset } from './forms.model.ts'
import { formOf, presetOf } from './queries.ts'

/** Records a form that ships with the product. */
export const recordPreset = command('registration.record-preset', {
  input: Preset,
  conference: () => null,
  load: (db, { kind }) => presetOf(db, kind),
  may: (actor) => holds(actor, '*', 'loader', 'administrator'),
  decide: (stored, preset) => (same(stored, preset) ? null : revised(stored, preset)),
  async save(db, preset) {
    const content = JSON.stringify(preset)
    await db
      .insertInto('registrationPreset')
      .values({ kind: preset.kind, content })
      .onConflict((conflict) => conflict.column('kind').doUpdateSet({ content }))
      .execute()
  },
  subject: ({ kind }) => `registration-preset/${kind}`,
  touches: () => ['registration'],
})

export const topicsOf = (conference: string) => ['registration', `registration/${conference}`]

interface Kept {
  form: Form
  version: number
}

const outcome = {
  async save(db: Writing, { form, version }: Kept) {
    const row = { version, content: JSON.stringify(form) }
    const { conference, kind } = form
    await db
      .insertInto('registrationForm')
      .values({ conference, kind, ...row })
      .onConflict((conflict) => conflict.columns(['conference', 'kind']).doUpdateSet(row))
      .execute()
  },
  subject: ({ form: { conference, kind } }: Kept) => `registration-form/${conference}/${kind}`,
  answer: ({ form: { kind }, version }: Kept) => ({ kind, version }),
  touches: ({ form }: Kept) => topicsOf(form.conference),
}

/** Takes over a form that ships with the product, closed until the conference opens it. */
export const takeForm = command('registration.take-form', {
  ...outcome,
  input: z.strictObject({ conference: ConferenceId, kind: Kind }),
  conference: (input) => input.conference,
  load: async (db, { conference, kind }) => ({
    known: (await outlineById(db, conference)) !== null,
    preset: await presetOf(db, kind),
    before: await formOf(db, conference, kind),
  }),
  may: (actor, _, { conference }) => maySetForms(actor, conference),
  decide({ known, preset, before }, { conference }) {
    must(known, 'registration.unknown-conference')
    must(preset, 'registration.unknown-form')
    if (before) return null
    return { form: { ...preset, conference, open: false, closes: null, most: null }, version: 1 }
  },
})

/** Says what a conference asks of people who come on their own, and whether they may. */
export const setForm = command('registration.set-form', {
  ...outcome,
  input: Form,
  conference: (input) => input.conference,
  load: async (db, { conference, kind }) => ({
    known: (await outlineById(db, conference)) !== null,
    before: await formOf(db, conference, kind),
  }),
  may: (actor, _, { conference }) => maySetForms(actor, conference),
  version: ({ before }) => `${before?.version ?? 0}`,
  decide({ known, before }, given) {
    must(known, 'registration.unknown-conference')
    const form = revised(before?.form ?? null, given)
    if (before && same(before.form, form)) return null
    return { form, version: (before?.version ?? 0) + 1 }
  },
})
