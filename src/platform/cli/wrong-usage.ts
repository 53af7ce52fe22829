/** What somebody wrote on the command line cannot be done, in one sentence that says what to write instead. */
export class WrongUsage extends Error {
  override name = 'WrongUsage'
}
