import type { Topic } from './command.ts'

/** What only the holder of an account sees, on whatever page: it is never part of what everybody reads. */
export const personalTopic = (account: string): Topic => `person/${account}`

/** What somebody may do and where they are signed in: whoever follows pages with it shows anew who they are. */
export const accountTopic = (account: string): Topic => `account/${account}`
