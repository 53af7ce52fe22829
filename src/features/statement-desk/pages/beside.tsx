import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { say } from '../words.ts'
import type { HowFar } from '../work.ts'

interface Props {
  language: Language
  howFar: HowFar
  /** The page of the statement, without its language. */
  at: string
}

/** How far the statement of a speech is, and the way to it. */
export const StatementLink = ({ language, howFar, at }: Props) => (
  <a href={hrefOf(language, at)}>{say(language, `beside.${howFar}`)}</a>
)
