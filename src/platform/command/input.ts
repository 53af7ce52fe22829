import type { z } from 'zod'
import { Refusal, type RefusalValues, type RefusedField } from '../../kernel/refusal.ts'
import type { AnyCommand } from './command.ts'

/** `time.unknown-zone`: a message that a schema wrote itself is the key of one. */
const KEY = /^[a-z][a-z-]*\.[a-z][a-z-]*$/

/** The input as the command wants it, or a refusal (422) that names every field. */
export function parseInput(command: AnyCommand, given: unknown): unknown {
  const { success, data, error } = command.input.safeParse(given, { reportInput: true })
  if (success) return data
  throw new Refusal('platform.unreadable-input', 422, {}, error.issues.flatMap(fieldsOf))
}

function fieldsOf(issue: z.core.$ZodIssue): RefusedField[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], code: 'input.unknown-field' }))
  }
  return [{ path, ...sayIssue(issue) }]
}

function sayIssue(issue: z.core.$ZodIssue): { code: string; values?: RefusalValues } {
  if (KEY.test(issue.message)) return { code: issue.message }
  if (issue.input === undefined && issue.code !== 'custom') return { code: 'input.missing' }
  if (issue.code === 'invalid_type') return { code: 'input.wrong-kind' }
  if (issue.code === 'invalid_value') return { code: 'input.not-a-choice' }
  if (issue.code === 'too_small') return tooLittle(issue)
  if (issue.code === 'too_big') return tooMuch(issue)
  return { code: 'input.malformed' }
}

const isLength = (origin: string) => ['string', 'array', 'set', 'map', 'file'].includes(origin)

const tooLittle = ({ origin, minimum }: z.core.$ZodIssueTooSmall) =>
  isLength(origin) && Number(minimum) === 1
    ? { code: 'input.missing' }
    : {
        code: isLength(origin) ? 'input.too-short' : 'input.too-small',
        values: { least: Number(minimum) },
      }

const tooMuch = ({ origin, maximum }: z.core.$ZodIssueTooBig) => ({
  code: isLength(origin) ? 'input.too-long' : 'input.too-large',
  values: { most: Number(maximum) },
})
