import type { Child } from 'hono/jsx'
import { sayPartialDay } from '../../../i18n/days.ts'
import { current, former, type Held } from '../history.ts'
import { say } from '../words.ts'
import { Cite, type Desk, Wording } from './facts.tsx'

interface HistoryProps<Value> {
  desk: Desk
  history: readonly Held<Value>[]
  /** `past`: as it is said of what no longer holds, in short. */
  show(value: Value, past: boolean): Child
}

/** What holds, when and why that was decided, and below it what had been announced before. */
export function History<Value>({ desk, history, show }: HistoryProps<Value>) {
  const now = current(history)
  if (!now) return <span class="empty">{say(desk.language, 'unknown')}</span>
  const before = former(history).toReversed()
  return (
    <>
      <p class="mb-1">
        <strong class="font-semibold">{show(now.is, false)}</strong>
        <Cite desk={desk} keys={now.sources} />
      </p>
      <Decision desk={desk} held={now} />
      {before.map((held) => (
        <p class="empty mb-1 text-[0.95em]">
          {say(desk.language, 'before')}
          {say(desk.language, 'colon')}
          <s class="decoration-1">{show(held.is, true)}</s>
          <Cite desk={desk} keys={held.sources} />
        </p>
      ))}
    </>
  )
}

function Decision({ desk: { language }, held }: { desk: Desk; held: Held }) {
  if (!held.decided && !held.why) return null
  const date = held.decided && sayPartialDay(language, held.decided)
  return (
    <p class="mb-1 text-[0.95em]">
      {date && say(language, held.about ? 'decided.about' : 'decided', { date })}
      {date && held.why && ' · '}
      {held.why && <Wording text={held.why} language={language} />}
    </p>
  )
}
