import { type Desk, PARTIES } from '../desk.ts'

interface OfList {
  conference: string
  session: string
}

/** Does one deed of a list, and says what it was about. */
type Does = (deed: string, more?: object) => Promise<{ speech: string | null }>

/** Thirty delegations ask for the floor. */
async function fill(does: Does): Promise<string | null> {
  let last: string | null = null
  for (const party of PARTIES) last = (await does('inscribe', { party })).speech
  return last
}

/** One speaker, with all that a restless session brings: the clock stops, somebody is moved, the desk takes it back. */
async function hear(does: Does, last: string | null): Promise<void> {
  await does('give-floor')
  for (const deed of ['pause', 'resume', 'pause', 'resume']) await does(deed)
  if (last !== null) {
    await does('move', { speech: last, to: 1, reason: 'protocol' })
    await does('undo')
  }
  for (const deed of ['end-floor', 'undo', 'pause', 'resume', 'end-floor']) await does(deed)
}

/**
 * A session from its first inscription to its end, one deed after the other with a pause before each: 390 deeds, more
 * than two hours of a plenary bring.
 */
export async function playSession(
  { desk, port, of }: { desk: Desk; port: number; of: OfList },
  pause: () => Promise<void>,
): Promise<void> {
  const does: Does = async (deed, more = {}) => {
    await pause()
    return desk.does(port, deed, { ...of, ...more })
  }
  const last = await fill(does)
  await does('begin-session')
  for (const party of PARTIES) await hear(does, party === PARTIES.at(-1) ? null : last)
  await does('adjourn')
}
