import type { PartyCode } from '../../../kernel/ids.ts'
import { readingOf } from '../../../kernel/text.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import type { Line } from '../find/lines.ts'
import { addressOfList } from '../find/wish.ts'
import { gives } from '../shares.model.ts'
import { say } from '../words.ts'
import { PledgeLine } from './line.tsx'
import type { Desk } from './names.tsx'
import { Remarks } from './remarks.tsx'

/** What a party has to do with a pledge: it promises alone or leads, it takes part, or it only receives. */
const RELATIONS = ['leads', 'takes-part', 'receives'] as const
type Relation = (typeof RELATIONS)[number]

export function relationTo(party: PartyCode, { lead, shares }: Line): Relation {
  if (lead === party) return 'leads'
  return shares.some((share) => share.party === party && gives(share)) ? 'takes-part' : 'receives'
}

/** The pledges of a party on its own page: its own, its part in others', and what is meant for it, by edition. */
export function PartySection({
  desk,
  party,
  lines,
  count,
}: {
  desk: Desk
  party: PartyCode
  lines: readonly Line[]
  /** How many there are; more than are shown, where there are many. */
  count: number
}) {
  const { language } = desk
  const groups = Map.groupBy(lines, (line) => relationTo(party, line))
  const list = hrefOf(language, addressOfList({ party }))
  return (
    <section aria-labelledby="pledges">
      <h2 id="pledges">{say(language, 'title')}</h2>
      <p>
        {say(language, 'count', { count })}
        {BETWEEN}
        <a href={list}>{say(language, 'party.all')}</a>
      </p>
      {RELATIONS.filter((relation) => groups.has(relation)).map((relation) => (
        <>
          <h3>{say(language, `party.${relation}`)}</h3>
          <ByEdition desk={desk} party={party} lines={groups.get(relation) ?? []} />
        </>
      ))}
      {count > lines.length && (
        <p>
          <a href={list}>{say(language, 'party.more', { count: count - lines.length })}</a>
        </p>
      )}
      <Remarks language={language} />
    </section>
  )
}

/** Oldest edition first, what belongs to none last. */
function ByEdition({
  desk,
  party,
  lines,
}: {
  desk: Desk
  party: PartyCode
  lines: readonly Line[]
}) {
  const { language, editions } = desk
  const order = [...editions.keys(), null]
  const groups = Map.groupBy(lines, ({ conference }) => conference)
  return order
    .filter((conference) => groups.has(conference))
    .map((conference) => {
      const edition = editions.get(conference ?? '')
      return (
        <div class="mb-6 grid gap-x-10 md:grid-cols-[11rem_1fr]">
          <p class="label pt-3">
            {edition ? (
              <a href={hrefOf(language, `/${edition.id}`)}>
                {readingOf(edition.shortName, language).value}
              </a>
            ) : (
              say(language, 'no-edition')
            )}
          </p>
          <ol class="mb-0 list-none ps-0">
            {groups.get(conference)?.map((line) => (
              <PledgeLine desk={desk} line={line} edition={false} below={party}>
                <Parts desk={desk} party={party} line={line} />
              </PledgeLine>
            ))}
          </ol>
        </div>
      )
    })
}

/** What the party does in a pledge of several, in words. */
function Parts({ desk: { language }, party, line }: { desk: Desk; party: PartyCode; line: Line }) {
  if (line.parties.length < 2) return null
  const roles = line.shares.filter((share) => share.party === party).map(({ role }) => role)
  if (roles.length === 0) return null
  return (
    <p class="label mb-1">
      {say(language, 'share.role')}
      {say(language, 'colon')}
      {roles.map((role) => say(language, `role.${role}`)).join(BETWEEN)}
    </p>
  )
}
