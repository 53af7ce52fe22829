/** What came of something: a value, or what was thrown. */
export function settled<Value>(ask: () => Value): PromiseSettledResult<Value> {
  try {
    return { status: 'fulfilled', value: ask() }
  } catch (reason) {
    return { status: 'rejected', reason }
  }
}
