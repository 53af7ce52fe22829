import { same } from '../../../kernel/same.ts'
import { Terms } from '../model.ts'

/** A field of the terms that says something else than before. */
export interface Difference {
  field: keyof Terms
  before: unknown
  after: unknown
}

const FIELDS = Object.keys(Terms.shape) as (keyof Terms)[]

/** What an amendment changed, field by field, in the order of the terms. */
export const differencesBetween = (before: Terms, after: Terms): Difference[] =>
  FIELDS.filter((field) => !same(before[field], after[field])).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }))
