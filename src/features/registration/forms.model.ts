import { z } from 'zod'
import { type Actor, holds } from '../../kernel/actor.ts'
import { ConferenceId } from '../../kernel/ids.ts'
import { Refusal, type RefusedField } from '../../kernel/refusal.ts'
import { Text } from '../../kernel/text.ts'
import { Clock, Day, instantAt, isNotAfter } from '../../kernel/time.ts'
import { DELEGATE, Kind, type Person } from '../delegations/participants/model.ts'
import { RetentionClass } from '../privacy/model.ts'

export const FIELD_KINDS = ['line', 'text', 'choice', 'choices', 'check', 'day', 'file'] as const
const Id = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/)

const MOST_FIELDS = 30
const MOST_OPTIONS = 40

/** One question of a form. */
export const Field = z.strictObject({
  id: Id,
  kind: z.enum(FIELD_KINDS),
  label: Text,
  hint: Text.nullable().default(null),
  required: z.boolean().default(false),
  /** What can be chosen, where something is. */
  options: z
    .array(z.strictObject({ value: Id, label: Text }))
    .max(MOST_OPTIONS)
    .default([]),
  /** How long an answer is kept. */
  kept: RetentionClass,
})
export type Field = z.infer<typeof Field>

export const ASKED = ['required', 'asked', 'none'] as const

/** What people are asked who come on their own: what a preset says, and a conference changes. */
export const Preset = z.strictObject({
  kind: Kind.refine((kind) => kind !== DELEGATE, 'registration.kind-taken'),
  name: Text,
  introduction: Text.nullable().default(null),
  organisation: z.enum(ASKED),
  photo: z.enum(ASKED),
  /** How long the whole person is kept: the press is gone sooner than others. */
  kept: z.enum(['press', 'record']),
  fields: z
    .array(Field)
    .max(MOST_FIELDS)
    .refine(
      (all) => new Set(all.map(({ id }) => id)).size === all.length,
      'registration.field-twice',
    )
    .refine(
      (all) => all.every(({ kind, options }) => !kind.startsWith('choice') || options.length > 0),
      'registration.nothing-to-choose',
    ),
})
export type Preset = z.infer<typeof Preset>

/** A form as a conference uses it. */
export const Form = Preset.safeExtend({
  conference: ConferenceId,
  /** Whether anybody may register; else the secretariat alone adds people. */
  open: z.boolean(),
  closes: z.strictObject({ day: Day, clock: Clock }).nullable(),
  /** How many people one organisation may register. */
  most: z.int().min(1).max(1000).nullable(),
})
export type Form = z.infer<typeof Form>

/** Whether somebody may register by a form now. */
export const takesPeople = (
  { open, closes }: Pick<Form, 'open' | 'closes'>,
  zone: string,
  now: Temporal.Instant,
): boolean => open && !(closes && isNotAfter(instantAt(closes.day, closes.clock, zone), now))

/** One of several choices is an answer of its own. */
export const choiceOf = (field: string, option: string): string => `${field}--${option}`

/** The names under which the answers to a field stand. */
export const namesOf = ({ id, kind, options }: Field): readonly string[] =>
  kind === 'choices' ? options.map(({ value }) => choiceOf(id, value)) : [id]

const isYes = (answer: string | undefined) => answer === 'true'

/** What is wrong with the answer to a field; null: nothing. */
function wrongWith(field: Field, answers: Person['answers']): string | null {
  const answer = answers[field.id]?.trim() ?? ''
  switch (field.kind) {
    case 'choices':
      return field.required && !namesOf(field).some((name) => isYes(answers[name]))
        ? 'input.missing'
        : null
    case 'check':
      return field.required && !isYes(answer) ? 'input.missing' : null
    case 'choice':
      if (answer === '') break
      return field.options.some(({ value }) => value === answer) ? null : 'input.not-a-choice'
    case 'day':
      if (answer === '') break
      return Day.safeParse(answer).success ? null : 'input.malformed'
    case 'file':
      if (answer === '') break
      return z.uuid().safeParse(answer).success ? null : 'input.malformed'
    default:
      break
  }
  return field.required && answer === '' ? 'input.missing' : null
}

/** What is wrong with what somebody filled in, by field of the command. */
export function wrongIn(form: Preset, person: Person): RefusedField[] {
  const wrong = form.fields.flatMap((field): RefusedField[] => {
    const code = wrongWith(field, person.answers)
    const [name = field.id] = namesOf(field)
    return code === null ? [] : [{ path: ['person', 'answers', name], code }]
  })
  const missing = (path: keyof Person): RefusedField => ({
    path: ['person', path],
    code: 'input.missing',
  })
  return [
    ...(form.organisation === 'required' && !person.organisation ? [missing('organisation')] : []),
    ...(form.photo === 'required' && !person.photo ? [missing('photo')] : []),
    ...wrong,
  ]
}

/** Refuses what is not whole, and names every field. */
export function mustBeFilledIn(form: Preset, person: Person): void {
  const wrong = wrongIn(form, person)
  if (wrong.length > 0) throw new Refusal('platform.unreadable-input', 422, {}, wrong)
}

/** Only what the form asks is kept, and of that nothing that is empty or not chosen. */
export function answeredTo(form: Preset, answers: Person['answers']): Person['answers'] {
  const asked = new Set(form.fields.flatMap(namesOf))
  return Object.fromEntries(
    Object.entries(answers).filter(
      ([name, answer]) => asked.has(name) && answer.trim() !== '' && answer !== 'false',
    ),
  )
}

/** The files among somebody's answers. */
export const filesIn = (form: Preset, answers: Person['answers']): readonly string[] =>
  form.fields.flatMap(({ id, kind }) => (kind === 'file' && answers[id] ? [answers[id]] : []))

/** Names of answers whose time is over, so that they are taken out of what is kept. */
export const overdueAnswers = (
  form: Preset,
  classes: readonly RetentionClass[],
): readonly string[] => form.fields.filter(({ kept }) => classes.includes(kept)).flatMap(namesOf)

/** Who decides what a conference asks of people who come on their own. */
export const maySetForms = (actor: Actor, conference: string): boolean =>
  holds(actor, conference, 'host-secretariat', 'un-secretariat', 'administrator')
