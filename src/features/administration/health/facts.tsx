import type { Child } from 'hono/jsx'
import { sayNumber } from '../../../i18n/numbers.ts'
import type { Language } from '../../../kernel/language.ts'
import { say } from '../words.ts'

type Word = Parameters<typeof say>[1]

/** A line of what is known: its name, and what it is. */
export function Fact({
  language,
  label,
  children,
}: {
  language: Language
  label: Word
  children: Child
}) {
  return (
    <>
      <dt>{say(language, label)}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** Megabytes, or gigabytes from a thousand on; of a thousand each, as disks are sold. */
export function Bytes({ language, bytes }: { language: Language; bytes: number }) {
  const large = bytes >= 1e9
  const number = sayNumber(language, Math.round(bytes / (large ? 1e8 : 1e5)) / 10)
  return (
    <span class="whitespace-nowrap">
      {say(language, large ? 'gigabytes' : 'megabytes', { number })}
    </span>
  )
}
