/** Lets deeds of one lane go one after the other, those of different lanes side by side. */
export function createQueue(): <Answer>(
  lane: string,
  deed: () => Promise<Answer>,
) => Promise<Answer> {
  const last = new Map<string, Promise<unknown>>()
  return (lane, deed) => {
    const before = last.get(lane) ?? Promise.resolve()
    const mine = before.then(deed, deed)
    const settled = mine.catch(() => undefined)
    last.set(lane, settled)
    settled.then(() => {
      if (last.get(lane) === settled) last.delete(lane)
    })
    return mine
  }
}
