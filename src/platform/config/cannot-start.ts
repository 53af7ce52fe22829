/**
 * Why the process does not start, as one plain sentence for whoever started it: what is wrong, and what to do.
 * It is printed without a stack trace; every other error is a fault of ours, and keeps its trace.
 */
export class CannotStart extends Error {
  override name = 'CannotStart'
}
