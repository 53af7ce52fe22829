import { wayIn } from '../../http/addresses/addresses.ts'
import { type Asked, insider, languageOf, type Room } from './room.ts'

/** Somebody who is signed in whole. */
export type Inside = NonNullable<Awaited<ReturnType<typeof insider>>>

/**
 * Answers only who has signed in within the hour: by what somebody signs in is not changed by whoever finds a browser
 * open. Everybody else signs in (again), and comes back to the page.
 */
export const inside =
  (room: Room, answer: (c: Asked, who: Inside) => Promise<Response>) =>
  async (c: Asked): Promise<Response> => {
    const found = await insider(room, c)
    if (found?.isFresh) return answer(c, found)
    const page = new URL(c.req.url).pathname.replace(/^\/[^/]+/, '')
    const back = c.req.method === 'GET' ? page : '/account'
    return c.redirect(`${wayIn(languageOf(room, c), back)}${found ? '&again' : ''}`, 303)
  }
