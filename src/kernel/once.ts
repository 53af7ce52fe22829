/**
 * The same pure function, asked only once of each object for as long as that object lives: for what every page works
 * out anew from something large that does not change.
 */
export function once<Of extends object, Answer>(ask: (of: Of) => Answer): (of: Of) => Answer {
  const known = new WeakMap<Of, { answer: Answer }>()
  return (of) => {
    const told = known.get(of)
    if (told) return told.answer
    const answer = ask(of)
    known.set(of, { answer })
    return answer
  }
}
