import type { Language } from '../../kernel/language.ts'
import { hrefOf } from '../../ui/navigation.tsx'
import { say } from './words.ts'

const STEPS = [
  ['/administration', 'health'],
  ['/administration/mail', 'mail'],
  ['/administration/journal', 'journal'],
] as const

/** The way between the pages of whoever looks after the instance. */
export function HouseMenu({ language, here }: { language: Language; here: string }) {
  return (
    <nav class="flex flex-wrap gap-x-6 gap-y-2" aria-label={say(language, 'house')}>
      {STEPS.map(([address, label]) => (
        <a
          href={hrefOf(language, address)}
          class="aria-[current]:font-semibold"
          aria-current={address === here ? 'page' : undefined}
        >
          {say(language, label)}
        </a>
      ))}
    </nav>
  )
}
