import type { Topic } from './command.ts'

/** What only the holder of an account sees, on whatever page: it is never part of what everybody reads. */
export const personalTopic = (account: string): Topic => `person/${account}`
