import type { Language } from '../../../kernel/language.ts'
import type { Text } from '../../../kernel/text.ts'
import { Title } from '../../conferences/pages/facts.tsx'
import { say } from '../words.ts'

/** A session as it is announced; of one in draft, no more than that there is one. */
export const SessionName = ({ title, language }: { title: Text | null; language: Language }) => (
  <>{title ? <Title text={title} language={language} /> : say(language, 'session.unannounced')}</>
)
