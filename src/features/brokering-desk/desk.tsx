import type { Child } from 'hono/jsx'
import { Table } from '../../ui/table.tsx'
import { BETWEEN } from '../../ui/text.tsx'
import { type Desk as Place, partyName } from '../offers-board/pages/names.tsx'
import { Moment as At } from '../pledges/pages/names.tsx'

/** For whom a page of proposals is, where, on whose clocks, and what it calls things by. */
export interface Desk extends Place {
  zone: string
}

/** A moment on the clocks of the conference. */
export const Moment = ({ desk, at }: { desk: Desk; at: Temporal.Instant }) => (
  <At language={desk.viewer.language} zone={desk.zone} at={at} />
)

/** Things on one line. */
export const Between = ({ all }: { all: readonly Child[] }) => (
  <>
    {all.map((one, place) => (
      <>
        {place > 0 && BETWEEN}
        {one}
      </>
    ))}
  </>
)

/** Names of parties, in the alphabet of the reader. */
export function namesOf(desk: Desk, codes: readonly string[]): string[] {
  const places = new Map(desk.choices.parties.map(({ code }, place) => [String(code), place]))
  return codes
    .toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
    .map((code) => partyName(desk, code))
}

/** A table whose caption only those read who do not see that it stands under its heading. */
export const Captioned = ({
  caption,
  ...table
}: {
  caption: string
  columns: readonly string[]
  rows: readonly (readonly Child[])[]
}) => <Table caption={<span class="sr-only">{caption}</span>} {...table} />
