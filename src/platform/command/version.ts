import { digestOf } from '../journal/canonical.ts'

const LENGTH = 16

/**
 * The version of what a form edits, as sixteen signs: the same for the same value. Two people who edit one thing are
 * told apart by it, without a counter in every table.
 */
export const versionOf = (value: unknown): string => digestOf(value).slice(0, LENGTH)
