import { sayDayRange } from '../../../i18n/days.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { awaitedIn } from '../../brokering/life.model.ts'
import { partiesIn } from '../../brokering/model.ts'
import { sayForm } from '../../brokering/terms.print.ts'
import { type Desk, namesOf } from '../desk.tsx'
import type { Line } from '../facts.ts'
import { sayWhere, titleOf } from '../one/need.tsx'
import { say } from '../words.ts'

/** A proposal in a list: what for, who, how far, and who is waited for. */
export function ProposalLine({
  desk,
  line: { proposal, asked },
  at,
  waits,
}: {
  desk: Desk
  line: Line
  /** The list in which its page stands. */
  at: string
  /** What is said where something waits for the reader. */
  waits: string | null
}) {
  const { language } = desk.viewer
  const { wording, id } = proposal
  const awaited = awaitedIn(proposal, asked)
  return (
    <li class="grid gap-x-10 gap-y-1 border-t border-base-300 py-4 sm:grid-cols-[1fr_17rem]">
      <div>
        <p class="mb-1 text-[1.08em] leading-snug">
          <a
            class="font-semibold no-underline hover:underline"
            href={hrefOf(language, `${at}/${id}`)}
          >
            {titleOf(desk, proposal)}
          </a>
        </p>
        <p class="label mb-0">
          {wording.form === 'triangular' && (
            <>
              <strong>{sayForm(language, wording.form)}</strong>
              {BETWEEN}
            </>
          )}
          {namesOf(desk, partiesIn(wording)).join(' · ')}
          {BETWEEN}
          <span class="whitespace-nowrap">
            {sayDayRange(language, wording.from, wording.until)}
          </span>
        </p>
      </div>
      <p class="label mb-0 leading-normal">
        <span class="block text-[1.08em] text-base-content">{sayWhere(language, proposal)}</span>
        {waits !== null && <strong class="block">{waits}</strong>}
        {awaited.length > 0 && (
          <span class="block">
            {say(language, 'waiting-for')}
            {say(language, 'colon')}
            {namesOf(desk, awaited).join(' · ')}
          </span>
        )}
      </p>
    </li>
  )
}
