import type { Child } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import type { Conference, Series } from '../../conferences/model.ts'
import type { Outline } from '../../conferences/outline.ts'
import { PARTS, type Part, partAddress } from '../parts.ts'
import { say } from '../words.ts'
import { DeskHead } from './desk-head.tsx'

/** What every part of the desk is drawn from. */
export interface Desk {
  viewer: FormReader
  conference: { id: string; name: string }
  record: Conference
  series: Series
  outlines: readonly Outline[]
  parties: readonly { value: string; label: string }[]
  /** Which form is open: `theme-2`, `theme-new`, `themes-order`; null: none. */
  edit: string | null
  /** The page without a form. */
  address: string
  /** What somebody saw of what a deed changes, for its form. */
  seen(command: string, input?: Record<string, unknown>): string
}

/** The name of a party, from those one can choose. */
export const nameOfParty = ({ parties }: Pick<Desk, 'parties'>, code: string): string =>
  parties.find(({ value }) => value === code)?.label ?? code

/** A part of the desk beside the ways to all others. */
export function Frame({ desk, part, children }: { desk: Desk; part: Part; children?: Child }) {
  const { viewer, conference } = desk
  const { language } = viewer
  return (
    <>
      <DeskHead
        language={language}
        conference={conference}
        steps={[
          {
            href: hrefOf(language, partAddress(conference.id, 'texts')),
            label: say(language, 'conference'),
          },
          { href: '', label: say(language, `part.${part}`) },
        ]}
        title={say(language, `part.${part}`)}
      />
      <div class="desk-frame">
        <Ways conference={conference.id} part={part} language={language} />
        <div class="desk-part">{children}</div>
      </div>
    </>
  )
}

function Ways({
  conference,
  part,
  language,
}: {
  conference: string
  part: Part
  language: Language
}) {
  return (
    <nav class="desk-parts" aria-label={say(language, 'parts')}>
      <ul>
        {PARTS.map((one) => (
          <li>
            <a
              href={hrefOf(language, partAddress(conference, one))}
              aria-current={one === part ? 'page' : undefined}
            >
              {say(language, `part.${one}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
