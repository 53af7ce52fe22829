import type { Language } from '../../../kernel/language.ts'
import { BETWEEN } from '../../../ui/text.tsx'
import { say } from '../words.ts'

/** Says beside a fact that no source states it: we read it between the lines. */
export const Inferred = ({ language }: { language: Language }) => (
  <small class="mark">
    {BETWEEN}
    {say(language, 'inferred')}
  </small>
)
