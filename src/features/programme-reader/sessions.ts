import { z } from 'zod'
import { Language } from '../../kernel/language.ts'
import { Clock, Day, Zone } from '../../kernel/time.ts'
import { SessionKind } from '../programme/model.ts'
import type { Understood } from './understood.ts'

/** A session as a text gives it. */
export const ReadSession = z.strictObject({
  day: Day,
  start: Clock,
  end: Clock.nullable(),
  kind: SessionKind,
  title: z.string().min(1).max(500),
  note: z.string().min(1).nullable(),
})
export type ReadSession = z.infer<typeof ReadSession>

/** The same as somebody corrects it beside the text: what is taken must be whole, the rest is left out. */
export const DeskSession = z.strictObject({
  take: z.boolean(),
  day: Day.nullable(),
  start: Clock.nullable(),
  end: Clock.nullable(),
  kind: SessionKind,
  title: z.string().min(1).max(500).nullable(),
  note: z.string().min(1).nullable(),
  /** In the language of the text. */
  room: z.string().min(1).max(200).nullable(),
})
export type DeskSession = z.infer<typeof DeskSession>

/** A programme as it was read: the zone of its times, its language, its sessions. */
export const ReadProgramme = z.strictObject({
  zone: z.union([Zone, z.string().regex(/^[+-](?:0\d|1[0-4]):[0-5]\d$/)]).nullable(),
  language: Language,
  sessions: z.array(ReadSession).min(1).max(2000),
})
export type ReadProgramme = z.infer<typeof ReadProgramme>

const dayAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString()

/** The sessions of a text that can be saved: those whose day is known and that have a title. */
export const sessionsOf = ({ days }: Understood): ReadSession[] =>
  days.flatMap(({ date, items }) =>
    items.flatMap((item) =>
      date === null || item.title === ''
        ? []
        : [
            {
              day: item.afterMidnight ? dayAfter(date) : date,
              start: item.start,
              end: item.end === item.start ? null : item.end,
              kind: item.kind,
              title: item.title.slice(0, 500),
              note: item.notes.map(({ text }) => text).join('\n') || null,
            },
          ],
    ),
  )

/** Sessions as the clocks of another zone show them. */
export const inZone = <One extends Pick<ReadSession, 'day' | 'start' | 'end'>>(
  sessions: readonly One[],
  from: string,
  to: string,
): One[] =>
  sessions.map((session) => {
    const there = (day: string, clock: string) =>
      Temporal.PlainDateTime.from(`${day}T${clock}`).toZonedDateTime(from).withTimeZone(to)
    const { day, start, end } = session
    const begins = there(day, start)
    const over = end !== null && end <= start ? dayAfter(day) : day
    const clock = (at: Temporal.ZonedDateTime) => at.toPlainTime().toString().slice(0, 5)
    return {
      ...session,
      day: begins.toPlainDate().toString(),
      start: clock(begins),
      end: end === null ? null : clock(there(over, end)),
    }
  })

/** Whether two zones show the same wall times at every session, whatever they are called. */
export const agree = (sessions: readonly ReadSession[], a: string, b: string): boolean =>
  sessions.every(({ day, start }) => {
    const wall = Temporal.PlainDateTime.from(`${day}T${start}`)
    return wall.toZonedDateTime(a).offset === wall.toZonedDateTime(b).offset
  })
