import type { Language } from '../../kernel/language.ts'
import { hrefOf, Menu } from '../../ui/navigation.tsx'
import { say } from './words.ts'

const STEPS = [
  ['/administration', 'health'],
  ['/administration/mail', 'mail'],
  ['/administration/journal', 'journal'],
] as const

/** The way between the pages of whoever looks after the instance. */
export function HouseMenu({ language, here }: { language: Language; here: string }) {
  return (
    <Menu
      label={say(language, 'house')}
      here={hrefOf(language, here)}
      steps={STEPS.map(([address, label]) => ({
        href: hrefOf(language, address),
        label: say(language, label),
      }))}
    />
  )
}
