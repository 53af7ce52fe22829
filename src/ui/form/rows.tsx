import type { Child } from 'hono/jsx'
import { useForm } from './form.tsx'

interface RowsProps {
  /** The path of the array: `shares`. */
  name: string
  /** How many there are. */
  stored: number
  /** Empty rows at the end: what nobody fills in is left out. */
  spare?: number
  /** A row; fields in it are named `shares.{row}.role`. */
  each(row: string, index: number): Child
}

/** Rows of fields; after a refusal, those that were sent. */
export function Rows({ name, stored, spare = 1, each }: RowsProps) {
  const { attempt } = useForm()
  const rows = attempt ? sentRows(name, attempt.values.keys()) : numbers(stored + spare)
  return <>{rows.map((row, index) => each(row, index))}</>
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => `${index}`)

function sentRows(name: string, names: Iterable<string>): string[] {
  const rows = new Set<string>()
  for (const sent of names) {
    if (!sent.startsWith(`${name}.`)) continue
    const [row = ''] = sent.slice(name.length + 1).split('.')
    if (/^\d+$/.test(row)) rows.add(row)
  }
  return [...rows].sort((one, other) => Number(one) - Number(other))
}
