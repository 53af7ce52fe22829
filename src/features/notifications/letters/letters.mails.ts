import type { Reading } from '../../../platform/database/tables.ts'
import { type Letter, link, list, paragraph } from '../../../platform/mail/letter.ts'
import { reachableOf } from '../../people/recipients.queries.ts'
import { DIGEST } from '../model.ts'
import { namesIn } from '../names.queries.ts'
import { lineOf, type Reader, saidOf, sayKind, sayMoment } from '../pages/said.print.ts'
import { type LetterNotice, noticesInLetters } from '../queries.ts'
import { say } from '../words.ts'

interface World {
  read: Reading
  origin: string
  now: Temporal.Instant
}

/** The letters that tell of notices: each of its own kind, or a digest; in their reader's language and time. */
export async function noticeLetters(
  data: Record<string, unknown>,
  { read, origin, now }: World,
): Promise<Letter[]> {
  const ids = Array.isArray(data.letters) ? data.letters.map(String) : []
  const letters = await noticesInLetters(read, ids)
  const people = await reachableOf(read, [...new Set(letters.map(({ account }) => account))])
  const names = await namesIn(
    read,
    letters.flatMap(({ notices }) => notices.map(({ facts }) => facts)),
  )
  return letters.flatMap(({ id, account, kind, notices }) => {
    const person = people.find((one) => one.account === account)
    if (!person || notices.length === 0) return []
    const { address, name, language, zone } = person
    const reader: Reader = { language, zone, now }
    const home = `${origin}/${language}`
    const item = ({ kind, facts, at, toldAt }: LetterNotice) => ({
      text: `${lineOf(language, kind, saidOf(facts, names, reader))} · ${sayMoment(reader, toldAt)}`,
      href: home + at,
    })
    return [
      {
        to: { address, name, language, ...(zone !== null && { zone }) },
        subject: subjectOf(kind, notices, saidOf(notices[0]?.facts ?? {}, names, reader), language),
        kind: `notifications.${kind}`,
        about: `notice-letter/${id}`,
        text: [
          paragraph(say(language, kind === DIGEST ? 'letter.digest' : 'letter.told')),
          list(...notices.map(item)),
          link(say(language, 'letter.all'), `${home}/notices`),
        ],
      },
    ]
  })
}

/** One notice says what it is about, by what it names first; of several only how many there are is said. */
function subjectOf(
  kind: string,
  notices: readonly LetterNotice[],
  [first]: ReturnType<typeof saidOf>,
  language: Reader['language'],
): string {
  if (kind === DIGEST) return say(language, 'letter.count', { count: notices.length })
  const what = sayKind(language, kind)
  if (notices.length > 1) return say(language, 'pair', { label: what, value: notices.length })
  return first ? say(language, 'pair', { label: what, value: first.value }) : what
}
