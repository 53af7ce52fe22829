import { OUTCOMES } from '../../../kernel/badges/judge.ts'
import type { Language } from '../../../kernel/language.ts'
import { Notice } from '../../../ui/notices.tsx'
import { say } from '../words.ts'

const WORDS = [
  'no-key',
  'closed',
  'ready',
  'no-list',
  'in',
  'out',
  'camera',
  'camera-off',
  'no-camera',
  'code',
  'check',
  'mistyped',
  'old',
  'offline',
  'unsigned',
] as const

/** What the phone says without asking anybody: it has all its words with it. */
const wordsIn = (language: Language): Record<string, string> => ({
  ...Object.fromEntries(WORDS.map((word) => [word, say(language, `door.${word}`)])),
  list: say(language, 'door.list', { time: '{time}' }),
  age: say(language, 'door.age', { minutes: '{minutes}' }),
  waiting: say(language, 'door.waiting', { count: '{count}' }),
  inside: say(language, 'door.inside', { count: '{count}' }),
  ...Object.fromEntries(OUTCOMES.map((one) => [`outcome.${one}`, say(language, `outcome.${one}`)])),
})

/**
 * The page of a phone at a door. It is the same for everybody and holds nothing: what a door knows comes by its link,
 * whose secret stands behind the # and is never sent with the page.
 */
export function DoorPage({ language, conference }: { language: Language; conference: string }) {
  return (
    <>
      <h1>{say(language, 'door')}</h1>
      <noscript>
        <Notice tone="warning">{say(language, 'door.no-script')}</Notice>
      </noscript>
      <badge-door
        id="badge-door"
        class="door"
        data-turbo-permanent=""
        data-conference={conference}
        data-language={language}
        data-words={JSON.stringify(wordsIn(language))}
      />
    </>
  )
}
