import type { Language } from '../../../kernel/language.ts'
import type { Stage } from '../../statements/standing.ts'
import { say } from '../words.ts'

/** How far a statement is. */
export const StageMark = ({ stage, language }: { stage: Stage; language: Language }) => (
  <span class="mark">{say(language, `stage.${stage}`)}</span>
)
