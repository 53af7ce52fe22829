import type { Language } from '../../../kernel/language.ts'
import { say } from '../words.ts'

/** Once a page: whose words these are, in which languages, and what of it is our classification. */
export const Remarks = ({ language }: { language: Language }) => (
  <p class="mark mt-8">
    {say(language, 'texts')} {say(language, 'texts.foreign')}
  </p>
)
